// SPDX-License-Identifier: MIT
#pragma once
// A rating that a regulator or an assessor gave, in its own words.

#include <vermeil/core/date.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/origin.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace vermeil {

/// A source's rating of a service on a day.
struct Inspection {
    std::string service;
    std::string source; ///< the rating scale's id in the framework
    std::string rating; ///< a word of that scale
    Date on;
    std::optional<Date> known_on; ///< the day it was published; nothing: the day it was given
    Origin origin;
    std::string standard{}; ///< the standard or key question that it is about; empty: the whole service
    bool is_own = false;    ///< the service's rating of itself
    bool refused = false;   ///< its rating or days could not be read: nobody can say whether it is the latest
    std::string incident{}; ///< what it belongs to with events; empty: it stands alone

    /// Whether it had been given and was known on that day.
    [[nodiscard]] bool is_known_on(Date day) const { return on <= day && known_on.value_or(on) <= day; }
};

/// Ratings by regulators and assessors, one row each.
inline const Schema& inspections_schema() {
    static const Schema schema{
        "inspections",
        "Ratings that regulators and assessors gave, one row each",
        {detail::service_column(),
         {"source", CellKind::text, "Who gave it: the rating scale's id in the framework"},
         {"rating", CellKind::text, "The rating in the source's own words"},
         {"on", CellKind::date, "The day it was given, as 2024-10-01"},
         {"known_on", CellKind::date, "The day it was published, where that was later", false},
         {"standard", CellKind::text, "The standard or key question it is about; empty: the whole service",
          false},
         {"form",
          CellKind::word,
          "self: the service's rating of itself; validated, or empty: the source's own",
          false,
          {"validated", "self"}},
         {"incident", CellKind::id, "The id of the incident that it followed, as events name it", false}}};
    return schema;
}

namespace detail::inspection_field {
enum : std::size_t { service, source, rating, on, known_on, standard, form, incident };
}

} // namespace vermeil
