// SPDX-License-Identifier: MIT
#pragma once
// A fact behind a level, as people read it.

#include <vermeil/core/date.hpp>
#include <vermeil/core/json.hpp>
#include <vermeil/core/wording.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// One event or rating that a measure looks at, with what became of it.
struct RiskFact {
    std::string measure;      ///< that looks at it
    std::string fact;         ///< the kind of event, or who rated and how: `embargo`, `cqc: Inadequate`
    bool of_provider = false; ///< it concerns all services of the provider
    Date from;
    std::optional<Date> to{};
    std::optional<Date> known_on{}; ///< where that was later, or where it was entered later
    std::optional<Date> expires_on{};
    std::string incident{};
    double share = 1;        ///< how much of it still counts, 0 to 1
    std::string yields_to{}; ///< the measure that counts the incident in its place; empty: it counts
    bool is_seen =
        false; ///< where it yields: it earns nothing, and rules see it all the same, as they do what is open or rated
    std::string entered_by{}; ///< the role of who entered it by hand
    std::optional<Date> entered_on{};
    std::string source{}; ///< the table that it stands in
    std::size_t row = 0;  ///< as the source numbers it
};

/// `embargo of 2024-12-01, entered by the broker`.
inline std::string to_string(const RiskFact& fact) {
    auto text = fact.fact + " of " + to_string(fact.from);
    text += fact.of_provider ? ", of the provider" : "";
    text += fact.known_on ? ", known on " + to_string(*fact.known_on) : "";
    text += fact.entered_by.empty() ? "" : ", entered by a " + fact.entered_by;
    text += fact.expires_on ? ", counts until " + to_string(*fact.expires_on) : "";
    text += fact.share == 1 ? "" : ", of which " + as_percent(fact.share) + " counts";
    text += fact.yields_to.empty() ? ""
                                   : std::string(fact.is_seen ? ", earns no points" : ", counts not") +
                                         ": incident " + fact.incident + " is counted by " + fact.yields_to;
    return text;
}

/// The same as an object of JSON.
inline std::string to_json(const RiskFact& fact) {
    JsonObject object;
    const auto day = [&](std::string_view key, const std::optional<Date>& date) {
        if (date) {
            object.text(key, to_string(*date));
        } else {
            object.null(key);
        }
    };
    const auto text = [&](std::string_view key, const std::string& value) {
        if (value.empty()) {
            object.null(key);
        } else {
            object.text(key, value);
        }
    };
    object.text("measure", fact.measure).text("fact", fact.fact).truth("of_provider", fact.of_provider);
    object.text("from", to_string(fact.from));
    day("to", fact.to);
    day("known_on", fact.known_on);
    day("expires_on", fact.expires_on);
    text("incident", fact.incident);
    object.number("share", fact.share).truth("counts", fact.yields_to.empty());
    text("yields_to", fact.yields_to);
    text("entered_by", fact.entered_by);
    day("entered_on", fact.entered_on);
    text("source", fact.source);
    return object.number("row", static_cast<double>(fact.row)).str();
}

/// Several of them as a list of JSON.
inline std::string to_json(const std::vector<RiskFact>& facts) {
    return json_list(facts, [](const RiskFact& fact) { return to_json(fact); });
}

} // namespace vermeil
