// SPDX-License-Identifier: MIT
#pragma once
// The risk of services as somebody scored it: levels, points and, from a back-test, probabilities.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/service_of.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// What a scheme says of one service.
struct RiskLevel {
    std::string level{};                 ///< empty, or `Not rated`: too little is known to tell
    std::optional<double> points{};      ///< nothing while they are open
    std::optional<double> most_points{}; ///< the most that they may be
    std::optional<double> probability{}; ///< of harm, 0 to 1, where a back-test gives one
};

/// The risk of services by their ids.
using RiskLevels = std::map<std::string, RiskLevel, std::less<>>;

/// The table of risk scores as `frame_of` makes it, of which these columns are read.
inline const Schema& risk_levels_schema() {
    static const Schema schema{"risk",
                               "The risk of each service, one row each",
                               {{"service", CellKind::id, "The service's id, as in the services table"},
                                {"level", CellKind::text, "The level, a word of the scheme", false},
                                {"points", CellKind::number, "The points; empty while they are open", false},
                                {"highest_points", CellKind::number, "The most that they may be", false},
                                {"probability", CellKind::number,
                                 "The probability of harm, 0 to 1, as a back-test gives it", false}}};
    return schema;
}

/// Adds what a table says of services to what is known of them; a row of an unknown service, a second row of one in a table, and
/// a probability that is none are rejects.
/// @throws Error when the table has no column `service`.
inline void add_risk_levels(const Frame& frame, const Evidence& evidence, RiskLevels& levels,
                            Rejects& rejects) {
    enum : std::size_t { service, level, points, highest_points, probability };
    const Reader reader(risk_levels_schema(), frame);
    std::map<std::string, bool, std::less<>> seen;
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        if (reader.is_blank(i)) {
            continue;
        }
        auto row = reader.row(i, rejects);
        const auto id = detail::service_of(row, service, evidence);
        if (id && !seen.emplace(*id, true).second) {
            row.reject(service, "this service stands already in an earlier row");
        }
        if (!row.ok()) {
            continue;
        }
        auto& known = levels[*id];
        known.level = row.text(level).value_or(known.level);
        const auto number = [&](std::size_t field, std::optional<double>& into) {
            const auto given = row.number(field);
            into = given ? given : into;
        };
        number(points, known.points);
        number(highest_points, known.most_points);
        if (const auto given = row.number(probability)) {
            if (*given < 0 || *given > 1) {
                row.reject(probability, "not from 0 to 1");
            } else {
                known.probability = given;
            }
        }
    }
}

} // namespace vermeil
