// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/circle.hpp>

#include <cstdint>
#include <vector>

using vermeil::detail::Circle;
using vermeil::detail::Meeting;

TEST_CASE("a circle tells every worker who came, and nobody else") {
    const std::vector<std::uint32_t> times{2, 0, 5}, workers{7, 8, 9, 10};
    const std::vector<Meeting> others{{70, 1}};
    std::vector<Meeting> told;
    Circle{1, times, workers, others}.each([&](const Meeting& meeting) { told.push_back(meeting); });
    CHECK(told == std::vector<Meeting>{{7, 2}, {9, 5}, {70, 1}});
}

TEST_CASE("in an empty circle nobody is told") {
    Circle{}.each([](const Meeting&) { FAIL("somebody"); });
    CHECK(Circle{}.person == 0);
}
