// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/exit.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of exits stand in the order in which they are read") {
    namespace f = detail::exit_field;
    const std::vector<std::string> names{"service", "provider", "on",      "kind",
                                         "people",  "last_day", "known_on"};
    REQUIRE(exit_kind().schema.fields.size() == names.size());
    CHECK(exit_kind().schema.name == "exits");
    CHECK(exit_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(exit_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of exits that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"exits", "service,provider,on,kind,people,last_day,known_on\nS1,,2024-10-01,closed,3,,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "kind");
    CHECK(evidence.rejects[0].reason == "not one of 'provider withdrew', 'council ended', 'forced "
                                        "termination', 'business failure' or 'contract ran out'");
    const auto rows = evidence.find_records("exits")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(exit_kind().schema.position("kind")));
}
