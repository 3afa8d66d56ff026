// SPDX-License-Identifier: MIT
#pragma once
// Numbers and lists as people read them.

#include <charconv>
#include <string>
#include <vector>

namespace vermeil {

/// A number with so many decimals, such as `74.0`.
inline std::string with_decimals(double value, int decimals) {
    char buffer[400];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals).ptr;
    return {buffer, end};
}

/// A share from 0 to 1 as a percentage with one decimal, such as `98.0 %`.
inline std::string as_percent(double share) { return with_decimals(share * 100, 1) + " %"; }

/// `a`, `a or b`, `a, b or c`.
inline std::string joined(const std::vector<std::string>& words, const std::string& last = " or ") {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += i == 0 ? "" : i + 1 == words.size() ? last : ", ";
        text += words[i];
    }
    return text;
}

} // namespace vermeil
