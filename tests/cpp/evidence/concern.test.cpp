// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/concern.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of concerns stand in the order in which they are read") {
    namespace f = detail::concern_field;
    const std::vector<std::string> names{"service",       "raised_on",    "about",    "concluded_on",
                                         "substantiated", "attributable", "known_on", "incident"};
    REQUIRE(concern_kind().schema.fields.size() == names.size());
    CHECK(concern_kind().schema.name == "concerns");
    CHECK(concern_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(concern_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of concerns that cannot be is told and refused, and the row stays") {
    const auto evidence =
        sample::evidence_of({{"concerns", "service,raised_on,about,concluded_on,substantiated,attributable,"
                                          "known_on\nS1,2024-10-01,late visits,2024-09-01,yes,yes,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "concluded_on");
    CHECK(evidence.rejects[0].reason == "lies before raised_on, 2024-10-01");
    const auto rows = evidence.find_records("concerns")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(concern_kind().schema.position("concluded_on")));
}
