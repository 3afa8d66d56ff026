// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/alone.hpp>

#include <cstddef>
#include <vector>

TEST_CASE("alone, one share after the other is done") {
    std::vector<std::size_t> done;
    vermeil::Alone::run(3, [&](std::size_t share) { done.push_back(share); });
    CHECK(done == std::vector<std::size_t>{0, 1, 2});
    CHECK(vermeil::Alone::shares() == 1);
}
