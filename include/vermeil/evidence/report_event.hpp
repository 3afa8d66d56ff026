// SPDX-License-Identifier: MIT
#pragma once
// Rows of the tables of what people report, as events with a review.

#include <vermeil/evidence/concern.hpp>
#include <vermeil/evidence/death.hpp>
#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/record.hpp>
#include <vermeil/evidence/safeguarding.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// The tables whose rows are facts that a measure may ask for by the table's name.
inline constexpr std::array<std::string_view, 3> report_tables{"safeguarding", "deaths", "concerns"};

namespace detail {

/// The fields of such a table that say what a review found.
struct ReportFields {
    const RecordKind* kind;
    std::size_t concluded_on;
    std::size_t attributable;
    std::size_t incident;
};

inline ReportFields report_fields(std::string_view table) {
    namespace s = safeguarding_field;
    namespace d = death_field;
    namespace c = concern_field;
    return table == death_kind().schema.name
               ? ReportFields{&death_kind(), d::concluded_on, d::attributable, d::incident}
           : table == concern_kind().schema.name
               ? ReportFields{&concern_kind(), c::concluded_on, c::attributable, c::incident}
               : ReportFields{&safeguarding_kind(), s::concluded_on, s::attributable, s::incident};
}

/// A truth that a cell holds; nothing where it is empty or was refused.
inline std::optional<bool> truth_in(const Record& row, std::size_t field) {
    const auto* truth = row.get<bool>(field);
    return truth == nullptr ? std::nullopt : std::optional(*truth);
}

/// Whether a concluded row was found to be so; a death happened whatever was found.
inline std::optional<bool> found_so(std::string_view table, const Record& row) {
    if (table == concern_kind().schema.name) {
        return truth_in(row, concern_field::substantiated);
    }
    const auto* decision = table == safeguarding_kind().schema.name
                               ? row.get<std::string>(safeguarding_field::decision)
                               : nullptr;
    if (table == safeguarding_kind().schema.name && decision == nullptr) {
        return std::nullopt;
    }
    return decision == nullptr || *decision == "substantiated" || *decision == "partly substantiated";
}

/// What came of a row that was concluded: no beats unclear.
inline Review review_of(std::optional<bool> found, std::optional<bool> attributable) {
    const bool denied = (found && !*found) || (attributable && !*attributable);
    return denied ? Review::not_upheld : found && attributable ? Review::upheld : Review::unclear;
}

} // namespace detail

/// The event that a row of one of `report_tables` is, by the table's name. It is under review until it was concluded, then
/// upheld where it was found to be so, in part at least, and the service answers for it. One that was concluded and does not say
/// so is `unclear`; one whose days cannot be read was refused.
inline Event report_event(std::string_view table, const Record& row) {
    const auto fields = detail::report_fields(table);
    Event event;
    event.service = row.service;
    event.event = std::string(table);
    event.from = row.from;
    event.known_on = row.known_on;
    event.origin = row.origin;
    const auto* incident = row.get<std::string>(fields.incident);
    event.incident = incident == nullptr ? "" : *incident;
    event.refused = row.refused || row.is_refused(fields.concluded_on) || row.is_refused(fields.incident);
    const auto* concluded = row.get<Date>(fields.concluded_on);
    event.review = Review::under_way;
    if (concluded != nullptr) {
        event.concluded_on = *concluded;
        event.review =
            detail::review_of(detail::found_so(table, row), detail::truth_in(row, fields.attributable));
    }
    return event;
}

} // namespace vermeil
