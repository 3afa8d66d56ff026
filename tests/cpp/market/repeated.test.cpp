// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/repeated.hpp>

#include <vector>

TEST_CASE("the first repeat is found") {
    const std::vector<int> numbers{1, 2, 3, 2, 1};
    CHECK(vermeil::detail::repeated(numbers) == &numbers[3]);
    CHECK(vermeil::detail::repeated(std::vector<int>{1, 2}) == nullptr);
}
