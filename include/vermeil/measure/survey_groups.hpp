// SPDX-License-Identifier: MIT
#pragma once
// A share of a survey's answers among groups of people, such as those of a protected characteristic.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/measure/form_tally.hpp>
#include <vermeil/measure/hidden_cells.hpp>
#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/pooled_share.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The share of one group of a service, or of all services where the service is empty.
struct GroupShare {
    std::string service;
    std::string
        group; ///< the answer that makes the group; empty: all forms, with and without an answer to that item
    Cell cell;
};

/// How a survey's answers are told by group: the item whose answers make the groups, and the fewest answers of a group that are
/// shown.
struct Grouping {
    std::string by;
    std::uint32_t least_n = 10;
    std::uint32_t quarters = 1; ///< pooled, the given one last
    bool secondary = true;      ///< also withhold what a small group could be reckoned from
};

namespace detail {

/// The share among the forms of a service in one group; an empty group has them all.
inline void add_group(const FormTally& forms, const SurveyInstrument& survey, const SurveyShare& share,
                      const FormChoice& choice, const std::string& service,
                      const std::vector<Quarter>& quarters, PooledShare& pooled) {
    const auto* set = survey.find(share.item);
    for (const auto quarter : quarters) {
        const auto state = forms.see(choice, service, quarter, [&](const AnswerSheet& sheet) {
            const auto answer = sheet.answer(share.item);
            if (has_word(set->answers, answer)) {
                pooled.count += has_word(share.positive, answer) ? 1U : 0U;
                pooled.add(1, sheet.returned_on.value_or(quarter.last_day()), false);
            }
        });
        pooled.reached = pooled.reached || state == State::present;
    }
}

/// The cell of a group: `suppressed`, without its counts, where it is hidden or nobody is in it.
inline Cell group_cell(const PooledShare& pooled, bool is_hidden) {
    if (!pooled.reached || is_hidden || pooled.n == 0) {
        return {0, pooled.reached ? State::suppressed : State::not_submitted, 0, 0, 0};
    }
    return pooled.cell(0);
}

/// What is shown of a table of groups: a row a service and one of all together, the first column the whole.
inline std::vector<GroupShare> shown_groups(const Evidence& evidence, const std::vector<std::string>& names,
                                            const std::vector<std::vector<PooledShare>>& table,
                                            const Grouping& grouping) {
    std::vector<std::vector<std::uint64_t>> n;
    for (const auto& row : table) {
        n.emplace_back();
        for (const auto& pooled : row) {
            n.back().push_back(pooled.n);
        }
    }
    const auto hidden = hidden_cells(n, grouping.least_n, grouping.secondary);
    std::vector<GroupShare> shares;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto service = row < evidence.services.size() ? evidence.services[row].id().text() : "";
        for (std::size_t i = 0; i < names.size(); ++i) {
            shares.push_back({service, names[i], group_cell(table[row][i], hidden[row][i])});
        }
    }
    return shares;
}

} // namespace detail

/// The share of every group: of each service and of all together, of all forms and of each answer to the item `by`.
///
/// Only forms tell it, not counts. A group of fewer than the least n is `suppressed` and its counts are withheld; with
/// `secondary` so are further groups, as `hidden_cells` picks them, so that nobody can subtract what is shown from the whole,
/// or one service's from all together. Forms without an answer to the item stand in the whole and in no group. Whoever draws
/// two tables of overlapping forms, such as of a quarter and of four, can subtract one from the other: publish one of them.
/// @throws Error when the survey does not have the item that makes the groups, or the least n is 0.
inline std::vector<GroupShare> survey_groups(const Evidence& evidence, const SurveyInstrument& survey,
                                             const SurveyShare& share, const Grouping& grouping,
                                             Quarter last) {
    const auto* groups = survey.find(grouping.by);
    if (groups == nullptr || survey.find(share.item) == nullptr) {
        throw Error("survey " + quoted(survey.id) + " has no item " +
                    quoted(groups == nullptr ? grouping.by : share.item));
    }
    if (grouping.least_n == 0 || grouping.quarters == 0) {
        throw Error("groups need a least n and a number of quarters of 1 or more");
    }
    std::vector<Quarter> quarters;
    for (int back = static_cast<int>(grouping.quarters) - 1; back >= 0; --back) {
        quarters.push_back(last - back);
    }
    auto names = groups->answers;
    names.insert(names.begin(), "");
    std::vector<PooledShare> all(names.size(), PooledShare{last.last_day()});
    const FormTally forms(evidence, survey.id);
    std::vector<std::vector<PooledShare>> table; // a row a service, and at the end all together
    for (const auto& service : evidence.services) {
        table.emplace_back(names.size(), PooledShare{last.last_day()});
        for (std::size_t i = 0; i < names.size(); ++i) {
            const FormChoice choice{i == 0 ? "" : grouping.by, {names[i]}};
            for (auto* pooled : {&table.back()[i], &all[i]}) {
                detail::add_group(forms, survey, share, choice, service.id().text(), quarters, *pooled);
            }
        }
    }
    table.push_back(std::move(all));
    return detail::shown_groups(evidence, names, table, grouping);
}

/// A table of them: service, group, share (null where there is none), state, n and count.
inline Frame frame_of(const std::vector<GroupShare>& shares) {
    std::vector<std::string> services, groups, states;
    std::vector<double> values;
    std::vector<std::uint32_t> n, count;
    for (const auto& each : shares) {
        services.push_back(each.service);
        groups.push_back(each.group);
        states.emplace_back(to_string(each.cell.state));
        values.push_back(each.cell.value);
        n.push_back(each.cell.n);
        count.push_back(each.cell.count);
    }
    std::vector<Column> columns;
    columns.push_back(text_column("service", std::move(services)));
    columns.push_back(text_column("group", std::move(groups)));
    columns.push_back(nullable_column("share", std::move(values), [&](std::size_t row) {
        return shares[row].cell.state == State::present;
    }));
    columns.push_back(text_column("state", std::move(states)));
    columns.push_back(number_column("n", std::move(n)));
    columns.push_back(number_column("count", std::move(count)));
    return {"survey_groups", std::move(columns)};
}

} // namespace vermeil
