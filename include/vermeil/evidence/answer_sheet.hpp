// SPDX-License-Identifier: MIT
#pragma once
// One returned form of a survey, whole: what rests on several answers of one person needs it.

#include <vermeil/core/quarter.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/origin.hpp>
#include <vermeil/evidence/vocabulary.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The answers that one form gives, item by item; blanks are left out.
struct AnswerSheet {
    std::string survey; ///< empty where the table names none: any survey that has the items
    std::string service;
    Quarter quarter;
    std::optional<Date> returned_on;
    std::vector<std::pair<std::string, std::string>> answers{};
    Origin origin{};

    /// The answer to an item, folded; empty where there is none.
    [[nodiscard]] std::string answer(std::string_view item) const {
        const auto found = std::find_if(answers.begin(), answers.end(),
                                        [&](const auto& each) { return is_same_name(each.first, item); });
        return found == answers.end() ? std::string() : folded(found->second);
    }
};

/// Brings forms into the order of their services; those of one service stay as they were.
inline void sort_by_service(std::vector<AnswerSheet>& sheets) {
    std::stable_sort(sheets.begin(), sheets.end(),
                     [](const auto& left, const auto& right) { return left.service < right.service; });
}

/// The forms of one service among forms in the order of their services.
inline std::span<const AnswerSheet> sheets_of(std::span<const AnswerSheet> sheets, std::string_view service) {
    const auto first = std::lower_bound(sheets.begin(), sheets.end(), service,
                                        [](const auto& sheet, auto id) { return sheet.service < id; });
    const auto last = std::upper_bound(first, sheets.end(), service,
                                       [](auto id, const auto& sheet) { return id < sheet.service; });
    return {first, last};
}

} // namespace vermeil
