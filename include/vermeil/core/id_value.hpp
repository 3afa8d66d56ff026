// SPDX-License-Identifier: MIT
#pragma once
// An id as its source holds it, a whole number or a text, with the order in which results stand.

#include <cstdint>
#include <string>
#include <variant>

namespace vermeil {

/// A whole number or a text. Numbers come before texts and in the order of counting, texts in that of their bytes.
using IdValue = std::variant<std::int64_t, std::string>;

/// The id as people read it.
inline std::string to_string(const IdValue& id) {
    const auto* number = std::get_if<std::int64_t>(&id);
    return number != nullptr ? std::to_string(*number) : std::get<std::string>(id);
}

} // namespace vermeil
