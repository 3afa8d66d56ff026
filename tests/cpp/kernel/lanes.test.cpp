// SPDX-License-Identifier: MIT
// The same loop, one row at a time and many at once.

#include "catch.hpp"
#include "kernel/made_up.hpp"

#include <vermeil/kernel/lanes.hpp>

#include <cstddef>
#include <cstdint>

namespace {

using vermeil::detail::Lane;

/// A product and a sum, which a contraction into one rounding would change.
struct MultiplyAndAdd {
    [[gnu::always_inline]] static void run(std::size_t count, const double* left, const double* right,
                                           double* sum) {
        for (std::size_t i = 0; i < count; ++i) {
            sum[i] += left[i] * right[i];
        }
    }
};

} // namespace

TEST_CASE("the widest arithmetic gives the bits of one row at a time") {
    made_up::Draws draws(1);
    Lane left{};
    Lane right{};
    Lane wide{};
    for (std::size_t i = 0; i < vermeil::detail::lanes; ++i) {
        left[i] = draws.share() * 100;
        right[i] = draws.share();
        wide[i] = draws.share();
    }
    Lane narrow = wide;
    vermeil::detail::run_widest<MultiplyAndAdd>(vermeil::detail::lanes, left.data(), right.data(),
                                                wide.data());
    for (std::size_t i = 0; i < vermeil::detail::lanes; ++i) {
        vermeil::detail::run_widest<MultiplyAndAdd>(std::size_t{1}, &left[i], &right[i], &narrow[i]);
    }
    CHECK(wide == narrow);
}

TEST_CASE("a loop touches the rows in work and no other") {
    const Lane left{1, 1, 1, 1};
    Lane sum{};
    vermeil::detail::run_widest<MultiplyAndAdd>(std::size_t{3}, left.data(), left.data(), sum.data());
    CHECK(sum == Lane{1, 1, 1, 0});
}
