// SPDX-License-Identifier: MIT
// The icons of variation and assurance.

#include "catch.hpp"

#include <vermeil/risk/chart_icon.hpp>

using vermeil::Assurance;
using vermeil::Improves;
using vermeil::Variation;

namespace {

vermeil::ChartPoint at(double value) {
    vermeil::ChartPoint point;
    point.value = value;
    point.has = point.has_centre = true;
    vermeil::detail::set_limits(point, 1);
    return point;
}

Assurance assured(Improves improves, std::optional<double> target) {
    vermeil::ChartRules rules;
    rules.improves = improves;
    rules.target = target;
    return assurance_of(at(0), rules);
}

} // namespace

TEST_CASE("a special point improves where it lies on the better side") {
    CHECK(variation_of(at(4), 1, Improves::up) == Variation::improving_high);
    CHECK(variation_of(at(4), 1, Improves::down) == Variation::concerning_high);
    CHECK(variation_of(at(-4), 1, Improves::down) == Variation::improving_low);
    CHECK(variation_of(at(-4), 1, Improves::up) == Variation::concerning_low);
    CHECK(variation_of(at(4), 1, Improves::neither) == Variation::neither_high);
    CHECK(variation_of(at(-4), 1, Improves::neither) == Variation::neither_low);
}

TEST_CASE("a special point on the centre is never an improvement") {
    CHECK(variation_of(at(0), 4, Improves::up) == Variation::concerning_low);
    CHECK(variation_of(at(0), 4, Improves::down) == Variation::concerning_low);
}

TEST_CASE("without limits variation is unknown, else common cause") {
    auto point = at(1);
    CHECK(variation_of(point, 0, Improves::up) == Variation::common_cause);
    point.has_limits = false;
    CHECK(variation_of(point, 0, Improves::up) == Variation::unknown);
    point.has = false;
    CHECK(variation_of(point, 1, Improves::up) == Variation::unknown);
}

TEST_CASE("limits beyond the target pass or fail, limits about it hit or miss") {
    CHECK(assured(Improves::up, -3.5) == Assurance::pass);
    CHECK(assured(Improves::up, 3.5) == Assurance::fail);
    CHECK(assured(Improves::down, 3.5) == Assurance::pass);
    CHECK(assured(Improves::down, -3.5) == Assurance::fail);
    CHECK(assured(Improves::up, 3) == Assurance::hit_or_miss);
    CHECK(assured(Improves::neither, 9) == Assurance::no_target);
    CHECK(assured(Improves::up, std::nullopt) == Assurance::no_target);
}
