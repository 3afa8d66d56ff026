// SPDX-License-Identifier: MIT
#pragma once
// A column of words that repeat.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace vermeil {

/// Words by their places in a list, as a dictionary of Arrow or a factor holds them.
struct Coded {
    std::span<const std::uint32_t> places; ///< each below the number of words where the row holds a value
    std::span<const std::string_view> words;

    [[nodiscard]] std::size_t size() const noexcept { return places.size(); }
    /// The word of a row that holds a value.
    [[nodiscard]] std::string_view operator[](std::size_t row) const noexcept { return words[places[row]]; }
};

} // namespace vermeil
