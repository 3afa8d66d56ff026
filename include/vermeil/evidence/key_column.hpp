// SPDX-License-Identifier: MIT
#pragma once
// The columns by which rows of evidence say what they are about.

#include <vermeil/core/schema.hpp>

namespace vermeil::detail {

/// The service that a row is about.
inline Field service_column() {
    return {"service", CellKind::id, "The service's id, as in the services table"};
}
/// The quarter that a row is about.
inline Field quarter_column() {
    return {"quarter", CellKind::quarter,
            "The quarter, as 2024-25 Q3 (financial year) or 2024 Q4 (calendar year)"};
}
/// The survey that a row belongs to; it may be left open.
inline Field survey_column() {
    return {"survey", CellKind::text, "The survey's id in the framework; may be left empty", false};
}
/// A service that may be left out where a provider is named.
inline Field service_or_provider_column() {
    return {"service", CellKind::id, "The service it concerns, as in the services table", false};
}
/// The provider, where a row concerns all its services.
inline Field provider_column() {
    return {"provider", CellKind::id,
            "The provider, where it concerns all its services; then leave service empty", false};
}
/// A column of that kind that may be left empty.
inline Field open_field(const char* name, CellKind kind, const char* help) {
    return {name, kind, help, false};
}
/// A number of 0 or more that may be left empty, which does not say 0.
inline Field whole_field(const char* name, const char* help) {
    return open_field(name, CellKind::whole, help);
}
/// A day that may be left empty.
inline Field day_field(const char* name, const char* help) { return open_field(name, CellKind::date, help); }
/// Yes or no; empty says neither.
inline Field truth_field(const char* name, const char* help) {
    return open_field(name, CellKind::truth, help);
}
/// The day on which a row became known.
inline Field known_on_column() {
    return day_field("known_on", "The day you learnt of it, where that was later");
}
/// What a row belongs to with others, in this table or elsewhere.
inline Field incident_column() {
    return open_field("incident", CellKind::id,
                      "The id of the incident, where several facts come of one, as events name it");
}
/// A person, who is masked wherever values are shown.
inline Field person_column() {
    return {"person",
            CellKind::id,
            "The person's id in your case system; never a name. It is masked in every output",
            false,
            {},
            true};
}

} // namespace vermeil::detail
