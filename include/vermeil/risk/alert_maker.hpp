// SPDX-License-Identifier: MIT
#pragma once
// Sets the limits of an alert budget by simulation, and judges the periods by them.

#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/philox.hpp>
#include <vermeil/risk/alert_budget.hpp>
#include <vermeil/risk/alert_null.hpp>
#include <vermeil/risk/alert_rules.hpp>
#include <vermeil/risk/alert_score.hpp>
#include <vermeil/risk/alert_stratum.hpp>
#include <vermeil/risk/false_discovery.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Makes a budget, step by step.
class AlertMaker {
  public:
    AlertMaker(std::vector<AlertMeasure> measures, const AlertRules& rules) {
        rules.check();
        made_.measures = std::move(measures);
        made_.rules = rules;
        gather();
    }

    [[nodiscard]] AlertBudget make() {
        stratify();
        strata_.resize(members_.size(), std::vector<AlertStratum>(made_.periods.size()));
        const auto shares = std::min<std::size_t>(std::max(made_.rules.threads, 1U),
                                                  std::max<std::size_t>(members_.size(), 1));
        on_threads(shares, [&](std::size_t share) {
            const auto end = share_begin(members_.size(), share + 1, shares);
            for (auto i = share_begin(members_.size(), share, shares); i < end; ++i) {
                run(i);
            }
        });
        for (std::size_t at = 0; at < made_.periods.size(); ++at) {
            set_threshold(at);
            judge(at);
        }
        return std::move(made_);
    }

  private:
    void gather();
    void stratify();
    void run(std::size_t stratum);
    void look(std::size_t i, const AlertBaseline& baseline);
    [[nodiscard]] double expected(std::size_t at, double threshold) const;
    void set_threshold(std::size_t at);
    void judge(std::size_t at);
    static void discover(AlertPeriod& period);

    [[nodiscard]] const Panel& panel_of(const AlertSeries& each) const {
        return *made_.measures[each.measure].panel;
    }
    [[nodiscard]] AlertBaseline baseline_of(const AlertSeries& each) const {
        return {panel_of(each).series(each.series), made_.measures[each.measure].kind, made_.rules.baseline};
    }
    /// Which of the judged periods the point of a series belongs to, if any.
    [[nodiscard]] std::optional<std::size_t> judged(const AlertSeries& each, std::size_t point) const {
        const auto at = panel_of(each).period(each.series, point) - made_.periods.front().period;
        return at < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(at));
    }
    /// Draws that a stratum needs, so that a step of its p-values is a small part of the budget.
    [[nodiscard]] std::size_t draws() const {
        constexpr double steps = 40;
        const auto wanted = steps * static_cast<double>(made_.series.size()) / made_.rules.visits;
        return std::max(made_.rules.draws, static_cast<std::size_t>(wanted));
    }

    AlertBudget made_;
    std::vector<std::vector<std::size_t>> members_; ///< of each stratum, places among the series
    std::vector<std::size_t> stratum_of_;
    std::vector<std::vector<AlertStratum>> strata_; ///< of each, one a judged period
};

/// Lists series, services and the periods to judge, which end with the last of any panel.
inline void AlertMaker::gather() {
    std::unordered_map<std::string, std::size_t> places;
    std::optional<std::int64_t> last;
    for (std::size_t m = 0; m < made_.measures.size(); ++m) {
        const auto& measure = made_.measures[m];
        static_cast<void>(family_of(measure.kind)); // refuses what cannot be judged before anything is drawn
        const auto& panel = *measure.panel;
        for (std::size_t s = 0; s < panel.size(); ++s) {
            panel.series(s).check(measure.kind);
            const auto [found, is_new] = places.try_emplace(panel.names[s], made_.services.size());
            if (is_new) {
                made_.services.push_back(panel.names[s]);
            }
            made_.series.push_back({m, s, found->second});
            const auto latest = panel.period(s, panel.begins[s + 1] - panel.begins[s] - 1);
            last = std::max(last.value_or(latest), latest);
        }
    }
    for (std::size_t back = last ? made_.rules.judged : 0; back > 0; --back) {
        auto& period = made_.periods.emplace_back();
        period.period = *last - static_cast<std::int64_t>(back) + 1;
        period.cells.resize(made_.series.size());
        period.services.resize(made_.services.size());
    }
}

/// Each series is a stratum where there are few, else those that are alike share one.
inline void AlertMaker::stratify() {
    const bool own = made_.series.size() <= made_.rules.own_up_to;
    std::map<AlikeSeries, std::size_t> alike;
    for (std::size_t i = 0; i < made_.series.size(); ++i) {
        const auto& each = made_.series[i];
        const auto length = panel_of(each).series(each.series).size();
        const auto key =
            own ? AlikeSeries{static_cast<long>(i)} : alike_series(each.measure, length, baseline_of(each));
        const auto [found, is_new] = alike.try_emplace(key, members_.size());
        if (is_new) {
            members_.emplace_back();
        }
        members_[found->second].push_back(i);
        stratum_of_.push_back(found->second);
    }
}

/// Looks at the values of one series, period by period.
inline void AlertMaker::look(std::size_t i, const AlertBaseline& baseline) {
    const auto& each = made_.series[i];
    const auto series = panel_of(each).series(each.series);
    AlertScore score(made_.rules, made_.measures[each.measure].improves);
    for (auto point = made_.rules.baseline; point < series.size(); ++point) {
        const bool is_there = series.is_present(point);
        is_there ? score.add(baseline.score(series.value[point], baseline.base(series, point)))
                 : score.skip();
        if (const auto at = judged(each, point)) {
            made_.periods[*at].cells[i].looks = score.now();
            made_.periods[*at].cells[i].is_judged = true;
        }
    }
}

/// Draws for a stratum through its members in turn, and looks at their own values.
inline void AlertMaker::run(std::size_t stratum) {
    const auto& rules = made_.rules;
    // Whole rounds, so that what a baseline leaves possible is drawn equally often: low rates no oftener than high ones.
    const auto in_a_round = members_[stratum].size() * AlertNull::grid;
    const auto each_draws = (draws() + in_a_round - 1) / in_a_round * AlertNull::grid;
    std::vector<std::vector<AlertScore::Looks>> drawn(made_.periods.size());
    for (const auto i : members_[stratum]) {
        const auto& each = made_.series[i];
        const auto& measure = made_.measures[each.measure];
        const auto series = panel_of(each).series(each.series);
        const auto baseline = baseline_of(each);
        if (!baseline.is_enough() || series.size() <= rules.baseline) {
            continue;
        }
        look(i, baseline);
        const AlertNull null(series, baseline, rules.baseline);
        for (std::size_t round = 0; round < each_draws; ++round) {
            AlertScore score(rules, measure.improves);
            auto point = rules.baseline;
            const PhiloxStream chance(Philox(rules.seed), static_cast<std::uint32_t>(round),
                                      static_cast<std::uint32_t>(i));
            null.draw(static_cast<std::uint32_t>(round), chance, [&](double value, bool is_there) {
                is_there ? score.add(value) : score.skip();
                if (const auto at = judged(each, point++)) {
                    drawn[*at].push_back(score.now());
                }
            });
        }
    }
    for (std::size_t at = 0; at < drawn.size(); ++at) {
        strata_[stratum][at] = AlertStratum(drawn[at]);
    }
}

/// Services that chance alone would alarm: of each, one less the chance that all of its series stay quiet.
inline double AlertMaker::expected(std::size_t at, double threshold) const {
    std::vector<double> quiet(made_.services.size(), 1.0);
    for (std::size_t i = 0; i < made_.series.size(); ++i) {
        if (made_.periods[at].cells[i].is_judged) {
            quiet[made_.series[i].service] *= 1 - strata_[stratum_of_[i]][at].chance_of(threshold);
        }
    }
    double sum = 0;
    for (const double each : quiet) {
        sum += 1 - each;
    }
    return sum;
}

/// The threshold whose expected alarms are nearest to the budget; found by halving, since they rise with it in steps.
inline void AlertMaker::set_threshold(std::size_t at) {
    auto& period = made_.periods[at];
    const double budget = made_.rules.visits;
    double low = 0;
    double high = 1;
    for (int halving = 0; halving < 50; ++halving) {
        const double middle = (low + high) / 2;
        (expected(at, middle) <= budget ? low : high) = middle;
    }
    const double below = expected(at, low);
    const double above = expected(at, high);
    period.threshold = above - budget < budget - below ? high : low;
    period.expected = std::min(above, expected(at, period.threshold));
}

inline void AlertMaker::judge(std::size_t at) {
    auto& period = made_.periods[at];
    std::vector<double> smallest(made_.services.size(), 2.0);
    for (std::size_t i = 0; i < made_.series.size(); ++i) {
        auto& cell = period.cells[i];
        if (!cell.is_judged) {
            continue;
        }
        const auto& stratum = strata_[stratum_of_[i]][at];
        for (std::size_t look = 0; look < alert_look_names.size(); ++look) {
            const auto name = static_cast<AlertLook>(look);
            const double p = stratum.p(name, cell.looks[look]);
            cell.limits[look] = stratum.limit(name, period.threshold);
            if (p < cell.p) {
                cell.p = p;
                cell.look = static_cast<std::uint8_t>(look);
            }
        }
        cell.chance = stratum.chance_of(cell.p);
        auto& service = period.services[made_.series[i].service];
        if (auto& least = smallest[made_.series[i].service]; cell.p < least) {
            least = cell.p;
            service.series = i;
        }
        service.is_judged = true;
    }
    std::vector<double> quiet(made_.services.size(), 1.0);
    for (std::size_t i = 0; i < made_.series.size(); ++i) {
        if (period.cells[i].is_judged) {
            const auto service = made_.series[i].service;
            quiet[service] *= 1 - strata_[stratum_of_[i]][at].chance_of(smallest[service]);
        }
    }
    for (std::size_t s = 0; s < made_.services.size(); ++s) {
        period.services[s].p = 1 - quiet[s];
        period.services[s].alarm = smallest[s] <= period.threshold;
    }
    discover(period);
}

/// Gives the services that were judged the false discovery rates of their p-values.
inline void AlertMaker::discover(AlertPeriod& period) {
    std::vector<double> p;
    for (const auto& each : period.services) {
        if (each.is_judged) {
            p.push_back(each.p);
        }
    }
    std::size_t next = 0;
    const auto rates = false_discovery_rates(p);
    for (auto& each : period.services) {
        each.q = each.is_judged ? rates[next++] : 1;
    }
}

} // namespace detail

/// Judges the last periods of some measures so that chance alone alarms as many services a period as the budget says.
///
/// Each series is scored against its own baseline by three looks (`AlertScore`); what the scores are worth is found from draws that
/// its baseline makes likely (`AlertNull`); the smallest p-value counts. One threshold for all, set so that over all services, measures
/// and looks together the expected number of services with an alarm is the budget. `q` says at which false discovery rate a service would
/// be listed, for teams that rather bound the share of wasted visits than their number; no q is smaller than services times measures
/// over draws, so ask for many draws where it shall be small.
///
/// A service that stays alarmed is alarmed, and counted, each period. Assumes, where nothing is wrong, that periods and series do not
/// depend on each other and that values are Poisson, binomial or normal; where counts move more than that, the prime charts' scores
/// allow for it. A series with fewer than three baseline values, without exposure or without variation in it is not judged; nor is one
/// that has ended before the period. With fewer services than the budget all of them may be visited.
/// @throws Error when a rule lies outside its range or a measure's chart is none that can be judged.
inline AlertBudget alert_budget(std::vector<AlertMeasure> measures, const AlertRules& rules) {
    return detail::AlertMaker(std::move(measures), rules).make();
}

} // namespace vermeil
