// SPDX-License-Identifier: MIT
// Providers as a table.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/roll_up_frame.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

TEST_CASE("providers come as a table in the order of their ids, with no points while they are open") {
    const vermeil::Date day(2024, 12, 31);
    const auto wrong = early::book({{"inspections", "service,source,rating,on\nS1,cqc,Superb,2024-12-01\n"}});
    const auto by = vermeil::RollUpBy::provider;
    const auto frame = frame_of(roll_up(wrong, wrong.score(day), by), by, wrong.framework(), day);
    std::vector<std::string> names;
    for (const auto& column : frame.columns()) {
        names.push_back(column.name);
    }
    CHECK(names == std::vector<std::string>{"provider", "as_of", "level", "points", "lowest_points",
                                            "highest_points", "services", "at_level", "not_rated",
                                            "worst_service", "facts", "incidents"});
    CHECK_FALSE(frame.find("points")->has(0));
    CHECK(frame.find("points")->has(1));
    CHECK((*frame.find("level")->as<std::span<const std::string_view>>())[0] == "Green");
}
