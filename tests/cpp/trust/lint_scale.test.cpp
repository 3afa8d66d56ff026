// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_better.hpp>
#include <vermeil/trust/lint_scale.hpp>

using namespace small;

namespace {

std::vector<Finding> of_scale(Scale scale, std::optional<Direction> direction = {}) {
    auto made = rules();
    made.indicators[0].scale = std::move(scale);
    made.indicators[0].direction = direction;
    return found(detail::lint_scales, made);
}

} // namespace

TEST_CASE("a scale that goes one way has nothing to be found") {
    CHECK(of_scale(LinearScale{{{0, 0}, {1, 100}}}, Direction::higher).empty());
    CHECK(of_scale(LinearScale{{{0, 100}, {1, 0}}}, Direction::lower).empty());
    CHECK(of_scale(StepScale{{{1, 50}, {2, 0}}, 100}).empty());
}

TEST_CASE("a flat scale and one that turns are found with their points") {
    CHECK(of_scale(LinearScale{{{0, 50}, {1, 50}}}).at(0).what ==
          "every value of measure 'care' earns 50 points");
    const auto turning = of_scale(LinearScale{{{0, 0}, {0.5, 100}, {1, 20}}}).at(0);
    CHECK(turning.rule == LintRule::scale_turns);
    CHECK(turning.witness.text == "0.5 earns 100, and 1 earns 20");
}

TEST_CASE("a scale against its direction is found") {
    const auto finding = of_scale(LinearScale{{{0, 100}, {1, 0}}}, Direction::higher).at(0);
    CHECK(finding.rule == LintRule::scale_against_direction);
    CHECK(finding.witness.text == "0 earns 100, and 1 earns 0");
}

TEST_CASE("words stand best first, and earn the most risk where they stand last") {
    auto made = rules();
    made.ordered_scales = {{"cqc", {"Good", "Poor"}, {}}};
    made.indicators[0].measure.value = LatestRating{"cqc"};
    made.indicators[0].measure.least_n = 0;
    made.indicators[0].scale = WordScale{{0, 100}};
    CHECK(found(detail::lint_scales, made).at(0).rule == LintRule::scale_against_direction);
    made.higher_is = Face::worse;
    CHECK(found(detail::lint_scales, made).empty());
}

TEST_CASE("points that a group turns round go the way that its scale makes them go") {
    auto made = rules();
    Group turned{"turned", "", "", Aggregate::mean, 1.0, {}};
    turned.scale = LinearScale{{{0, 100}, {100, 0}}};
    made.groups = {turned};
    auto& indicator = made.indicators[1];
    indicator.within = "turned";
    indicator.direction = Direction::lower;
    CHECK(detail::is_turned(made, indicator));
    CHECK(found(detail::lint_scales, made).empty());
    CHECK(found(detail::lint_better, made).empty());
    indicator.direction = Direction::higher;
    CHECK(found(detail::lint_scales, made).size() == 1);
}
