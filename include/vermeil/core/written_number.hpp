// SPDX-License-Identifier: MIT
#pragma once
// Numbers as people write them in tables that they publish.

#include <vermeil/core/wording.hpp>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace vermeil {

/// A number that was written as text, and whether a percent sign follows it: `74`, `1,234.5`, `61.9 %`.
struct WrittenNumber {
    double value = 0;     ///< what stands before the sign
    bool percent = false; ///< the sign stands there; what it means is the reader's to know
};

namespace detail {

/// A text without its separators of thousands; nothing where a comma stands elsewhere than before three digits.
inline std::optional<std::string> without_thousands(std::string_view text) {
    const auto whole = text.substr(0, text.find_first_of(".eE"));
    const auto first = whole.find(',');
    if (first == std::string_view::npos) {
        return text.find(',') == std::string_view::npos ? std::optional(std::string(text)) : std::nullopt;
    }
    const auto lead = whole.substr(0, first);
    const auto digits = lead.substr(lead.find_first_not_of('-') == 1 ? 1 : 0);
    bool good = !digits.empty() && digits.size() <= 3 && digits != "0" && (whole.size() - first) % 4 == 0 &&
                text.find(',', whole.size()) == std::string_view::npos;
    std::string joined;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool due = i >= first && (i - first) % 4 == 0;
        good = good && (whole[i] == ',') == due;
        joined += due ? "" : std::string(1, whole[i]);
    }
    joined += text.substr(whole.size());
    return good ? std::optional(joined) : std::nullopt;
}

} // namespace detail

/// The finite number that a text says, with separators of thousands and a percent sign or without; nothing where it says
/// anything else. A point parts the decimals: `0,95` is no number.
inline std::optional<WrittenNumber> written_number(std::string_view text) {
    auto rest = trimmed(text);
    const bool percent = rest.ends_with('%');
    rest = percent ? trimmed(rest.substr(0, rest.size() - 1)) : rest;
    const auto plain = detail::without_thousands(rest);
    if (!plain) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(plain->data(), plain->data() + plain->size(), value);
    const bool good = error == std::errc{} && end == plain->data() + plain->size() && std::isfinite(value);
    return good ? std::optional(WrittenNumber{value, percent}) : std::nullopt;
}

} // namespace vermeil
