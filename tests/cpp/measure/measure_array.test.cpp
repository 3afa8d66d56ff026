// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/measure_array.hpp>

#include <vector>

using namespace vermeil;

TEST_CASE("a column's values are shown as an Eigen array without a copy") {
    const std::vector<double> values{0.5, 0.25};
    const std::vector<State> states{State::present, State::present};
    const MeasureColumn column{values, states, {}, {}, {}};
    const auto array = array_of(column);
    CHECK(array.size() == 2);
    CHECK(array.sum() == 0.75);
    CHECK(array.data() == values.data());
}
