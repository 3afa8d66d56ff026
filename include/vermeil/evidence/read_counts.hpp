// SPDX-License-Identifier: MIT
#pragma once
// Reads quarterly returns: each row is counts or the reason why there are none.

#include <vermeil/core/reader.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/origins.hpp>
#include <vermeil/evidence/service_of.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace vermeil::detail {

/// The counts of a row, or its state; `unknown`, with a reject, where they cannot be read or contradict.
inline Observed<Proportion> counts_in(RowReader& row) {
    namespace field = reported_count_field;
    const auto count = row.whole(field::count);
    const auto base = row.whole(field::base);
    const auto state = row.word(field::state);
    if (!row.ok()) {
        return State::unknown;
    }
    if (state && (count || base)) {
        row.reject(field::state, "a state and counts contradict each other; give one of them");
    } else if (!state && (!count || !base)) {
        row.reject(count ? field::base : field::count, "empty; give count and base, or a state");
    } else if (!state && *count > *base) {
        row.reject(field::count, "more than the base, " + std::to_string(*base));
    } else {
        return state ? Observed<Proportion>(*read_state(*state)) : Proportion(*count, *base);
    }
    return State::unknown;
}

/// Adds the rows of the table to the evidence. Of two rows on one thing the second is a reject. A row whose
/// figures are refused stays as `unknown`, so that its loss helps nobody.
inline void read_counts(const Frame& frame, Evidence& evidence) {
    namespace field = reported_count_field;
    const Reader reader(counts_schema(), frame);
    const Origins origins(frame);
    std::set<std::tuple<std::string, Quarter, std::string>> seen;
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        if (reader.is_blank(i)) {
            continue;
        }
        auto row = reader.row(i, evidence.rejects);
        const auto service = service_of(row, field::service, evidence);
        const auto quarter = row.quarter(field::quarter);
        const auto item = row.text(field::item);
        if (!row.ok()) {
            continue;
        }
        if (!seen.emplace(*service, *quarter, folded(*item)).second) {
            row.reject(field::item, "this service, quarter and item stand already in an earlier row");
            continue;
        }
        const auto counts = counts_in(row);
        const auto due_on = row.date(field::due_on);
        const auto received_on = row.date(field::received_on);
        const auto reminded_on = row.date(field::reminded_on);
        const bool whole = row.ok();
        evidence.counts.push_back({*service, *quarter, *item, whole ? counts : State::unknown, due_on,
                                   received_on, reminded_on, origins.of(i), !whole});
    }
}

} // namespace vermeil::detail
