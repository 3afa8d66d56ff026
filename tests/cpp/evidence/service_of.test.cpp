// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/evidence/service_of.hpp>

#include <optional>
#include <string>
#include <utility>

using namespace vermeil;

namespace {

/// What the one row of a table says of its service, and the rejects of reading it.
std::pair<std::optional<std::string>, Rejects> read_one(const std::string& id, bool required) {
    const Schema schema{"rows", "", {{"service", CellKind::id, "", required}, {"what", CellKind::text, ""}}};
    const auto frame = csv::table("rows", "service,what\n" + id + ",praise\n");
    const Reader reader(schema, frame);
    Rejects rejects;
    auto row = reader.row(0, rejects);
    auto service = detail::service_of(row, 0, sample::evidence_of({}));
    return {std::move(service), std::move(rejects)};
}

} // namespace

TEST_CASE("a service of the register is taken as it is written") {
    const auto [service, rejects] = read_one(" S2 ", true);
    CHECK(service == "S2");
    CHECK(rejects.empty());
}

TEST_CASE("a service that the register does not know is one reject") {
    const auto [service, rejects] = read_one("S9", true);
    CHECK_FALSE(service);
    REQUIRE(rejects.size() == 1);
    CHECK(rejects[0].reason == "no such service among the 3 in the services table");
}

TEST_CASE("an empty cell is one reject where it must be filled, else none") {
    CHECK(read_one("", true).second.size() == 1);
    CHECK(read_one("", false).second.empty());
}

TEST_CASE("a provider is one that runs a service of the register") {
    const auto evidence = sample::evidence_of({});
    CHECK(detail::is_provider(evidence, "B"));
    CHECK_FALSE(detail::is_provider(evidence, "S1"));
}
