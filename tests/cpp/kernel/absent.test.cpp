// SPDX-License-Identifier: MIT
// The points that a measure without a value may stand for, policy by policy, seen through the trace.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/absent.hpp>

#include <string>
#include <utility>
#include <vector>

using vermeil::Cell;
using vermeil::Policy;
using vermeil::State;

namespace {

/// The one measure's step under a policy for `too_few` or `not_submitted`.
vermeil::IndicatorStep step(Policy policy, const Cell& cell, const vermeil::Scale& scale,
                            vermeil::Owner owner = vermeil::Owner::provider) {
    auto rules = small::rules({small::share("a", 2)});
    rules.indicators[0].scale = scale;
    rules.indicators[0].measure.owed_by = owner;
    rules.missing.of(cell.state) = {policy, "12.3", 2};
    return small::trace(rules, {cell}).indicators.at(0);
}

std::pair<double, double> points(const vermeil::IndicatorStep& step) {
    return {step.lowest_points, step.highest_points};
}

const vermeil::Scale rising = vermeil::LinearScale{{{0, 10}, {1, 90}}};
const vermeil::Scale falling = vermeil::LinearScale{{{0, 90}, {1, 10}}};
constexpr Cell few{0, State::too_few, 9, 3, 0};
constexpr Cell owed{0, State::not_submitted, 0, 0, 0};
constexpr Cell reminded{0, State::not_submitted, 0, 0, vermeil::CellFlag::chased};

} // namespace

TEST_CASE("bounds are the fewest and the most points of the scale, whichever way it runs") {
    CHECK(points(step(Policy::bounds, few, rising)) == std::pair(10.0, 90.0));
    CHECK(points(step(Policy::bounds, few, falling)) == std::pair(10.0, 90.0));
    CHECK(points(step(Policy::bounds, few, vermeil::StepScale{{{1, 50}, {2, 20}}, 70})) ==
          std::pair(20.0, 70.0));
    CHECK(points(step(Policy::bounds, few, vermeil::WordScale{{40, 0, 15}})) == std::pair(0.0, 40.0));
}

TEST_CASE("a value that may be carried forward and was not is bounded") {
    CHECK(points(step(Policy::carry_forward, few, rising)) == std::pair(10.0, 90.0));
}

TEST_CASE("what is left out or stretched away weighs nothing") {
    CHECK(step(Policy::leave_out, few, rising).weight == 0);
    CHECK(step(Policy::renormalise, few, rising).weight == 0);
    CHECK(step(Policy::bounds, few, rising).weight == 2);
}

TEST_CASE("zero gives no points where the provider owed it and was reminded, else bounds") {
    CHECK(points(step(Policy::zero, reminded, rising)) == std::pair(0.0, 0.0));
    CHECK(points(step(Policy::zero, owed, rising)) == std::pair(10.0, 90.0));
    CHECK(points(step(Policy::zero, reminded, rising, vermeil::Owner::council)) == std::pair(10.0, 90.0));
    CHECK(step(Policy::zero, reminded, rising).weight == 2);
}

TEST_CASE("an interval gives the points at the ends of the share's own Wilson interval") {
    const auto ends = vermeil::wilson_interval({3, 9}); // 3 of 9: 0.1206 to 0.6458
    CHECK(ends.lower == Approx(0.1206).margin(5e-5));
    CHECK(ends.upper == Approx(0.6458).margin(5e-5));
    const auto up = step(Policy::interval, few, rising);
    CHECK(up.lowest_points == Approx(10 + 80 * ends.lower));
    CHECK(up.highest_points == Approx(10 + 80 * ends.upper));
    const auto down = step(Policy::interval, few, falling);
    CHECK(down.lowest_points == Approx(90 - 80 * ends.upper));
    CHECK(down.highest_points == Approx(90 - 80 * ends.lower));
}

TEST_CASE("an interval takes in every bend and step of the scale inside it") {
    const vermeil::Scale peak = vermeil::LinearScale{{{0, 0}, {0.5, 100}, {1, 0}}};
    CHECK(step(Policy::interval, few, peak).highest_points == 100);
    const vermeil::Scale dip = vermeil::StepScale{{{0.2, 5}, {0.4, 60}}, 30};
    CHECK(points(step(Policy::interval, few, dip)) == std::pair(5.0, 60.0));
    const vermeil::Scale outside = vermeil::StepScale{{{0.05, 5}, {0.9, 60}}, 30};
    CHECK(points(step(Policy::interval, few, outside)) == std::pair(5.0, 5.0));
}

TEST_CASE("an interval without answers, or of more than all, has the bounds") {
    CHECK(points(step(Policy::interval, {0, State::too_few, 0, 0, 0}, rising)) == std::pair(10.0, 90.0));
    CHECK(points(step(Policy::interval, {0, State::too_few, 3, 4, 0}, rising)) == std::pair(10.0, 90.0));
}
