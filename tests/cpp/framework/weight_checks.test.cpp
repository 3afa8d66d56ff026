// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/weight_checks.hpp>

using namespace vermeil;
using Catch::Matchers::Contains;

TEST_CASE("a weight stands in a column that there is, and nowhere else") {
    auto rules = sample::rules();
    const auto& about = rules.indicators[0].measure.id;
    rules.indicators[0].weighed_by = WeightColumn{about};
    CHECK_THROWS_WITH(Framework(rules), Contains("has both a weight and a column of weights"));
    rules.indicators[0].weight.reset();
    CHECK_NOTHROW(Framework(rules));
    rules.indicators[0].weighed_by->measure = "beds";
    CHECK_THROWS_WITH(Framework(rules), Contains("is weighed by 'beds'; the measures are"));
    rules.indicators[0].weighed_by = WeightColumn{about, -1.0};
    CHECK_THROWS_WITH(Framework(rules),
                      Contains("otherwise weighs -1; a number from 0 to 1000000 is needed"));
}

TEST_CASE("a weight that cannot be is refused where it stands, one that is not set is not") {
    auto rules = sample::rules();
    rules.indicators[0].weight = -4;
    CHECK_THROWS_WITH(detail::check_weights(rules),
                      "rules:5:9: measure 'dignity' has weight -4; a weight is a number above 0");
    rules.indicators[0].weight.reset();
    CHECK_NOTHROW(detail::check_weights(rules));
    rules.groups[0].weight = 0;
    CHECK_THROWS_WITH(detail::check_weights(rules),
                      "rules:4:1: group 'people' has weight 0; a weight is a number above 0");
}
