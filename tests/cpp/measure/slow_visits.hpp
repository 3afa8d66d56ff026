// SPDX-License-Identifier: MIT
#pragma once
// Visits measured row by row with maps and sorting: slow, and plain enough to be believed.

#include "visit_table.hpp"

#include <vermeil/measure/visit_measures.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace slow {

using namespace vermeil;
using Rows = std::vector<visits::Row>;

inline Rows delivered(const Rows& rows) {
    Rows some;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(some),
                 [](const auto& row) { return row.status == "delivered"; });
    return some;
}

/// -1 for an early start, 0 for a punctual one, 1 for a late one.
inline int lateness(const PunctualityRule& rule, std::int64_t seconds) {
    auto counted = static_cast<double>(seconds) / 60;
    if (rule.rounding != LateRounding::none) {
        counted = std::floor(counted + (rule.rounding == LateRounding::nearest ? 0.5 : 0));
    }
    return counted < -rule.early_minutes ? -1 : counted > rule.late_minutes ? 1 : 0;
}

inline VisitCounts counts(const Rows& rows, const std::optional<PunctualityRule>& rule) {
    VisitCounts sum;
    for (const auto& row : rows) {
        sum.missed += row.status == "missed" ? 1U : 0U;
        sum.cancelled_by_person += row.status == "cancelled_by_person" ? 1U : 0U;
        sum.cancelled_by_provider += row.status == "cancelled_by_provider" ? 1U : 0U;
        sum.frustrated += row.status == "frustrated" ? 1U : 0U;
    }
    for (const auto& row : delivered(rows)) {
        ++sum.delivered;
        sum.electronic += row.electronic ? 1U : 0U;
        sum.edited += row.edited ? 1U : 0U;
        if (row.late) {
            ++sum.logged;
            sum.critical_logged += row.critical ? 1U : 0U;
            if (rule) {
                const int late = lateness(*rule, *row.late);
                ++(late < 0 ? sum.early : late > 0 ? sum.late : sum.punctual);
                sum.critical_punctual += late == 0 && row.critical ? 1U : 0U;
            }
        }
    }
    return sum;
}

inline VisitLengths lengths(const Rows& rows, const LengthRule& rule) {
    VisitLengths sum;
    for (const auto& row : delivered(rows)) {
        if (row.late && row.stays && row.lasts >= 0 && *row.stays >= 0) {
            ++sum.timed;
            sum.planned_seconds += static_cast<std::uint64_t>(row.lasts);
            sum.actual_seconds += static_cast<std::uint64_t>(*row.stays);
            sum.too_short += static_cast<double>(*row.stays) < rule.short_minutes * 60 ? 1U : 0U;
            sum.planned_short += static_cast<double>(row.lasts) < rule.short_minutes * 60 ? 1U : 0U;
            sum.clipped +=
                static_cast<double>(*row.stays) < rule.least_share * static_cast<double>(row.lasts) ? 1U : 0U;
        }
    }
    return sum;
}

inline std::vector<double> late_minutes(const Rows& rows, const std::vector<double>& shares) {
    std::vector<double> late;
    for (const auto& row : delivered(rows)) {
        if (row.late) {
            late.push_back(static_cast<double>(*row.late));
        }
    }
    std::sort(late.begin(), late.end());
    std::vector<double> found;
    for (const double share : late.empty() ? std::vector<double>() : shares) {
        const auto at = static_cast<double>(late.size() - 1) * share;
        const auto lower = static_cast<std::size_t>(at);
        const auto beyond = at - std::floor(at);
        const auto above = beyond == 0 ? late[lower] : late[lower + 1];
        found.push_back((late[lower] + beyond * (above - late[lower])) / 60);
    }
    return found;
}

inline Contacts contacts(const Rows& of_person, const ContinuityRule& rule) {
    Contacts made;
    std::map<int, std::uint32_t> times;
    std::map<std::int64_t, std::set<int>> at;
    std::set<int> recent, before_it;
    std::map<int, std::uint32_t> since;
    for (const auto& row : of_person) {
        ++made.contacts;
        ++times[row.worker];
        at[row.planned].insert(row.worker);
        if (rule.recent_from && row.planned >= *rule.recent_from) {
            recent.insert(row.worker);
        }
        if (rule.new_from && row.planned >= *rule.new_from) {
            ++made.since;
            ++since[row.worker];
        } else {
            before_it.insert(row.worker);
        }
    }
    made.workers = static_cast<std::uint32_t>(times.size());
    made.recent = static_cast<std::uint32_t>(recent.size());
    for (const auto& [worker, often] : since) {
        made.firsts += before_it.count(worker) == 0 ? 1U : 0U;
    }
    for (const auto& [worker, often] : times) {
        made.most = std::max(made.most, often);
        made.squares += std::uint64_t{often} * often;
    }
    made.visits = static_cast<std::uint32_t>(at.size());
    const std::set<int>* before = nullptr;
    for (const auto& [start, workers] : at) {
        made.same += before != nullptr && std::any_of(workers.begin(), workers.end(),
                                                      [&](int worker) { return before->count(worker) > 0; })
                         ? 1U
                         : 0U;
        before = &workers;
    }
    return made;
}

inline Continuity continuity_of(const Rows& rows, const ContinuityRule& rule) {
    std::map<int, Rows> people;
    for (const auto& row : delivered(rows)) {
        people[row.person].push_back(row);
    }
    std::vector<Contacts> all;
    for (const auto& [person, of_person] : people) {
        all.push_back(contacts(of_person, rule));
    }
    return continuity(all, rule);
}

/// The measures of each service, named as the form of the ids names it.
inline std::vector<ServiceVisits> measured(const Rows& rows, const VisitRules& rules, visits::Ids ids) {
    std::map<int, Rows> services;
    for (const auto& row : rows) {
        services[row.service].push_back(row);
    }
    std::vector<ServiceVisits> made;
    for (const auto& [service, of] : services) {
        ServiceVisits row;
        if (rules.counts) {
            row.counts = counts(of, rules.punctuality);
        }
        if (rules.punctuality) {
            row.late_minutes = late_minutes(of, rules.punctuality->quantiles);
        }
        if (rules.length) {
            row.lengths = lengths(of, *rules.length);
        }
        if (rules.continuity) {
            row.continuity = continuity_of(of, *rules.continuity);
        }
        if (row != ServiceVisits{}) {
            row.service = visits::id_text(ids, service);
            made.push_back(std::move(row));
        }
    }
    return made;
}

} // namespace slow
