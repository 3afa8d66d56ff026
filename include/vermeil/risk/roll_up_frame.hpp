// SPDX-License-Identifier: MIT
#pragma once
// Providers and groups as a table.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/roll_up.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// Columns provider (or group), as_of, level, points (null while open), lowest_points, highest_points, services, at_level,
/// not_rated, worst_service, facts, incidents.
inline Frame frame_of(const std::vector<RollUp>& rolled, RollUpBy by, const Framework& framework,
                      Date as_of) {
    std::vector<std::string> owners, days, levels, worst;
    std::vector<double> points, lowest, highest;
    const auto numbers = [&](const char* name, std::size_t RollUp::*part) {
        std::vector<std::int64_t> values;
        for (const auto& each : rolled) {
            values.push_back(static_cast<std::int64_t>(each.*part));
        }
        return number_column(name, std::move(values));
    };
    for (const auto& each : rolled) {
        owners.push_back(each.owner);
        days.push_back(to_string(as_of));
        levels.push_back(band_name(framework, each.level));
        worst.push_back(each.worst_service);
        points.push_back(each.highest_points);
        lowest.push_back(each.lowest_points);
        highest.push_back(each.highest_points);
    }
    const auto is_one = [&](std::size_t row) { return lowest[row] == highest[row]; };
    auto standing = nullable_column("points", std::move(points), is_one);
    const auto* name = by == RollUpBy::provider ? "provider" : "group";
    return {"risk of each " + std::string(name),
            {text_column(name, std::move(owners)), text_column("as_of", std::move(days)),
             text_column("level", std::move(levels)), std::move(standing),
             number_column("lowest_points", std::move(lowest)),
             number_column("highest_points", std::move(highest)), numbers("services", &RollUp::services),
             numbers("at_level", &RollUp::at_level), numbers("not_rated", &RollUp::not_rated),
             text_column("worst_service", std::move(worst)), numbers("facts", &RollUp::facts),
             numbers("incidents", &RollUp::incidents)}};
}

} // namespace vermeil
