// SPDX-License-Identifier: MIT
#pragma once
// What every row of a walk is to an outcome: at risk or not, followed for long enough or not, and what came.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/risk/backtest_panel.hpp>
#include <vermeil/risk/backtest_spells.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// What one row is to an outcome.
enum class Fate : std::uint8_t {
    out,    ///< the outcome stands already, so nothing new can be foretold
    open,   ///< at risk, but the history or the service ends before the horizon does
    spared, ///< at risk, and nothing came within the horizon
    harmed  ///< at risk, and a new event came within the horizon
};

/// A row's fate, and the day of the event, where one came within the horizon.
struct RowFate {
    Fate fate;
    std::optional<Date> event{};
};

/// What every row is to an outcome.
///
/// A row is `harmed` by an event after its day and by the same day of the month `horizon` months later, an event of the row's own
/// day being known too late to be foretold. A row whose horizon ends after `last`, or after the service's last day of care
/// (`closes`, by position in the register), has not been followed for long enough to be `spared`; and so that such days do not count
/// for their harm alone, a row whose horizon ends after `last` is `open` even where harm came. Its event keeps its day.
/// @throws Error when there are not as many spells as services.
inline std::vector<RowFate> fates_of(const BacktestPanel& panel, const std::vector<OutcomeSpells>& spells,
                                     const std::vector<std::optional<Date>>& closes, Date last,
                                     std::uint32_t horizon) {
    if (spells.size() != panel.services().size() || closes.size() != spells.size()) {
        throw Error("outcomes of " + std::to_string(spells.size()) + " services do not fit a panel of " +
                    std::to_string(panel.services().size()));
    }
    const auto followed = [&](Date day, Date end) { return months_before(end, horizon) >= day; };
    std::vector<RowFate> made;
    made.reserve(panel.rows().size());
    for (const auto& row : panel.rows()) {
        const auto day = panel.day_of(row);
        if (spells[row.service].stands_on(day)) {
            made.push_back({Fate::out});
            continue;
        }
        auto event = spells[row.service].next_after(day);
        event = event && *event <= last && months_before(*event, horizon) <= day ? event : std::nullopt;
        const auto closed = closes[row.service];
        const bool is_whole =
            followed(day, last) && (event || !closed || *closed >= last || followed(day, *closed));
        made.push_back({!is_whole ? Fate::open : event ? Fate::harmed : Fate::spared, event});
    }
    return made;
}

} // namespace vermeil
