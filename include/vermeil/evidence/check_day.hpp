// SPDX-License-Identifier: MIT
#pragma once
// Finds days that cannot be: known before it happened, after the day of the check, of a service that was not open.

#include <vermeil/core/date.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/checked_table.hpp>
#include <vermeil/evidence/evidence.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

namespace detail {

/// Days that may lie ahead: of what is planned, or of an end that is agreed.
inline constexpr std::array<std::string_view, 5> days_ahead{"first_day", "last_day", "to", "due_on",
                                                            "expires_on"};

/// The field of the day on which something happened or began: the first day of the schema that the table has.
inline std::optional<std::size_t> day_field(const CheckedTable& table) {
    for (const auto& field : table.schema().fields) {
        const auto at = field.kind == CellKind::date ? table.position(field.name) : std::nullopt;
        if (at && field.name != "due_on" && field.name != "known_on") {
            return at;
        }
    }
    return std::nullopt;
}

/// The first and the last day that a row speaks of; nothing where it names neither a day nor a quarter.
inline std::optional<std::pair<Date, Date>> days_of(const CheckedTable& table, std::size_t row) {
    if (const auto at = table.position("quarter")) {
        const auto quarter = read_quarter(table.reader().cell(*at, row));
        return quarter ? std::optional(std::pair(quarter->first_day(), quarter->last_day())) : std::nullopt;
    }
    const auto at = day_field(table);
    const auto day = at ? table.date(*at, row) : std::nullopt;
    return day ? std::optional(std::pair(*day, *day)) : std::nullopt;
}

} // namespace detail

/// Flags a row that became known before it happened.
inline void flag_known_too_early(CheckedTable& table, Rejects& findings) {
    const auto known = table.position("known_on");
    const auto happened = detail::day_field(table);
    for (std::size_t row = 0; known && happened && row < table.frame().rows(); ++row) {
        const auto learnt = table.is_used(row) ? table.date(*known, row) : std::nullopt;
        const auto day = learnt ? table.date(*happened, row) : std::nullopt;
        if (day && *learnt < *day) {
            table.flag(row, *known, "known before it happened on " + to_string(*day), findings);
        }
    }
}

/// Flags days after the day of the check, but for those of what is planned or due.
inline void flag_days_ahead(CheckedTable& table, Date as_of, Rejects& findings) {
    const auto& fields = table.schema().fields;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const auto& ahead = detail::days_ahead;
        if (fields[at].kind != CellKind::date || table.reader().column(at) == nullptr ||
            std::find(ahead.begin(), ahead.end(), fields[at].name) != ahead.end()) {
            continue;
        }
        for (std::size_t row = 0; row < table.frame().rows(); ++row) {
            const auto day = table.is_used(row) ? table.date(at, row) : std::nullopt;
            if (day && *day > as_of) {
                table.flag(row, at, "lies after " + to_string(as_of) + ", the day of the check", findings);
            }
        }
    }
}

/// Flags rows about days or quarters in which their service had not opened yet, or had closed.
inline void flag_closed_services(CheckedTable& table, const Evidence& evidence, Rejects& findings) {
    const auto service = table.position("service");
    for (std::size_t row = 0; service && row < table.frame().rows(); ++row) {
        const auto days = table.is_used(row) ? detail::days_of(table, row) : std::nullopt;
        const auto* known = days ? evidence.find(table.reader().cell(*service, row)) : nullptr;
        if (known == nullptr) {
            continue;
        }
        if (known->first_day() && days->second < *known->first_day()) {
            table.flag(row, *service, "the service opened after that, on " + to_string(*known->first_day()),
                       findings);
        } else if (known->last_day() && days->first > *known->last_day()) {
            table.flag(row, *service, "the service had closed by then, on " + to_string(*known->last_day()),
                       findings);
        }
    }
}

} // namespace vermeil
