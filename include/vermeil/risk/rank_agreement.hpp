// SPDX-License-Identifier: MIT
#pragma once
// How far two orders of the same services agree, ties and all.

#include <vermeil/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vermeil {

/// Pairs by what two orders say of them, and what follows. Each coefficient is from -1 (reversed) to 1 (the same).
struct RankAgreement {
    std::size_t n = 0;
    std::int64_t concordant = 0; ///< pairs that both put in the same order
    std::int64_t discordant = 0; ///< pairs that they put in opposite orders
    std::int64_t tied_first = 0; ///< pairs that the first alone ties
    std::int64_t tied_second = 0;
    double spearman_of_ranks = 0; ///< only to be read through `spearman`

    /// Pairs in order minus pairs reversed over the root of those untied in either (M. G. Kendall, Biometrika 33 (1945) 239-251);
    /// nothing where one of the two ties all.
    [[nodiscard]] std::optional<double> tau_b() const {
        const auto in_first = static_cast<double>(concordant + discordant + tied_second);
        const auto in_second = static_cast<double>(concordant + discordant + tied_first);
        return in_first <= 0 || in_second <= 0 ? std::nullopt
                                               : std::optional(static_cast<double>(concordant - discordant) /
                                                               std::sqrt(in_first * in_second));
    }
    /// The same over the pairs that the second does not tie: how well the first foretells the second (R. H. Somers, American
    /// Sociological Review 27 (1962) 799-811); nothing where the second ties all.
    [[nodiscard]] std::optional<double> somers_d() const {
        const auto untied = static_cast<double>(concordant + discordant + tied_first);
        return untied <= 0 ? std::nullopt
                           : std::optional(static_cast<double>(concordant - discordant) / untied);
    }
    /// The correlation of the mean ranks (C. Spearman, 1904); nothing where one of the two ties all.
    [[nodiscard]] std::optional<double> spearman() const {
        return tau_b() ? std::optional(spearman_of_ranks) : std::nullopt;
    }
};

namespace detail {

/// The ranks of values, twice over, so that the mean rank of those that tie is whole.
inline std::vector<std::int64_t> double_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](auto left, auto right) { return values[left] < values[right]; });
    std::vector<std::int64_t> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        auto next = first;
        for (; next < order.size() && values[order[next]] == values[order[first]]; ++next) {
        }
        for (auto i = first; i < next; ++i) {
            ranks[order[i]] = static_cast<std::int64_t>(first + next + 1);
        }
        first = next;
    }
    return ranks;
}

/// Pairs of values that are alike.
inline std::int64_t tied_pairs(std::vector<std::pair<std::int64_t, std::int64_t>> values) {
    std::sort(values.begin(), values.end());
    std::int64_t pairs = 0;
    std::int64_t run = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        run = values[i] == values[i - 1] ? run + 1 : 0;
        pairs += run;
    }
    return pairs;
}

/// Sorts and counts the pairs that were out of order.
inline std::int64_t inversions(std::vector<std::int64_t>& values, std::size_t first, std::size_t last) {
    if (last - first < 2) {
        return 0;
    }
    const auto middle = first + (last - first) / 2;
    auto count = inversions(values, first, middle) + inversions(values, middle, last);
    std::vector<std::int64_t> merged;
    merged.reserve(last - first);
    auto left = first;
    auto right = middle;
    while (left < middle || right < last) {
        const bool takes_left = left < middle && (right == last || values[left] <= values[right]);
        count += takes_left ? 0 : static_cast<std::int64_t>(middle - left);
        merged.push_back(takes_left ? values[left++] : values[right++]);
    }
    std::copy(merged.begin(), merged.end(), values.begin() + static_cast<std::ptrdiff_t>(first));
    return count;
}

inline double correlation(const std::vector<std::int64_t>& first, const std::vector<std::int64_t>& second) {
    const auto middle = static_cast<double>(first.size() + 1); // of ranks twice over
    double both = 0, own = 0, other = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double left = static_cast<double>(first[i]) - middle;
        const double right = static_cast<double>(second[i]) - middle;
        both += left * right;
        own += left * left;
        other += right * right;
    }
    return own > 0 && other > 0 ? both / std::sqrt(own * other) : 0;
}

} // namespace detail

/// Compares two orders of the same services, value by value, in n log n steps (W. R. Knight, Journal of the American Statistical
/// Association 61 (1966) 436-439).
/// @throws Error when they differ in length or a value is not finite.
inline RankAgreement rank_agreement(std::span<const double> first, std::span<const double> second) {
    if (first.size() != second.size()) {
        throw Error("two orders of " + std::to_string(first.size()) + " and " +
                    std::to_string(second.size()) + " services cannot be compared");
    }
    const auto finite = [](double value) { return std::isfinite(value); };
    if (!std::all_of(first.begin(), first.end(), finite) ||
        !std::all_of(second.begin(), second.end(), finite)) {
        throw Error("an order holds a value that is not finite: leave such services out");
    }
    const auto ranks = detail::double_ranks(first);
    const auto others = detail::double_ranks(second);
    std::vector<std::pair<std::int64_t, std::int64_t>> both, own, other;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        both.emplace_back(ranks[i], others[i]);
        own.emplace_back(ranks[i], 0);
        other.emplace_back(others[i], 0);
    }
    std::sort(both.begin(), both.end());
    std::vector<std::int64_t> in_order;
    for (const auto& each : both) {
        in_order.push_back(each.second);
    }
    RankAgreement made;
    made.n = ranks.size();
    const auto n = static_cast<std::int64_t>(made.n);
    const auto tied_in_both = detail::tied_pairs(both);
    made.tied_first = detail::tied_pairs(own) - tied_in_both;
    made.tied_second = detail::tied_pairs(other) - tied_in_both;
    made.discordant = detail::inversions(in_order, 0, in_order.size());
    made.concordant = n * (n - 1) / 2 - tied_in_both - made.tied_first - made.tied_second - made.discordant;
    made.spearman_of_ranks = detail::correlation(ranks, others);
    return made;
}

} // namespace vermeil
