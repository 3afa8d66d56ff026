// SPDX-License-Identifier: MIT
#pragma once
// At which services somebody is already: a list of visits has no need of them.

#include <vermeil/core/date.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/decision.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/vocabulary.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// The id by which an event would be called as a step is named: `improvement_plan` for "Improvement plan".
inline std::string step_id(std::string_view step) {
    auto id = folded(step);
    std::replace(id.begin(), id.end(), ' ', '_');
    return id;
}

/// Whether the latest decision of some ladder put a service on one of the steps.
inline bool is_on_step(const Records& decisions, const Service& service, Date day,
                       const std::vector<std::string>& steps) {
    namespace f = decision_field;
    std::map<std::string, std::pair<Date, std::string>> latest;
    for (const auto& row : decisions.of(service.id().text())) {
        const auto* step = row.get<std::string>(f::step);
        const auto* ladder = row.get<std::string>(f::ladder);
        if (!row.refused && step != nullptr && row.from <= day && row.is_known_on(day)) {
            auto& last =
                latest.try_emplace(ladder == nullptr ? "" : folded(*ladder), row.from, "").first->second;
            last = row.from >= last.first ? std::pair(row.from, step_id(*step)) : last;
        }
    }
    return std::any_of(latest.begin(), latest.end(),
                       [&](const auto& each) { return has_word(steps, each.second.second); });
}

} // namespace detail

/// For each service of the register, whether somebody visits it already on a day: one of some events is open there or at its
/// provider, or the latest decision on a ladder put it on a step of that name (`improvement_plan` is "Improvement plan"). Evidence
/// must hold what was known on the day.
inline std::vector<bool> already_visited(const Evidence& known, Date day,
                                         const std::vector<std::string>& already) {
    std::vector<bool> found(known.services.size(), false);
    for (const auto& each : known.events) {
        if (each.refused || !has_word(already, each.event) || !each.is_open_on(day)) {
            continue;
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto& service = known.services[i];
            found[i] = found[i] || (each.service.empty() ? service.provider().text() == each.provider
                                                         : service.id().text() == each.service);
        }
    }
    if (const auto* decisions = known.find_records(decision_kind().schema.name)) {
        for (std::size_t i = 0; i < found.size(); ++i) {
            found[i] = found[i] || detail::is_on_step(*decisions, known.services[i], day, already);
        }
    }
    return found;
}

} // namespace vermeil
