// SPDX-License-Identifier: MIT
// Columns of many rows.

#include "catch.hpp"

#include <vermeil/core/large_vector.hpp>

#include <cstdint>

TEST_CASE("a large vector is a vector, short or long") {
    vermeil::LargeVector<std::int64_t> numbers{1, 2, 3};
    numbers.push_back(4);
    CHECK(numbers == vermeil::LargeVector<std::int64_t>{1, 2, 3, 4});
    constexpr std::size_t many = 3'000'000; // bytes beyond a large page
    numbers.resize(many, 7);
    CHECK(numbers[3] == 4);
    CHECK(numbers[many - 1] == 7);
    const auto copy = numbers;
    numbers.clear();
    CHECK(copy[many - 1] == 7);
}

TEST_CASE("memory of many bytes begins at a large page") {
    const vermeil::LargeVector<double> numbers(1'000'000);
    CHECK(reinterpret_cast<std::uintptr_t>(numbers.data()) % vermeil::detail::large_page == 0);
}
