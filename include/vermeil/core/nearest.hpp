// SPDX-License-Identifier: MIT
#pragma once
// The word that somebody may have meant.

#include <vermeil/core/error.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

namespace detail {

/// The fewest single steps from one word to the other: a byte put in, taken out or changed, or two neighbours
/// swapped. Capitals A to Z do not matter. (The optimal string alignment distance.)
inline std::size_t steps_between(std::string_view left, std::string_view right) {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    std::vector<std::size_t> before(right.size() + 1), last(right.size() + 1), row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= left.size(); ++i) {
        before.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool same = small(left[i - 1]) == small(right[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && small(left[i - 1]) == small(right[j - 2]) &&
                                 small(left[i - 2]) == small(right[j - 1]);
            row[j] = swapped ? std::min(row[j], before[j - 2] + 1) : row[j];
        }
    }
    return row[right.size()];
}

} // namespace detail

/// The word of a list that is nearest to the given one, the first of several as near.
///
/// Nothing when none is near: one slip is forgiven in words of two to five letters, one more for each four
/// letters beyond. Words of more than 60 bytes are never near.
template <class Words> std::optional<std::string> nearest(std::string_view given, const Words& words) {
    constexpr std::size_t longest = 60;
    if (given.empty() || given.size() > longest) {
        return std::nullopt;
    }
    const std::size_t forgiven = (given.size() + 2) / 4;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    std::optional<std::string> found;
    for (const auto& word : words) {
        const std::string_view candidate(word);
        const auto steps = candidate.size() > longest ? longest : detail::steps_between(given, candidate);
        if (steps <= forgiven && steps < fewest) {
            fewest = steps;
            found = std::string(candidate);
        }
    }
    return found;
}

/// The end of a message about a word that is none of a list: `; did you mean 'weight'?`, or nothing.
template <class Words> std::string did_you_mean(std::string_view given, const Words& words) {
    const auto word = nearest(given, words);
    return word ? "; did you mean " + quoted(*word) + "?" : "";
}

} // namespace vermeil
