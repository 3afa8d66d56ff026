// SPDX-License-Identifier: MIT
// The four rules of special cause, each at its edge, and against a slow reference.

#include "catch.hpp"

#include <vermeil/risk/special_cause.hpp>

#include <random>
#include <vector>

namespace {

using Marks = std::vector<std::uint8_t>;

Marks shifts(const std::vector<int>& sides, std::size_t length = 7) {
    Marks marks(sides.size());
    vermeil::mark_runs(sides, length, [&](std::size_t at) { marks[at] = 1; });
    return marks;
}

Marks trends(const std::vector<double>& values, std::size_t length = 7) {
    Marks marks(values.size());
    vermeil::mark_trends(values, length, [&](std::size_t at) { marks[at] = 1; });
    return marks;
}

/// By definition: part of any window of so many points that each rise, or each fall.
Marks slow_trends(const std::vector<double>& values, std::size_t length) {
    Marks marks(values.size());
    for (std::size_t first = 0; first + length <= values.size(); ++first) {
        bool rises = true;
        bool falls = true;
        for (std::size_t i = first + 1; i < first + length; ++i) {
            rises = rises && values[i] > values[i - 1];
            falls = falls && values[i] < values[i - 1];
        }
        for (std::size_t i = first; i < first + length && (rises || falls); ++i) {
            marks[i] = 1;
        }
    }
    return marks;
}

} // namespace

TEST_CASE("seven on one side are a shift, six are not") {
    CHECK(shifts({1, 1, 1, 1, 1, 1, 0}) == Marks{0, 0, 0, 0, 0, 0, 0});
    CHECK(shifts({-1, 1, 1, 1, 1, 1, 1, 1}) == Marks{0, 1, 1, 1, 1, 1, 1, 1});
    CHECK(shifts({}).empty());
}

TEST_CASE("seven on the centre are no shift") { CHECK(shifts(std::vector<int>(7, 0)) == Marks(7)); }

TEST_CASE("a trend needs seven points of which each goes on") {
    CHECK(trends({1, 2, 3, 4, 5, 6, 7}) == Marks(7, 1));
    CHECK(trends({1, 2, 3, 3, 4, 5, 6, 7}) == Marks(8));
    CHECK(trends({2, 1, 2, 3, 4, 5, 6, 7, 3}) == Marks{0, 1, 1, 1, 1, 1, 1, 1, 0});
    CHECK(trends({5}) == Marks(1));
}

TEST_CASE("trends are what their definition says, on made-up series") {
    std::mt19937 chance(5);
    for (int round = 0; round < 2000; ++round) {
        std::vector<double> values(12);
        for (auto& value : values) {
            value = static_cast<double>(chance() % 4);
        }
        CHECK(trends(values, 3) == slow_trends(values, 3));
        CHECK(trends(values, 4) == slow_trends(values, 4));
    }
}

TEST_CASE("two of three near a limit count only where all three lie on one side") {
    Marks marks(3);
    const auto mark = [&](std::size_t at) { marks[at] = 1; };
    vermeil::mark_two_of_three(std::vector<int>{1, -1, 1}, Marks{1, 0, 1}, mark);
    CHECK(marks == Marks(3));
    vermeil::mark_two_of_three(std::vector<int>{1, 1, 1}, Marks{1, 0, 1}, mark);
    CHECK(marks == Marks(3, 1));
}

TEST_CASE("a withheld month does not end a shift") {
    std::vector<vermeil::ChartPoint> points(8);
    for (auto& point : points) {
        point.value = 1;
        point.has = point.has_centre = true;
    }
    points[3].has = false;
    Marks causes(8);
    vermeil::SpecialCauses().find(points, {}, causes);
    CHECK(causes == Marks{2, 2, 2, 0, 2, 2, 2, 2});
}
