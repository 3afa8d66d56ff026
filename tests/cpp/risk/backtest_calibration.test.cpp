// SPDX-License-Identifier: MIT
// How often harm came, by level and by points.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_calibration.hpp>

#include <cstddef>
#include <optional>
#include <vector>

using small_panel::from;
using vermeil::Date;

namespace {

const std::optional<Date> soon(Date(2024, 2, 10));

vermeil::BacktestCalibration calibrated(const std::vector<double>& points,
                                        const std::vector<std::optional<Date>>& events) {
    const auto panel = small_panel::panel({points});
    std::vector<vermeil::OutcomeSpells> spells;
    for (const auto& event : events) {
        spells.push_back(from(event));
    }
    const auto fates =
        vermeil::fates_of(panel, spells, small_panel::nobody_closes(points.size()), Date(2025, 1, 31), 3);
    return vermeil::calibration_of(panel, fates, [](std::size_t) { return true; });
}

} // namespace

TEST_CASE("each level has its rows, its harm and its interval") {
    const auto made = calibrated({5, 4, 1, 0}, {soon, std::nullopt, std::nullopt, std::nullopt});
    REQUIRE(made.levels.size() == 2);
    CHECK(made.levels[0].level == "Red");
    CHECK(made.levels[0].harmed.share() == 0.5);
    CHECK(made.levels[1].harmed.share() == 0);
    CHECK(made.levels[1].harmed.interval().upper > 0.5);
    CHECK(made.base.rows() == 4);
}

TEST_CASE("points that are out of order are pooled until harm rises with them") {
    // Harm by points: 0 none, 1 all, 2 none, 3 all: the middle two become one stretch of a half.
    const auto made = calibrated({0, 1, 2, 3}, {std::nullopt, soon, std::nullopt, soon});
    REQUIRE(made.points.size() == 3);
    CHECK(made.points[1].from == 1);
    CHECK(made.points[1].to == 2);
    CHECK(made.points[1].harmed.share() == 0.5);
    CHECK(made.points[2].harmed.share() == 1);
}

TEST_CASE("where more points mean less harm one stretch is left, of the whole") {
    const auto made = calibrated({1, 2, 3}, {soon, soon, std::nullopt});
    REQUIRE(made.points.size() == 1);
    CHECK(made.points[0].harmed.share() == made.base.share());
}

TEST_CASE("rows that were not followed, and those that take no part, do not count") {
    const auto panel = small_panel::panel({{5, 1}});
    const auto fates = vermeil::fates_of(panel, {from(soon), from({})}, {std::nullopt, Date(2024, 2, 20)},
                                         Date(2025, 1, 31), 3);
    CHECK(vermeil::calibration_of(panel, fates, [](std::size_t) { return true; }).base.rows() == 1);
    const auto none = vermeil::calibration_of(panel, fates, [](std::size_t) { return false; });
    CHECK(none.base.empty());
    CHECK(none.levels.empty());
    CHECK(none.points.empty());
}
