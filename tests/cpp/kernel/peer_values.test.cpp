// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/peer_values.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

using namespace vermeil;

TEST_CASE("statistics of values in rising order") {
    const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
    CHECK(mean_of(values) == 5);
    CHECK(deviation_of(values) == Approx(std::sqrt(32.0 / 7)));
    CHECK(mean_of({}) == 0);
    CHECK(deviation_of(std::vector<double>{3}) == 0);
    // Definition 7: the quartiles of 1, 2, 3, 4 are 1.75 and 3.25.
    const std::vector<double> four{1, 2, 3, 4};
    CHECK(quantile_of(four, 0.25) == 1.75);
    CHECK(quantile_of(four, 0.75) == 3.25);
    CHECK(quantile_of(four, 1) == 4);
    CHECK(quantile_of({}, 0.5) == 0);
}

TEST_CASE("a deviation of all there are has their number in the denominator") {
    CHECK(deviation_of(std::vector<double>{2, 4, 4, 4, 5, 5, 7, 9}, false) == 2);
    CHECK(deviation_of(std::vector<double>{3}, false) == 0);
}

TEST_CASE("quantiles of the nine definitions") {
    // Worked out from the formulas of Hyndman and Fan; numpy.quantile gives the same.
    const std::vector<double> values{1, 2, 3, 4, 6, 7, 8};
    struct {
        std::uint32_t type;
        double tenth, median, three_quarters;
    } const expected[] = {
        {1, 1, 4, 7},       {2, 1, 4, 7}, {3, 1, 4, 6},     {4, 1, 3.5, 6.25},
        {5, 1.2, 4, 6.75},  {6, 1, 4, 7}, {7, 1.6, 4, 6.5}, {8, 1.0 + 1.0 / 15, 4, 6.0 + 5.0 / 6},
        {9, 1.1, 4, 6.8125}};
    for (const auto& each : expected) {
        CAPTURE(each.type);
        CHECK(quantile_of(values, 0.1, each.type) == Approx(each.tenth));
        CHECK(quantile_of(values, 0.5, each.type) == Approx(each.median));
        CHECK(quantile_of(values, 0.75, each.type) == Approx(each.three_quarters));
    }
    const std::vector<double> four{1, 2, 3, 4};
    CHECK(quantile_of(four, 0.5, 1) == 2);
    CHECK(quantile_of(four, 0.5, 2) == 2.5);
    CHECK(quantile_of(four, 0.375, 3) == 2); // half-way between two: the one at an even place
    CHECK(quantile_of(four, 0.625, 3) == 2);
    for (std::uint32_t type = 1; type <= 9; ++type) {
        CHECK(quantile_of(four, 0, type) == 1);
        CHECK(quantile_of(four, 1, type) == 4);
    }
}

TEST_CASE("the median and the distances from it are not moved by one value far away") {
    const auto [median, deviation] = middle_of(std::vector<double>{1, 2, 3, 4, 90}, Deviation::median);
    CHECK(median == 3);
    CHECK(deviation == Approx(1.4826));
}

TEST_CASE("equal values share the mean, the least or the most of their ranks") {
    const std::vector<double> values{3, 5, 5, 7};
    CHECK(ranks_of(values)[1] == ScalePoint{5, 2.5});
    CHECK(ranks_of(values, Ties::least)[1] == ScalePoint{5, 2});
    CHECK(ranks_of(values, Ties::most)[1] == ScalePoint{5, 3});
}
