// SPDX-License-Identifier: MIT
#pragma once
// Finds rows whose cells cannot all be true of one case, and more answers than forms.

#include <vermeil/core/rejects.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/check_share.hpp>
#include <vermeil/evidence/checked_table.hpp>
#include <vermeil/evidence/evidence.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil {

namespace detail {

/// A cell as a rule asks for it: filled, empty, or one of the texts that mean a word.
struct AskedCell {
    std::string_view field;
    enum class Is : std::uint8_t { filled, empty, word, yes, no } is;
    std::string_view word{};
};

/// Two cells of one row of a table that contradict each other; the first is told.
struct Contradiction {
    std::string_view table;
    AskedCell told;
    AskedCell other;
    std::string_view reason;
};

inline constexpr std::array<Contradiction, 5> contradictions{{
    {"technology_offers",
     {"taken_up", AskedCell::Is::yes},
     {"offered", AskedCell::Is::no},
     "taken up, and the row says that nothing was offered"},
    {"referrals",
     {"started_on", AskedCell::Is::filled},
     {"answer", AskedCell::Is::word, "declined"},
     "care started, and the service had declined"},
    {"referrals",
     {"withdrawn_on", AskedCell::Is::filled},
     {"started_on", AskedCell::Is::filled},
     "the request fell away, and the row says that care started"},
    {"complaints",
     {"outcome", AskedCell::Is::filled},
     {"concluded_on", AskedCell::Is::empty},
     "has an outcome, and no day on which it was concluded: it counts as open"},
    {"complaints",
     {"outcome", AskedCell::Is::filled},
     {"kind", AskedCell::Is::word, "compliment"},
     "a compliment has no outcome; was it a complaint?"},
}};

/// Whether a row's cell is what a rule asks for; a column that is not there is empty.
inline bool is_so(const CheckedTable& table, std::size_t row, const AskedCell& asked) {
    const auto at = table.position(asked.field);
    const auto cell = at ? table.reader().cell(*at, row) : std::string();
    switch (asked.is) {
    case AskedCell::Is::filled:
        return !cell.empty();
    case AskedCell::Is::empty:
        return cell.empty();
    case AskedCell::Is::word:
        return folded(cell) == asked.word;
    default:
        break;
    }
    Rejects unread;
    const auto truth = at ? table.reader().row(row, unread).truth(*at) : std::nullopt;
    return truth == std::optional(asked.is == AskedCell::Is::yes);
}

/// How many forms of a survey, service and quarter there are, and what they are: usable, else returned, else sent.
using FormPlace = std::array<std::string, 3>;
using FormCounts = std::map<FormPlace, std::pair<std::uint32_t, std::string_view>>;

inline FormCounts form_counts(const Evidence& evidence) {
    FormCounts forms;
    for (const auto& base : evidence.survey_bases) {
        const FormPlace place{base.survey, base.service, to_string(base.quarter)};
        for (const auto& [count, what] :
             {std::pair(base.usable, "usable"), std::pair(base.returned, "returned"),
              std::pair(base.sent, "sent")}) {
            if (count) {
                forms.emplace(place, std::pair(*count, std::string_view(what)));
            }
        }
    }
    return forms;
}

} // namespace detail

/// Flags rows of which two cells contradict each other: technology taken up that nobody offered, care that started though it
/// was declined or fell away, an outcome without a conclusion or of a compliment.
inline void flag_contradicting_cells(CheckedTable& table, Rejects& findings) {
    for (const auto& rule : detail::contradictions) {
        const auto told = table.position(rule.told.field);
        if (rule.table != table.schema().name || !told) {
            continue;
        }
        for (std::size_t row = 0; row < table.frame().rows(); ++row) {
            if (table.is_used(row) && detail::is_so(table, row, rule.told) &&
                detail::is_so(table, row, rule.other)) {
                table.flag(row, *told, std::string(rule.reason), findings);
            }
        }
    }
}

/// Flags answers as counts to an item with more answers than the survey's base has usable forms; where those are not known,
/// than forms that were returned or sent.
inline void flag_more_answers_than_forms(CheckedTable& answers, const Evidence& evidence, Rejects& findings) {
    const auto forms = detail::form_counts(evidence);
    const auto count = answers.position("count");
    if (forms.empty() || !count) {
        return;
    }
    const auto cell = [&](std::string_view name, std::size_t row) {
        const auto at = answers.position(name);
        return at ? answers.reader().cell(*at, row) : std::string();
    };
    const auto place = [&](std::size_t row) {
        const auto quarter = read_quarter(cell("quarter", row));
        return detail::FormPlace{cell("survey", row), cell("service", row),
                                 quarter ? to_string(*quarter) : ""};
    };
    std::map<std::pair<detail::FormPlace, std::string>, std::uint64_t> given;
    for (std::size_t row = 0; row < answers.frame().rows(); ++row) {
        if (answers.is_used(row)) {
            given[{place(row), cell("item", row)}] += detail::count_of(cell("count", row)).value_or(0);
        }
    }
    for (std::size_t row = 0; row < answers.frame().rows(); ++row) {
        const auto base = answers.is_used(row) ? forms.find(place(row)) : forms.end();
        const auto sum = base == forms.end() ? 0 : given.at({base->first, cell("item", row)});
        if (base != forms.end() && sum > base->second.first) {
            answers.flag(row, *count,
                         "the answers to this item come to " + std::to_string(sum) + ", and of the forms " +
                             std::to_string(base->second.first) + " are " + std::string(base->second.second),
                         findings);
        }
    }
}

} // namespace vermeil
