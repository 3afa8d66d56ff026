// SPDX-License-Identifier: MIT
// Columns that hold no values until they are written: small ones and large ones.

#include "catch.hpp"

#include <vermeil/core/unfilled.hpp>

#include <cstddef>
#include <numeric>

TEST_CASE("what is written is read, whatever the size") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{1} << 20U}) {
        vermeil::UnfilledVector<double> column(size);
        std::iota(column.begin(), column.end(), 1.0);
        REQUIRE(column.size() == size);
        CHECK((size == 0 || column.back() == static_cast<double>(size)));
        const auto copy = column;
        CHECK(copy == column);
        column.resize(size + 1);
        column.back() = 7;
        CHECK((size == 0 || column.front() == 1));
    }
}

TEST_CASE("elements with values keep them") {
    const vermeil::UnfilledVector<int> column(5, 3);
    CHECK(std::accumulate(column.begin(), column.end(), 0) == 15);
}
