// SPDX-License-Identifier: MIT
#pragma once
// Was the scheme worth it? It walks forward through history and is compared with naive rules, outcome by outcome.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/risk/backtest_history.hpp>
#include <vermeil/risk/backtest_outcome.hpp>
#include <vermeil/risk/backtest_panel.hpp>
#include <vermeil/risk/backtest_report.hpp>
#include <vermeil/risk/backtest_spells.hpp>
#include <vermeil/risk/backtest_walk.hpp>
#include <vermeil/risk/risk_scheme.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// How a back-test is run.
struct BacktestOptions {
    std::vector<std::string> outcomes{}; ///< as `parse_outcome` reads them; empty: as the scheme says
    Every every = Every::month;
    std::optional<Date> first{};                      ///< of the walk; nothing: as `history_of` says
    std::optional<Date> last{};                       ///< of the history; nothing: likewise
    std::uint32_t horizon = 12;                       ///< months for which a service is followed
    std::vector<std::uint32_t> capacities{5, 10, 20}; ///< how many services a team can visit
    std::uint32_t least_events = 10;                  ///< harmed services below which nothing is told
    /// Events whose being open says that somebody visits already.
    std::vector<std::string> already{"embargo", "improvement_plan", "default_notice", "special_measures"};
};

/// One outcome, or all of them together, and what the walk shows about it.
struct OutcomeReport {
    std::string outcome; ///< as it is written; "any" for all together
    std::string label;   ///< what becomes of services
    BacktestReport report;
};

/// A walk through history and what it shows.
struct Backtest {
    BacktestOptions options; ///< as used: first, last and outcomes filled in
    BacktestPanel panel;
    std::vector<OutcomeReport> reports{}; ///< where there are several outcomes, all together first
};

/// The outcomes of a panel: how each is written, what it means, and its spells in the order of the panel's services.
struct PanelOutcome {
    std::string outcome;
    std::string label;
    std::vector<OutcomeSpells> spells;
};

namespace detail {

inline void check_options(const BacktestOptions& options) {
    if (options.horizon == 0) {
        throw Error("a horizon of 0 months foretells nothing: give 1 or more");
    }
    if (options.capacities.empty() || options.capacities.front() == 0 ||
        std::adjacent_find(options.capacities.begin(), options.capacities.end(), std::greater_equal<>()) !=
            options.capacities.end()) {
        throw Error(
            "how many services can be visited must be whole numbers from 1, each above the one before");
    }
    if (options.least_events < 2) {
        throw Error("at least 2 harmed services are needed to tell anything: least_events is " +
                    std::to_string(options.least_events));
    }
    if (options.first && options.last && *options.last < *options.first) {
        throw Error("the history cannot end on " + to_string(*options.last) + ", before it begins on " +
                    to_string(*options.first));
    }
}

/// All outcomes as one: what stands for any of them.
inline PanelOutcome any_of_them(const std::vector<PanelOutcome>& outcomes) {
    PanelOutcome any{"any", "that later had one of the outcomes", outcomes.front().spells};
    for (std::size_t i = 1; i < outcomes.size(); ++i) {
        for (std::size_t service = 0; service < any.spells.size(); ++service) {
            any.spells[service] = any.spells[service].with(outcomes[i].spells[service]);
        }
    }
    return any;
}

/// An event that never happened in a history may be one that never happens, or a slip of the pen.
inline void check_event(const BacktestOutcome& outcome, const Evidence& evidence) {
    const auto* begins = std::get_if<EventBegins>(&outcome.kind);
    std::set<std::string> known;
    for (const auto& each : evidence.events) {
        known.insert(folded(each.event));
    }
    if (begins == nullptr || known.contains(folded(begins->event))) {
        return;
    }
    const std::vector<std::string> names(known.begin(), known.end());
    if (nearest(begins->event, names)) {
        throw Error("the history has no event " + quoted(begins->event) + did_you_mean(begins->event, names));
    }
}

} // namespace detail

/// Tries the rules of a panel against outcomes, all of them together first where there are several. `options.last` must be given,
/// and `closes` the last day of care of each service, where it has one.
/// @throws Error when an option cannot be, there is no outcome, or spells do not fit the panel.
inline Backtest backtest(BacktestPanel panel, std::vector<PanelOutcome> outcomes,
                         const std::vector<std::optional<Date>>& closes, BacktestOptions options) {
    detail::check_options(options);
    if (outcomes.empty() || !options.last) {
        throw Error("a back-test needs an outcome and the last day of the history");
    }
    options.outcomes.clear();
    for (const auto& each : outcomes) {
        options.outcomes.push_back(each.outcome);
    }
    if (outcomes.size() > 1) {
        outcomes.insert(outcomes.begin(), detail::any_of_them(outcomes));
    }
    Backtest made{options, std::move(panel), {}};
    const BacktestQuestion question{*options.last, options.horizon, options.capacities, options.least_events};
    for (const auto& each : outcomes) {
        made.reports.push_back(
            {each.outcome, each.label, backtest_report(made.panel, each.spells, closes, question)});
    }
    return made;
}

/// Walks a scheme forward through evidence and tries it against the naive rules.
/// @throws DefinitionError when a weight is not set yet.
/// @throws Error when an option cannot be, an outcome cannot be read or is nearly an event of the history, a live measure says nothing of where its value comes from,
/// a table could not be read, or no fact has a day.
inline Backtest backtest(const RiskScheme& scheme, const Evidence& evidence, BacktestOptions options = {}) {
    const auto& framework = scheme.framework();
    if (!evidence.unread.empty()) {
        throw Error("a back-test asks for all that was known; the table " + *evidence.unread.begin() +
                    " could not be read, see the rejects");
    }
    const auto history = history_of(evidence);
    if (!history && (!options.first || !options.last)) {
        throw Error("there is no history: no event, report or inspection has a day");
    }
    options.first = options.first ? options.first : std::optional(history->first);
    options.last = options.last ? options.last : std::optional(history->second);
    detail::check_options(options);
    std::vector<BacktestOutcome> asked;
    for (const auto& text : options.outcomes) {
        asked.push_back(parse_outcome(text, framework.rules()));
    }
    std::vector<PanelOutcome> outcomes;
    for (const auto& each : asked.empty() ? default_outcomes(framework) : asked) {
        detail::check_event(each, evidence);
        outcomes.push_back({each.text, each.label, outcome_spells(evidence, each, *options.last)});
    }
    std::vector<std::optional<Date>> closes;
    for (const auto& service : evidence.services) {
        closes.push_back(service.last_day());
    }
    auto panel =
        walk(scheme, evidence, walk_days(*options.first, *options.last, options.every), options.already);
    return backtest(std::move(panel), std::move(outcomes), closes, std::move(options));
}

} // namespace vermeil
