// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/read_services.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

std::vector<Service> read(std::vector<std::string> ids, std::vector<std::string> before, Rejects& rejects) {
    std::vector<std::string> providers(ids.size(), "P");
    const Frame frame("services.csv",
                      {text_column("service", std::move(ids)), text_column("provider", std::move(providers)),
                       text_column("predecessors", std::move(before))});
    return read_services(frame, rejects);
}

} // namespace

TEST_CASE("a service may take over from several, each of them in the register") {
    Rejects rejects;
    const auto services = read({"N", "A", "B"}, {"A; B", "", ""}, rejects);
    REQUIRE(services.front().predecessors().size() == 2);
    CHECK(services.front().predecessors()[1].text() == "B");
    CHECK(rejects.empty());
}

TEST_CASE("a predecessor that the register does not list is struck out and told, and the row is kept") {
    Rejects rejects;
    const auto services = read({"N", "A"}, {"A;Z", ""}, rejects);
    CHECK(services.front().predecessors().size() == 1);
    REQUIRE(rejects.size() == 1);
    CHECK(rejects[0] == Reject{"services.csv", 2, "predecessors", "Z",
                               "no such service in the register; list it, with its last day", true, false});
}

TEST_CASE("no service is its own predecessor, by whatever way") {
    Rejects rejects;
    const auto services = read({"A", "B", "C", "D"}, {"A", "D", "B", "C"}, rejects);
    CHECK(services[0].predecessors().empty());
    REQUIRE(rejects.size() == 2);
    CHECK(rejects[0].reason == "the service would be its own predecessor");
    CHECK(rejects[1].row == 3); // B, from D, from C, from B: one link is struck out and the circle is open
    CHECK(services[2].predecessors().size() == 1);
    CHECK(services[3].predecessors().size() == 1);
}
