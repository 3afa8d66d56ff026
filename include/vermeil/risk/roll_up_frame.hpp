// SPDX-License-Identifier: MIT
#pragma once
// Providers and groups as a table.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/roll_up.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// Columns provider (or group), as_of, level, points (null while open), lowest_points, highest_points (all three null where nothing
/// applies to any of its services), services, at_level, not_rated, worst_service, facts, incidents.
inline Frame frame_of(const std::vector<RollUp>& rolled, RollUpBy by, const Framework& framework,
                      Date as_of) {
    std::vector<std::string> owners, days, levels, worst;
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
    }
    const auto points = [&](const char* column, std::optional<double> RollUp::*end, bool only_one) {
        std::vector<double> values;
        for (const auto& each : rolled) {
            values.push_back((each.*end).value_or(0));
        }
        return nullable_column(column, std::move(values), [&](std::size_t row) {
            const auto& each = rolled[row];
            return (each.*end).has_value() && (!only_one || each.lowest_points == each.highest_points);
        });
    };
    const auto* name = by == RollUpBy::provider ? "provider" : "group";
    return {"risk of each " + std::string(name),
            {text_column(name, std::move(owners)), text_column("as_of", std::move(days)),
             text_column("level", std::move(levels)), points("points", &RollUp::highest_points, true),
             points("lowest_points", &RollUp::lowest_points, false),
             points("highest_points", &RollUp::highest_points, false), numbers("services", &RollUp::services),
             numbers("at_level", &RollUp::at_level), numbers("not_rated", &RollUp::not_rated),
             text_column("worst_service", std::move(worst)), numbers("facts", &RollUp::facts),
             numbers("incidents", &RollUp::incidents)}};
}

} // namespace vermeil
