// SPDX-License-Identifier: MIT
#pragma once
// Since when a service has stood at its level, and what brought it there.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/json.hpp>
#include <vermeil/risk/risk_fact.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// The first day on which today's level has held without a break, with only what was known on each day.
struct RiskSince {
    std::optional<Date> day{};         ///< nothing: there is no evidence of an earlier day
    bool from_start = false;           ///< it has held as far back as there is evidence
    std::vector<RiskFact> came{};      ///< what counted on that day and not the day before
    std::vector<RiskFact> went{};      ///< what counted the day before and no longer
    std::vector<std::string> others{}; ///< measures of other kinds that changed on that day
};

/// `Red since 2024-12-01: embargo of 2024-12-01`.
inline std::string to_string(const RiskSince& since, const std::string& level) {
    if (!since.day) {
        return level + " for as long as is known";
    }
    const auto text = level + " since " + to_string(*since.day);
    if (since.from_start) {
        return text + ", as far back as there is evidence";
    }
    std::vector<std::string> parts;
    for (const auto& fact : since.came) {
        parts.push_back(to_string(fact));
    }
    for (const auto& fact : since.went) {
        parts.push_back("no longer " + fact.fact + " of " + to_string(fact.from));
    }
    for (const auto& id : since.others) {
        parts.push_back("another value of " + id);
    }
    return text + ": " + (parts.empty() ? "what there was has grown older" : joined(parts, " and "));
}

/// The same as an object of JSON.
inline std::string to_json(const RiskSince& since) {
    JsonObject object;
    if (since.day) {
        object.text("day", to_string(*since.day));
    } else {
        object.null("day");
    }
    object.truth("from_start", since.from_start).raw("came", to_json(since.came));
    object.raw("went", to_json(since.went));
    object.raw("others", json_list(since.others, [](const std::string& id) { return json_text(id); }));
    return object.str();
}

} // namespace vermeil
