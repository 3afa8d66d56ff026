// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/weight_column.hpp>

using namespace vermeil;

TEST_CASE("a column of weights names no weight for what is absent unless it is told one") {
    const WeightColumn column{"beds"};
    CHECK(column.measure == "beds");
    CHECK_FALSE(column.otherwise);
}
