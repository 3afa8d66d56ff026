// SPDX-License-Identifier: MIT
#pragma once
// What something about a standard measure is set to.

#include <vermeil/core/wording.hpp>

#include <string>
#include <variant>
#include <vector>

namespace vermeil {

/// What a parameter is set to: a number, yes or no, a word or id, or a list of them.
using Setting = std::variant<double, bool, std::string, std::vector<std::string>>;

/// A setting in words: `10`, `yes`, `met`, `agree; strongly agree`.
inline std::string to_string(const Setting& setting) {
    if (const auto* number = std::get_if<double>(&setting)) {
        return detail::shortest(*number);
    }
    if (const auto* truth = std::get_if<bool>(&setting)) {
        return *truth ? "yes" : "no";
    }
    if (const auto* word = std::get_if<std::string>(&setting)) {
        return *word;
    }
    std::string text;
    for (const auto& word : std::get<std::vector<std::string>>(setting)) {
        text += (text.empty() ? "" : "; ") + word;
    }
    return text;
}

} // namespace vermeil
