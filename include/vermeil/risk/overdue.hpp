// SPDX-License-Identifier: MIT
#pragma once
// What should have been done by a day and was not: actions, reviews and deadlines.

#include <vermeil/evidence/action.hpp>
#include <vermeil/evidence/concerned.hpp>
#include <vermeil/risk/decision_log.hpp>
#include <vermeil/risk/embargo_log.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

/// What was due.
enum class Duty : std::uint8_t {
    action,        ///< something that was agreed
    review,        ///< another look at the step
    deadline,      ///< leaving the step
    embargo_review ///< another look at an embargo
};

inline constexpr std::array<std::string_view, 4> duty_names{"action", "review", "deadline", "embargo review"};

inline std::string_view to_string(Duty duty) { return duty_names.at(static_cast<std::size_t>(duty)); }

/// Something that is past its day.
struct OverdueAction {
    Concerned whom{};
    Duty duty = Duty::action;
    std::string what{};           ///< the action, the step, or the reason of the embargo
    std::optional<Date> due_on{}; ///< nothing where the day cannot be read
    std::string role{};           ///< who has to do it, as far as it is said

    /// How many days it is late; nothing where its day cannot be read.
    [[nodiscard]] std::optional<std::int32_t> days(Date as_of) const {
        return due_on ? std::optional(day_number(as_of) - day_number(*due_on)) : std::nullopt;
    }
};

namespace detail {

/// Whether an action that was known on a day was open past its own. One whose day, or whose being done, cannot be read was.
inline bool is_overdue(const Record& row, Date as_of) {
    const auto* due = row.get<Date>(action_field::due_on);
    const auto* done = row.get<Date>(action_field::done_on);
    const bool open = done == nullptr || *done > as_of;
    const bool late = due == nullptr || *due < as_of;
    return (row.refused || row.is_known_on(as_of)) && open && late;
}

/// The actions that are overdue on a day.
inline void add_overdue_actions(const Evidence& evidence, Date as_of, std::vector<OverdueAction>& all) {
    namespace f = action_field;
    for (const auto& [whom, rows] : rows_by_concerned(evidence, action_kind().schema.name, f::provider)) {
        for (const auto* row : rows) {
            if (is_overdue(*row, as_of)) {
                const auto* due = row->get<Date>(f::due_on);
                const auto* what = row->get<std::string>(f::action);
                const auto* role = row->get<std::string>(f::role);
                all.push_back({whom, Duty::action, what != nullptr ? *what : "",
                               due != nullptr ? std::optional(*due) : std::nullopt,
                               role != nullptr ? *role : ""});
            }
        }
    }
}

} // namespace detail

/// What is past its day as of a day, by whom it concerns; what is due on the day itself is not.
///
/// A step's review is past until somebody decides again, if only for the same step.
inline std::vector<OverdueAction> overdue_on(const Ladder& ladder, const Evidence& evidence,
                                             const std::vector<LadderStanding>& standings,
                                             const EmbargoLog& embargoes, Date as_of) {
    std::vector<OverdueAction> all;
    detail::add_overdue_actions(evidence, as_of, all);
    const auto add = [&](const Concerned& whom, Duty duty, const std::string& what, std::optional<Date> due,
                         const std::string& role) {
        if (due && *due < as_of) {
            all.push_back({whom, duty, what, due, role});
        }
    };
    for (const auto& each : standings) {
        const auto step = each.step ? ladder.steps()[*each.step].name : std::string();
        add(each.whom, Duty::review, step, each.review_on, each.role);
        add(each.whom, Duty::deadline, step, each.deadline_on, each.role);
    }
    for (const auto& each : embargoes.in_force) {
        add(each.whom, Duty::embargo_review, each.reason, each.review_on, each.role);
    }
    std::stable_sort(all.begin(), all.end(), [](const OverdueAction& a, const OverdueAction& b) {
        return std::tie(a.whom, a.due_on, a.duty, a.what) < std::tie(b.whom, b.due_on, b.duty, b.what);
    });
    return all;
}

} // namespace vermeil
