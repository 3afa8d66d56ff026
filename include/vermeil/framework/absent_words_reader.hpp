// SPDX-License-Identifier: MIT
#pragma once
// Reads the words that stand in tables where there is no value.

#include <vermeil/core/error.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/framework/missing.hpp>
#include <vermeil/framework/table_reader.hpp>

#include <string_view>
#include <vector>

namespace vermeil::detail {

/// `[absent_words]`: what tables have where there is no value, and the reason that it gives.
inline std::vector<AbsentWord> read_absent_words(const ValueReader& value) {
    std::vector<AbsentWord> words;
    const TableReader reader(value.node(), "[absent_words]");
    const std::vector<std::string_view> reasons(state_names.begin() + 1, state_names.end());
    for (const auto& each : reader.entries()) {
        const ValueReader reason(each.node, quoted(each.key) + " in [absent_words]");
        words.push_back({each.key, static_cast<State>(1 + reason.position_in(reasons)), each.place});
    }
    return words;
}

} // namespace vermeil::detail
