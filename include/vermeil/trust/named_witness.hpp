// SPDX-License-Identifier: MIT
#pragma once
// Names of peers in what the linter says, in the place of the numbers that stand for them.

#include <vermeil/core/wording.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/trust/finding.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

/// A text in which each number that stands for a name of the table is that name.
inline std::string with_names(std::string_view text, const MeasureTable& table) {
    constexpr std::size_t digits_of_a_name = 16; // as number_of_name makes them
    std::string made;
    while (!text.empty()) {
        const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
        const auto name =
            digits == digits_of_a_name ? table.name_of(std::stod(std::string(text.substr(0, digits)))) : "";
        const auto taken = std::max<std::size_t>(digits, 1);
        made += name.empty() ? std::string(text.substr(0, taken)) : quoted(name);
        text.remove_prefix(taken);
    }
    return made;
}

/// Puts the names of a table into the witnesses of findings.
inline void put_names(const MeasureTable& table, std::vector<Finding>& findings) {
    for (auto& finding : findings) {
        if (table.has_names()) {
            finding.witness.text = with_names(finding.witness.text, table);
        }
    }
}

} // namespace vermeil::detail
