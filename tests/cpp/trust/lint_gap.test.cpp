// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_gap.hpp>

using namespace small;

namespace {

/// Bands by two conditions about the score, and a last one that takes the rest.
Rules between(double from, double to) {
    auto made = rules();
    made.bands = {{"Good", {}, Tie::in, {"small", 7, 1}, whole(Comparison::at_least, from)},
                  {"Weak", {}, Tie::in, {"small", 8, 1}, whole(Comparison::at_most, to)},
                  {"None", {}, Tie::in, {"small", 9, 1}}};
    return made;
}

} // namespace

TEST_CASE("62.5 falls between 62 and 63, and the witness does") {
    const auto findings = found(detail::lint_gaps, between(63, 62));
    REQUIRE(findings.size() == 1);
    const auto& input = findings[0].witness.inputs.at(0);
    CHECK(input.outcome.lowest_score > 62);
    CHECK(input.outcome.lowest_score < 63);
    CHECK(input.outcome.band == 2);
}

TEST_CASE("a score that is rounded, conditions that meet, and numbers far apart leave no gap") {
    auto made = between(63, 62);
    made.rounding = Rounding{};
    CHECK(found(detail::lint_gaps, made).empty());
    CHECK(found(detail::lint_gaps, between(63, 63)).empty());
    CHECK(found(detail::lint_gaps, between(63, 40)).empty());
}

TEST_CASE("scores that never lie between the two ends leave no gap") {
    auto made = between(63, 62);
    for (auto& indicator : made.indicators) {
        indicator.scale = StepScale{{{0.5, 50}, {0.9, 100}}, 0};
    }
    CHECK(found(detail::lint_gaps, made).empty());
}

TEST_CASE("scores stand on a grid under a rounding and anywhere without one") {
    const std::optional<Rounding> whole_numbers = Rounding{};
    CHECK_FALSE(detail::grid_between(whole_numbers, 79.5, 80, Tie::in, Tie::in));
    CHECK(detail::grid_between(whole_numbers, 79.5, 80, Tie::in, Tie::out));
    CHECK(detail::grid_between(whole_numbers, 79, 80, Tie::in, Tie::in));
    CHECK_FALSE(detail::grid_between(whole_numbers, 79, 80, Tie::out, Tie::in));
    CHECK(detail::grid_between({}, 79.5, 80, Tie::out, Tie::in));
}
