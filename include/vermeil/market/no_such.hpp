// SPDX-License-Identifier: MIT
#pragma once
// The words for an id that stands for nothing: what is known, or what comes nearest.

#include <vermeil/core/error.hpp>
#include <vermeil/core/nearest.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// Says that an id stands for nothing, and lists what is known: all ids where they are few, else the one that
/// was probably meant, else the first ones as samples.
///
/// The given id is left out: it stands in the reject as the value. `kind` is the noun, such as `provider`.
inline std::string no_such(std::string_view kind, std::string_view given,
                           const std::vector<std::string_view>& known) {
    constexpr std::size_t few = 6;
    constexpr std::size_t samples = 3;
    const auto text = "no such " + std::string(kind);
    if (known.empty()) {
        return text + "; none is known";
    }
    if (known.size() <= few) {
        return text + "; known " + (known.size() == 1 ? "is " : "are ") + one_of(known);
    }
    const auto among = text + " among " + std::to_string(known.size());
    const auto meant = did_you_mean(given, known);
    const std::vector<std::string_view> first(known.begin(), known.begin() + samples);
    return among + (meant.empty() ? ", such as " + one_of(first) : meant);
}

} // namespace vermeil
