// SPDX-License-Identifier: MIT
// Triggers that hold.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/held_triggers.hpp>
#include <vermeil/risk/risk_frame.hpp>

#include <span>
#include <string>
#include <string_view>

using early::book;
using early::events;

TEST_CASE("a trigger that holds is told where points alone reach its level, and no other is") {
    const vermeil::Date day(2024, 12, 31);
    const auto held = book(events("S1,,embargo,2024-11-01,,,,,,,,\nS1,,administration,2024-11-01,,,,,,,,\n"
                                  "S3,,administration,2024-11-01,,,,,,,,\n"));
    const auto scores = held.score(day);
    const auto both = scores.explain("S1");
    CHECK(held_triggers(scores.framework(), both.trace) ==
          std::vector<std::string>{"new placements are embargoed"});
    CHECK(both.headline.find("new placements are embargoed") != std::string::npos);
    CHECK(scores.explain("S3").headline.find("trigger") == std::string::npos);
    const auto frame = vermeil::frame_of(scores);
    const auto& column = *frame.find("triggers")->as<std::span<const std::string_view>>();
    CHECK(column[0] == "new placements are embargoed");
    CHECK(column[1].empty());
    CHECK(column[2].empty());
}
