// SPDX-License-Identifier: MIT
// The same loop, one row at a time and many at once, with every width of arithmetic that the machine has.

#include "catch.hpp"
#include "kernel/made_up.hpp"

#include <vermeil/kernel/lanes.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace {

using vermeil::detail::Width;

/// A product and a sum, which a contraction into one rounding would change.
template <std::size_t Rows> struct MultiplyAndAdd {
    static constexpr std::size_t rows = Rows;
    [[gnu::always_inline]] static void run(const double* left, const double* right, double* sum) {
        for (std::size_t i = 0; i < vermeil::detail::run_length<Rows>; ++i) {
            sum[i] += left[i] * right[i];
        }
    }
};

} // namespace

TEST_CASE("every width of arithmetic gives the bits of one row at a time") {
    using vermeil::detail::block_rows;
    made_up::Draws draws(1);
    std::array<double, block_rows> left{};
    std::array<double, block_rows> right{};
    std::array<double, block_rows> before{};
    for (std::size_t i = 0; i < block_rows; ++i) {
        left[i] = draws.share() * 100;
        right[i] = draws.share();
        before[i] = draws.share();
    }
    auto narrow = before;
    for (std::size_t i = 0; i < block_rows; ++i) {
        vermeil::detail::run<MultiplyAndAdd<1>>(Width::of_build, &left[i], &right[i], &narrow[i]);
    }
    for (const Width width : {Width::of_build, Width::avx2, Width::avx512}) {
        if (width <= vermeil::detail::width()) {
            auto wide = before;
            vermeil::detail::run<MultiplyAndAdd<block_rows>>(width, left.data(), right.data(), wide.data());
            CHECK(wide == narrow);
        }
    }
}

TEST_CASE("masks choose without a branch") {
    using vermeil::detail::choose;
    using vermeil::detail::mask;
    using vermeil::detail::where;
    CHECK(choose(mask(true), 3, 7) == 3);
    CHECK(choose(mask(false), 3, 7) == 7);
    CHECK(where(true, 1.5) == 1.5);
    CHECK(where(false, 1.5) == 0);
    CHECK(where(false, std::numeric_limits<double>::quiet_NaN()) == 0);
    CHECK_FALSE(std::signbit(where(false, -1.5)));
}
