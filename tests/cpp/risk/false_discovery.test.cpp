// SPDX-License-Identifier: MIT
// False discovery rates by hand.

#include "catch.hpp"

#include <vermeil/risk/false_discovery.hpp>

#include <vector>

using Rates = std::vector<double>;

TEST_CASE("rates follow the places of p-values, and never fall with them") {
    const auto rates = vermeil::false_discovery_rates(Rates{0.04, 0.01, 0.03, 0.5});
    CHECK(rates[1] == Approx(0.04));     // 0.01 * 4 / 1
    CHECK(rates[2] == Approx(0.16 / 3)); // 0.03 * 4 / 2 = 0.06 gives way to 0.04 * 4 / 3
    CHECK(rates[0] == Approx(0.16 / 3));
    CHECK(rates[3] == Approx(0.5));
}

TEST_CASE("equal p-values have equal rates, and none has none") {
    CHECK(vermeil::false_discovery_rates(Rates{0.2, 0.2}) == Rates{0.2, 0.2});
    CHECK(vermeil::false_discovery_rates(Rates{}).empty());
}
