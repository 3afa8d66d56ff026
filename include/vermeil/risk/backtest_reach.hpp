// SPDX-License-Identifier: MIT
#pragma once
// What a list of visits would have reached: how many of those harmed, how many of its visits, and how long before.

#include <vermeil/core/date.hpp>
#include <vermeil/risk/backtest_fate.hpp>
#include <vermeil/risk/backtest_panel.hpp>
#include <vermeil/risk/clustered_share.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

/// A new event that a list could have foretold: the service, the day, and the rows of the lists before it, the latest last.
struct ForetoldEvent {
    std::uint32_t service;
    Date day;
    std::vector<std::size_t> rows; ///< at risk, within the horizon
};

/// The new events within the horizon of some row, by service and day. An event before which the service is on no day of the walk is
/// not among them.
inline std::vector<ForetoldEvent> foretold_events(const BacktestPanel& panel,
                                                  const std::vector<RowFate>& fates) {
    std::map<std::pair<std::uint32_t, Date>, std::vector<std::size_t>> found;
    for (std::size_t i = 0; i < fates.size(); ++i) {
        if (fates[i].event) {
            found[{panel.rows()[i].service, *fates[i].event}].push_back(i);
        }
    }
    std::vector<ForetoldEvent> events;
    for (auto& [of, rows] : found) {
        events.push_back({of.first, of.second, std::move(rows)});
    }
    return events;
}

/// What lists of so many visits reach under one rule.
struct ListReach {
    std::uint32_t capacity = 0;
    ClusteredShare recall;    ///< new events whose service was on the last list before / new events
    ClusteredShare precision; ///< visits to a service that had a new event within the horizon / visits
    /// For each new event that was surely listed: days from the first list of the unbroken run of lists before it, rising. Only
    /// lists within the horizon count.
    std::vector<std::int32_t> lead_days{};
    std::vector<double> listed{}; ///< of each event, the chance that it was on the last list before

    /// The middle of the lead times, of an even number the mean of the middle two; nothing where none was surely listed.
    [[nodiscard]] std::optional<double> median_lead() const {
        const auto n = lead_days.size();
        return n == 0 ? std::nullopt
                      : std::optional((static_cast<double>(lead_days[(n - 1) / 2]) +
                                       static_cast<double>(lead_days[n / 2])) /
                                      2);
    }
};

namespace detail {

/// The days for which a service was surely on the list before its event, without a break; nothing where not at the last.
inline std::optional<std::int32_t> lead_of(const BacktestPanel& panel, const ForetoldEvent& event,
                                           const std::vector<double>& places) {
    std::optional<std::int32_t> lead;
    std::optional<std::uint32_t> later;
    for (auto row = event.rows.rbegin(); row != event.rows.rend(); ++row) {
        const auto& each = panel.rows()[*row];
        if (places[*row] < 1 || (later && each.day + 1 != *later)) {
            break;
        }
        lead = day_number(event.day) - day_number(panel.day_of(each));
        later = each.day;
    }
    return lead;
}

} // namespace detail

/// What lists reach, given the places on them. `events` are those to be found; precision takes the rows that were followed for
/// the whole horizon.
inline ListReach reach_of(const BacktestPanel& panel, const std::vector<RowFate>& fates,
                          const std::vector<ForetoldEvent>& events, const std::vector<double>& places,
                          std::uint32_t capacity) {
    ListReach reach{capacity, {}, {}};
    for (const auto& event : events) {
        const auto listed = places[event.rows.back()];
        reach.recall.add(event.service, listed);
        reach.listed.push_back(listed);
        if (const auto lead = detail::lead_of(panel, event, places)) {
            reach.lead_days.push_back(*lead);
        }
    }
    std::sort(reach.lead_days.begin(), reach.lead_days.end());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto fate = fates[i].fate;
        if (places[i] > 0 && (fate == Fate::harmed || fate == Fate::spared)) {
            reach.precision.add(panel.rows()[i].service, fate == Fate::harmed, places[i]);
        }
    }
    return reach;
}

} // namespace vermeil
