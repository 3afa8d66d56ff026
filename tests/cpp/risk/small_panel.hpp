// SPDX-License-Identifier: MIT
#pragma once
// Small walks that can be worked by hand: a made-up scheme, and panels from tables of keys.

#include <vermeil/framework/toml.hpp>
#include <vermeil/risk/backtest_panel.hpp>
#include <vermeil/risk/backtest_spells.hpp>
#include <vermeil/risk/backtest_walk.hpp>
#include <vermeil/risk/risk_scheme.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace small_panel {

using vermeil::Date;

/// A made-up scheme: concerns of a year one by one, the last rating, and who left.
inline vermeil::RiskScheme scheme() {
    return vermeil::RiskScheme(vermeil::parse_framework(R"(
language = 1
id = "made-up"
edition = "1"
published_on = 2020-01-01
effective_from = 2020-01-01
higher_is = "worse"
aggregate = "sum"
least_coverage = 0
missing = { not_yet_inspected = "leave_out", not_submitted = "leave_out" }
[[rating_scale]]
id = "cqc"
words = ["Good", "Requires improvement", "Inadequate"]
[[measure]]
id = "concerns"
value = { event = "concern", days = 365 }
scale = { linear = [[0, 0], [10, 10]] }
[[measure]]
id = "cqc"
value = { rating = "cqc" }
scale = { words = { Good = 0, "Requires improvement" = 1, Inadequate = 5 } }
[[measure]]
id = "leavers"
value = { counts = "leavers" }
scale = { linear = [[0, 0], [1, 4]] }
[[band]]
name = "Red"
at_least = 3
[[band]]
name = "Green"
)",
                                                        "made-up.toml"));
}

/// Ends of months from January 2024 on.
inline std::vector<Date> months(int count) {
    const auto all = vermeil::walk_days(Date(2024, 1, 1), Date(2026, 12, 31), vermeil::Every::month);
    return {all.begin(), all.begin() + count};
}

/// A panel of services A, B, ... that all have a row on every day; `keys[day][service]` are of the first rule, and the points.
inline vermeil::BacktestPanel panel(const std::vector<std::vector<double>>& keys) {
    std::vector<std::string> services;
    for (std::size_t i = 0; i < keys.front().size(); ++i) {
        services.emplace_back(1, static_cast<char>('A' + i));
    }
    vermeil::BacktestPanel made(services, months(static_cast<int>(keys.size())), {"Red", "Green"});
    std::vector<double> flat;
    for (std::size_t day = 0; day < keys.size(); ++day) {
        for (std::size_t service = 0; service < services.size(); ++service) {
            const double key = keys[day][service];
            made.add({static_cast<std::uint32_t>(service), static_cast<std::uint32_t>(day),
                      key >= 3 ? 0U : 1U, key, false});
            flat.push_back(key);
        }
    }
    made.add(vermeil::BacktestRule{"scheme", "Scheme"}, std::move(flat));
    return made;
}

/// An outcome for good from a day on; nothing: none.
inline vermeil::OutcomeSpells from(std::optional<Date> day) {
    return day ? vermeil::OutcomeSpells({{*day, std::nullopt}}) : vermeil::OutcomeSpells();
}

/// No service closes.
inline std::vector<std::optional<Date>> nobody_closes(std::size_t services) {
    return std::vector<std::optional<Date>>(services);
}

} // namespace small_panel
