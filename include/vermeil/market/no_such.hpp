// SPDX-License-Identifier: MIT
#pragma once
// The words for an id that stands for nothing: what is known, or the few that come nearest.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <vermeil/core/error.hpp>

namespace vermeil {

namespace detail {

/// Whether one text becomes the other by at most so many letters added, dropped or exchanged.
inline bool within_edits(std::string_view a, std::string_view b, int edits) noexcept {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    if (a.empty() || b.empty()) {
        return a.size() + b.size() <= static_cast<std::size_t>(edits);
    }
    return edits > 0 && (within_edits(a.substr(1), b.substr(1), edits - 1) ||
                         within_edits(a.substr(1), b, edits - 1) || within_edits(a, b.substr(1), edits - 1));
}

} // namespace detail

/// Says that an id stands for nothing, and lists what is known: all ids where they are few, else those that
/// differ from it by one or two letters, else the first ones as samples.
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
    std::vector<std::string_view> near;
    for (const int edits : {1, 2}) {
        for (const auto id : known) {
            if (near.size() < samples && detail::within_edits(given, id, edits) &&
                (edits == 1 || !detail::within_edits(given, id, 1))) {
                near.push_back(id);
            }
        }
    }
    const auto among = text + " among " + std::to_string(known.size());
    if (near.empty()) {
        near.assign(known.begin(), known.begin() + samples);
        return among + ", such as " + one_of(near);
    }
    return among + "; nearest " + (near.size() == 1 ? "is " : "are ") + one_of(near);
}

} // namespace vermeil
