// SPDX-License-Identifier: MIT
#pragma once
// A rating that a regulator or an assessor gave, in its own words.

#include <optional>
#include <string>

#include <vermeil/core/date.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/origin.hpp>
#include <vermeil/evidence/survey.hpp>

namespace vermeil {

/// A source's rating of a service on a day.
struct Inspection {
    std::string service;
    std::string source; ///< the rating scale's id in the framework
    std::string rating; ///< a word of that scale
    Date on;
    std::optional<Date> known_on; ///< the day it was published; nothing: the day it was given
    Origin origin;
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
         {"known_on", CellKind::date, "The day it was published, where that was later", false}}};
    return schema;
}

} // namespace vermeil
