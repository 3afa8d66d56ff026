// SPDX-License-Identifier: MIT
#pragma once
// When two numbers are one but for how sums and quotients round.

#include <algorithm>
#include <cmath>

namespace vermeil {

/// Whether two finite numbers differ by no more than rounding: by a millionth of a millionth of the greater of them or of `size`, which
/// is far above what the sum of a long series strays and far below what anyone measures. Numbers that are equal do.
///
/// @param size how great the numbers were of which these are the small differences; 0 where they are none.
inline bool differ_by_rounding(double a, double b, double size = 0) {
    return std::abs(a - b) <= 1e-12 * std::max({std::abs(a), std::abs(b), size});
}

} // namespace vermeil
