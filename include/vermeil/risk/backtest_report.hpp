// SPDX-License-Identifier: MIT
#pragma once
// What a walk shows about one outcome: every rule's figures, and how the scheme compares.

#include <vermeil/risk/backtest_calibration.hpp>
#include <vermeil/risk/backtest_fate.hpp>
#include <vermeil/risk/backtest_list.hpp>
#include <vermeil/risk/backtest_panel.hpp>
#include <vermeil/risk/backtest_reach.hpp>
#include <vermeil/risk/backtest_spells.hpp>
#include <vermeil/risk/backtest_verdict.hpp>
#include <vermeil/risk/ranking_area.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// How an outcome is looked for.
struct BacktestQuestion {
    Date last;                                        ///< the last day of the history
    std::uint32_t horizon = 12;                       ///< months for which a row is followed
    std::vector<std::uint32_t> capacities{5, 10, 20}; ///< how many services a team can visit, rising
    std::uint32_t least_events = 10;                  ///< harmed services below which nothing is told
};

/// The difference between the shares that two lists reached of the same events.
struct ReachComparison {
    double difference;                  ///< the scheme's share minus the rival's
    std::optional<Interval> interval{}; ///< 95 %, normal; nothing with fewer than two services
};

/// What one rule did.
struct RuleReport {
    std::size_t rule; ///< its position among the panel's
    RankingArea area;
    std::vector<ListReach> lists; ///< one a capacity
    AreaComparison against{};     ///< the scheme against this rule; of the scheme itself empty
    std::vector<ReachComparison> reach_against{}; ///< likewise, one a capacity
};

/// What happened to the new events and rows of an outcome before they were used.
struct BacktestCounts {
    std::size_t events = 0;         ///< new events up to the last day, of all services
    std::size_t before_history = 0; ///< of them, on or before the first day of the walk
    std::size_t unlisted =
        0; ///< of them, after it, but with no list within the horizon before: the service was not open then
    std::size_t at_visited = 0;   ///< of them, at services that were being visited at the last list before
    std::size_t foretold = 0;     ///< of them, left to be foretold: those that the figures rest on
    std::size_t rows_out = 0;     ///< rows at which the outcome stood
    std::size_t rows_open = 0;    ///< rows that were not followed for the whole horizon
    std::size_t rows_visited = 0; ///< rows at risk of services that were being visited
    std::size_t days_with_events = 0; ///< different days of the foretold events
    ClusteredShare visited_harmed{};  ///< harm within the horizon among the visited, reported apart
};

/// What a walk shows about one outcome.
struct BacktestReport {
    BacktestCounts counts;
    std::vector<RuleReport> rules; ///< the scheme first
    BacktestCalibration calibration;

    /// The scheme against the naive rule that it does worst against; `cannot_tell` where one of them cannot be told.
    [[nodiscard]] Verdict verdict() const {
        auto worst = rules.size() < 2 ? Verdict::cannot_tell : Verdict::better;
        for (std::size_t i = 1; i < rules.size(); ++i) {
            const auto each = rules[i].against.verdict;
            worst = std::max(worst, each);
        }
        return worst;
    }
};

namespace detail {

/// Works one outcome out of a panel.
class BacktestReporter {
  public:
    BacktestReporter(const BacktestPanel& panel, const std::vector<OutcomeSpells>& spells,
                     const std::vector<std::optional<Date>>& closes, const BacktestQuestion& question)
        : panel_(panel), spells_(spells), question_(question),
          fates_(fates_of(panel, spells, closes, question.last, question.horizon)) {
        for (auto& event : foretold_events(panel, fates_)) {
            (panel.rows()[event.rows.back()].is_visited ? visited_events_ : events_)
                .push_back(std::move(event));
        }
    }

    BacktestReport report() const {
        BacktestReport made{
            counts(), {}, calibration_of(panel_, fates_, [this](auto row) { return is_new(row); })};
        for (std::size_t rule = 0; rule < panel_.rules().size(); ++rule) {
            RuleReport own{rule, area_of(rule), {}};
            for (const auto capacity : question_.capacities) {
                const auto places = places_on_list(panel_, rule, capacity, [this](auto row) {
                    return is_new(row) && fates_[row].fate != Fate::out;
                });
                own.lists.push_back(reach_of(panel_, fates_, events_, places, capacity));
            }
            made.rules.push_back(std::move(own));
        }
        for (std::size_t rule = 1; rule < made.rules.size(); ++rule) {
            auto& own = made.rules[rule];
            own.against =
                compared(made.rules.front().area, own.area, question_.least_events, made.rules.size() - 1);
            for (std::size_t k = 0; k < own.lists.size(); ++k) {
                own.reach_against.push_back(reach_compared(made.rules.front().lists[k], own.lists[k]));
            }
        }
        return made;
    }

  private:
    [[nodiscard]] bool is_new(std::size_t row) const { return !panel_.rows()[row].is_visited; }

    [[nodiscard]] BacktestCounts counts() const;

    [[nodiscard]] RankingArea area_of(std::size_t rule) const {
        std::vector<RankedRow> rows;
        for (std::size_t i = 0; i < fates_.size(); ++i) {
            const auto fate = fates_[i].fate;
            if (is_new(i) && (fate == Fate::harmed || fate == Fate::spared)) {
                const auto& row = panel_.rows()[i];
                rows.push_back({row.day, row.service, panel_.keys(rule)[i], fate == Fate::harmed});
            }
        }
        return RankingArea(std::move(rows));
    }

    /// The jackknife over services again, here of a mean of differences.
    [[nodiscard]] ReachComparison reach_compared(const ListReach& scheme, const ListReach& rival) const {
        ReachComparison made{scheme.recall.share() - rival.recall.share()};
        std::map<std::uint32_t, double> of_service;
        for (std::size_t i = 0; i < events_.size(); ++i) {
            of_service[events_[i].service] += scheme.listed[i] - rival.listed[i] - made.difference;
        }
        const auto n = static_cast<double>(of_service.size());
        if (of_service.size() > 1) {
            double squares = 0;
            for (const auto& [service, moved] : of_service) {
                squares += moved * moved;
            }
            const double reach =
                z_95 * std::sqrt(squares * n / (n - 1)) / static_cast<double>(events_.size());
            made.interval =
                Interval{std::max(-1.0, made.difference - reach), std::min(1.0, made.difference + reach)};
        }
        return made;
    }

    const BacktestPanel& panel_;
    const std::vector<OutcomeSpells>& spells_;
    const BacktestQuestion& question_;
    std::vector<RowFate> fates_;
    std::vector<ForetoldEvent> events_;
    std::vector<ForetoldEvent> visited_events_;
};

inline BacktestCounts BacktestReporter::counts() const {
    BacktestCounts made;
    for (const auto& each : spells_) {
        for (const auto& spell : each.all()) {
            made.events += spell.from <= question_.last ? 1U : 0U;
            const bool early = panel_.days().empty() || spell.from <= panel_.days().front();
            made.before_history += spell.from <= question_.last && early ? 1U : 0U;
        }
    }
    made.at_visited = visited_events_.size();
    made.foretold = events_.size();
    made.unlisted = made.events - made.before_history - made.at_visited - made.foretold;
    std::set<Date> days;
    for (const auto& event : events_) {
        days.insert(event.day);
    }
    made.days_with_events = days.size();
    for (std::size_t i = 0; i < fates_.size(); ++i) {
        const auto fate = fates_[i].fate;
        made.rows_out += fate == Fate::out ? 1U : 0U;
        made.rows_open += fate == Fate::open ? 1U : 0U;
        if (!is_new(i) && fate != Fate::out) {
            ++made.rows_visited;
            if (fate != Fate::open) {
                made.visited_harmed.add(panel_.rows()[i].service, fate == Fate::harmed);
            }
        }
    }
    return made;
}

} // namespace detail

/// Works out what a panel shows about one outcome, whose spells stand in the order of the panel's services, as do the last days of
/// care (`closes`; nothing where a service has none). With no event, or none that could be foretold, areas and shares have no rows and
/// the verdict is `cannot_tell`.
/// @throws Error when spells or last days do not fit the services of the panel.
inline BacktestReport backtest_report(const BacktestPanel& panel, const std::vector<OutcomeSpells>& spells,
                                      const std::vector<std::optional<Date>>& closes,
                                      const BacktestQuestion& question) {
    return detail::BacktestReporter(panel, spells, closes, question).report();
}

} // namespace vermeil
