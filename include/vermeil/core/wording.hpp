// SPDX-License-Identifier: MIT
#pragma once
// Numbers and lists as people read them, and words as they are compared.

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// A text without blanks at its ends, no-break spaces among them.
inline std::string_view trimmed(std::string_view text) {
    const auto stays = [](char c) { return c > ' ' && c < '\x7f'; };
    if (!text.empty() && stays(text.front()) && stays(text.back())) {
        return text;
    }
    constexpr std::string_view blanks = " \t\r\n";
    constexpr std::string_view no_break = "\xC2\xA0";
    while (true) {
        const auto first = text.find_first_not_of(blanks);
        if (first == std::string_view::npos) {
            return {};
        }
        text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
        if (text.starts_with(no_break)) {
            text.remove_prefix(no_break.size());
        } else if (text.ends_with(no_break)) {
            text.remove_suffix(no_break.size());
        } else {
            return text;
        }
    }
}

/// A text in small letters (A to Z alone), without blanks at its ends and with one blank where several follow each
/// other, no-break spaces among them: the form in which words are compared.
inline std::string folded(std::string_view text) {
    constexpr std::string_view no_break = "\xC2\xA0";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool wide = text.substr(i, no_break.size()) == no_break;
        const char c = text[i];
        if (wide || c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            result += result.empty() || result.back() == ' ' ? "" : " ";
            i += wide ? 1 : 0;
        } else {
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return std::string(trimmed(result));
}

/// A number with so many decimals, such as `74.0`. What rounds to nought has no sign.
inline std::string with_decimals(double value, int decimals) {
    char buffer[400];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    const bool is_nought = text.find_first_not_of("-0.") == std::string_view::npos;
    return std::string(is_nought && text.starts_with('-') ? text.substr(1) : text);
}

namespace detail {

/// The shortest writing of a number that reads back as the same.
inline std::string shortest(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

} // namespace detail

/// A share from 0 to 1 as a percentage with one decimal, such as `98.0 %`.
inline std::string as_percent(double share) { return with_decimals(share * 100, 1) + " %"; }

/// The words with the same between each two.
inline std::string separated(const std::vector<std::string>& words, const std::string& by) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += (i == 0 ? "" : by) + words[i];
    }
    return text;
}

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
