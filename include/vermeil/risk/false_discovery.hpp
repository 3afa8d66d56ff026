// SPDX-License-Identifier: MIT
#pragma once
// What share of a list would be on it by chance alone.

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace vermeil {

/// The false discovery rate at which each would be listed: the least, over all places from its own down, of p times their number over
/// the place.
///
/// Source: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289-300. Assumes p-values that do not
/// depend on each other, or rise and fall together.
/// @param p from 0 to 1, in any order. @return in the order of p, each from its p to 1; equal p-values have equal rates.
inline std::vector<double> false_discovery_rates(std::span<const double> p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [p](auto a, auto b) { return p[a] < p[b]; });
    std::vector<double> rates(p.size());
    double least = 1;
    for (auto place = order.size(); place > 0; --place) {
        const auto at = order[place - 1];
        least = std::min(least, p[at] * static_cast<double>(p.size()) / static_cast<double>(place));
        rates[at] = least;
    }
    return rates;
}

} // namespace vermeil
