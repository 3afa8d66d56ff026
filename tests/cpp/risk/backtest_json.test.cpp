// SPDX-License-Identifier: MIT
// A back-test as JSON.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_json.hpp>

#include <string>

using vermeil::Date;

namespace {

std::string json(std::optional<Date> event) {
    vermeil::BacktestOptions options;
    options.first = Date(2024, 1, 1);
    options.last = Date(2024, 12, 31);
    options.horizon = 3;
    options.capacities = {1};
    return vermeil::to_json(vermeil::backtest(
        small_panel::panel({{2, 1, 0}}), {{"fall", "that later fell", {small_panel::from(event), {}, {}}}},
        small_panel::nobody_closes(3), options));
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("the JSON says how the walk went and what each rule did") {
    const auto text = json(Date(2024, 2, 10));
    CHECK(holds(
        text,
        R"("walk": {"first": "2024-01-01", "last": "2024-12-31", "every": "month", "days": ["2024-01-31"])"));
    CHECK(holds(text, R"("outcome": "fall", "label": "that later fell", "verdict": "cannot_tell")"));
    CHECK(holds(
        text, R"("rule": "scheme", "label": "Scheme", "area_under_curve": 1, "interval": null, "pairs": 2)"));
    CHECK(holds(text, R"("capacity": 1, "recall": {"share": 1, "interval": [0.20)"));
    CHECK(holds(text, R"("lead_days": {"median": 10, "listed": 1})"));
    CHECK(holds(text, R"("scheme_against_it": null)"));
    CHECK(holds(text, R"("levels": [{"level": "Green", "harmed": {"share": 0.33)"));
    CHECK_FALSE(holds(text, "\"A\"")); // no service is named
}

TEST_CASE("a figure that cannot be had is null") {
    const auto text = json(std::nullopt);
    CHECK(holds(text, R"("area_under_curve": null, "interval": null, "pairs": 0)"));
    CHECK(holds(text, R"("recall": {"share": null, "interval": null, "count": 0, "of": 0, "services": 0})"));
    CHECK(holds(text, R"("lead_days": {"median": null, "listed": 0})"));
}
