// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/hand_back.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of hand_backs stand in the order in which they are read") {
    namespace f = detail::hand_back_field;
    const std::vector<std::string> names{"service", "package", "on", "last_day", "reason", "known_on"};
    REQUIRE(hand_back_kind().schema.fields.size() == names.size());
    CHECK(hand_back_kind().schema.name == "hand_backs");
    CHECK(hand_back_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(hand_back_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of hand_backs that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"hand_backs", "service,package,on,last_day,reason,known_on\nS1,,2024-10-01,,,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "package");
    CHECK(evidence.rejects[0].reason == "empty, and this column must be filled");
    const auto rows = evidence.find_records("hand_backs")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(hand_back_kind().schema.position("package")));
}
