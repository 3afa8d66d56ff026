// SPDX-License-Identifier: MIT
// How many of those harmed a list would have reached, and how long before.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_list.hpp>
#include <vermeil/risk/backtest_reach.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

using small_panel::from;
using vermeil::Date;

namespace {

const Date last(2025, 12, 31);

/// What lists of one visit reach under a horizon of three months.
vermeil::ListReach reach(const std::vector<std::vector<double>>& keys,
                         const std::vector<vermeil::OutcomeSpells>& spells) {
    const auto panel = small_panel::panel(keys);
    const auto fates = vermeil::fates_of(panel, spells, small_panel::nobody_closes(spells.size()), last, 3);
    const auto places = vermeil::places_on_list(
        panel, 0, 1, [&](std::size_t row) { return fates[row].fate != vermeil::Fate::out; });
    return vermeil::reach_of(panel, fates, vermeil::foretold_events(panel, fates), places, 1);
}

} // namespace

TEST_CASE("an event is reached where the service was on the last list before it") {
    // A is harmed on 10 April: the last list is that of March. B is never harmed.
    const auto found = reach({{9, 1}, {9, 1}, {9, 1}, {1, 2}}, {from(Date(2024, 4, 10)), from(std::nullopt)});
    CHECK(found.recall.hits() == 1);
    CHECK(found.recall.rows() == 1);
    const auto missed =
        reach({{9, 1}, {9, 1}, {1, 9}, {1, 2}}, {from(Date(2024, 4, 10)), from(std::nullopt)});
    CHECK(missed.recall.hits() == 0);
    CHECK(missed.lead_days.empty());
    CHECK(missed.median_lead() == std::nullopt);
}

TEST_CASE("the lead time runs from the first list of the unbroken run, within the horizon") {
    const auto whole = reach({{9, 1}, {9, 1}, {9, 1}, {9, 1}}, {from(Date(2024, 4, 10)), from(std::nullopt)});
    CHECK(whole.lead_days ==
          std::vector<std::int32_t>{70}); // since 31 January, within three months of 10 April
    const auto broken =
        reach({{9, 1}, {1, 9}, {9, 1}, {9, 1}}, {from(Date(2024, 4, 10)), from(std::nullopt)});
    CHECK(broken.lead_days == std::vector<std::int32_t>{10}); // since 31 March
    const auto late = reach({{9, 1}, {9, 1}, {9, 1}, {9, 1}}, {from(Date(2024, 5, 10)), from(std::nullopt)});
    CHECK(late.lead_days ==
          std::vector<std::int32_t>{71}); // since 29 February; January lies beyond the horizon
    CHECK(*late.median_lead() == 71);
}

TEST_CASE("a place that several tie for is reached in part and gives no lead time") {
    const auto found = reach({{9, 9}, {9, 9}}, {from(Date(2024, 3, 10)), from(std::nullopt)});
    CHECK(found.recall.share() == 0.5);
    CHECK(found.lead_days.empty());
}

TEST_CASE("precision is the share of visits to a service that was harmed within the horizon") {
    // The list of January visits A, harmed within three months; that of February visits B, who is not.
    const auto found = reach({{9, 1}, {1, 9}}, {from(Date(2024, 4, 10)), from(std::nullopt)});
    CHECK(found.precision.share() == 0.5);
    CHECK(found.precision.rows() == 2);
    CHECK(found.precision.services() == 2);
}

TEST_CASE("an event without a list before it cannot be reached") {
    const auto found = reach({{9, 1}}, {from(Date(2024, 1, 10)), from(Date(2024, 6, 1))});
    CHECK(found.recall.empty());
}

TEST_CASE("the median of an even number of lead times is the mean of the middle two") {
    vermeil::ListReach made;
    made.lead_days = {10, 20, 40, 90};
    CHECK(*made.median_lead() == 30);
}
