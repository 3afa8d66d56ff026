// SPDX-License-Identifier: MIT
#pragma once
// The services in the order in which they should be looked at, and why one stands above another.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/outcome_frame.hpp>
#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/watch_comparison.hpp>
#include <vermeil/risk/watch_measures.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The services of a market in the order in which they should be looked at.
///
/// The order is the kernel's: a framework in which higher is worse and points add up says what is weighed and how much. Where it
/// has `[watch]` with `keys`, they order in the place of the sum: by the points of the first, what is equal there by those of
/// the next, and so on. What is not known of a service counts at its worst, so that silence never moves it down. What is equal
/// stands in the order of ids. A service to which nothing that is weighed applies has no points and stands below those with 0.
/// @throws Error when higher is better, points are not added up, there are groups, services are compared with each other or
/// weighed each by a column of its own, or no service can be visited.
class WatchList {
  public:
    /// `visits` are the services that a team can visit in one round; nothing: as many as the framework says, if it does.
    /// `facts` are the latest of each service in words, which stand beside what is weighed.
    WatchList(Framework framework, MeasureTable table, std::optional<std::uint32_t> visits = std::nullopt,
              std::map<std::string, std::vector<std::string>> facts = {})
        : evaluator_(checked(std::move(framework))), table_(std::move(table)), facts_(std::move(facts)),
          outcomes_(evaluator_.evaluate(table_)), order_(table_.rows()) {
        const auto& watch = this->framework().rules().watch;
        visits_ = visits ? *visits : watch ? watch->visits : 0;
        if (visits && *visits == 0) {
            throw Error("a team that can visit 0 services needs no list: give 1 or more, or nothing");
        }
        if (watch && !watch->keys.empty()) {
            take_keys(watch->keys);
        }
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) { return above(a, b); });
    }

    [[nodiscard]] std::size_t size() const noexcept { return order_.size(); }
    [[nodiscard]] const Framework& framework() const noexcept { return evaluator_.framework(); }
    [[nodiscard]] const MeasureTable& measures() const noexcept { return table_; }
    /// The ids of the services, the first to be looked at first.
    [[nodiscard]] std::vector<std::string> services() const {
        std::vector<std::string> ids;
        for (const auto row : order_) {
            ids.push_back(table_.services()[row]);
        }
        return ids;
    }
    /// The points by which the service at a place stands there; nothing where nothing that is weighed applies to it.
    [[nodiscard]] std::optional<double> points(std::size_t place) const {
        return points_of(order_.at(place));
    }

    /// Why one of two services stands above the other, whichever of them is named first.
    /// @throws Error when one is not on the list, or both are the same.
    [[nodiscard]] WatchComparison why(std::string_view one, std::string_view other) const;
    /// How many services can be visited in one round; 0: nobody says.
    [[nodiscard]] std::uint32_t visits() const noexcept { return visits_; }
    /// Where the line falls between the services that can be visited and the others; nothing where nobody says how many can be,
    /// or all can.
    [[nodiscard]] std::optional<WatchLine> line() const {
        if (visits_ == 0 || visits_ >= size()) {
            return std::nullopt;
        }
        const auto ids = services();
        return WatchLine{visits_, size(), why(ids[visits_ - 1], ids[visits_])};
    }
    /// The list as a table: place, service, visit (`yes` or `no`; empty where nobody says how many can be visited), points,
    /// lowest_points (both null where nothing applies), band, and a column in words for each thing that is weighed.
    [[nodiscard]] Frame frame() const;

  private:
    static Framework checked(Framework framework) {
        const auto& rules = framework.rules();
        const RiskScheme scheme(framework);
        if (rules.aggregate != Aggregate::sum || !rules.groups.empty() || framework.is_relative()) {
            throw Error("the watch list " + quoted(framework.id()) +
                        " must add points up: aggregate = \"sum\", no groups and no peers");
        }
        for (const auto& indicator : rules.indicators) {
            if (indicator.weighed_by) {
                throw Error("the watch list " + quoted(framework.id()) + " must weigh all services alike; " +
                            quoted(indicator.measure.id) + " is weighed by the column " +
                            quoted(indicator.weighed_by->measure) + ", so write a number");
            }
        }
        return framework;
    }
    /// The reasons of the keys in their order, the first that differs decides.
    [[nodiscard]] WatchComparison by_keys(WatchComparison made, std::size_t upper, std::size_t lower) const;
    /// The points that each key has alone, service by service.
    void take_keys(const std::vector<std::string>& keys) {
        for (const auto& key : keys) {
            keys_.push_back(framework().position(key));
        }
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            auto& points = key_points_.emplace_back(keys_.size());
            for (const auto& step : evaluator_.explain(table_, row).indicators) {
                for (std::size_t i = 0; i < keys_.size(); ++i) {
                    points[i] = step.indicator == keys_[i] ? snapped(step.highest_points) : points[i];
                }
            }
        }
    }
    [[nodiscard]] bool above(std::size_t a, std::size_t b) const {
        if (!keys_.empty()) {
            return key_points_[a] != key_points_[b] ? key_points_[a] > key_points_[b]
                                                    : table_.services()[a] < table_.services()[b];
        }
        return points_of(a) != points_of(b) ? points_of(a) > points_of(b)
                                            : table_.services()[a] < table_.services()[b];
    }
    /// The most points of a service, snapped; nothing where nothing applies.
    [[nodiscard]] std::optional<double> points_of(std::size_t row) const {
        const auto outcome = outcomes_.row(row);
        return outcome.has_scores() ? std::optional(snapped(outcome.highest_score)) : std::nullopt;
    }
    /// What is seen of a measure, to two decimals; what is not known says that it counts at its worst.
    [[nodiscard]] std::string seen(const Trace& trace, const IndicatorStep& step) const {
        auto cell = step.cell;
        const bool is_known = cell.state == State::present;
        cell.value = is_known ? std::round(cell.value * 100) / 100 : cell.value;
        return detail::seen_value(framework(), framework().measures()[step.indicator], cell,
                                  detail::cause_of(trace, step.indicator)) +
               (is_known || step.weight <= 0 ? "" : ", counts at its worst");
    }
    [[nodiscard]] std::vector<std::string> facts_of(const std::string& service) const {
        const auto found = facts_.find(service);
        return found == facts_.end() ? std::vector<std::string>() : found->second;
    }

    Evaluator evaluator_;
    MeasureTable table_;
    std::map<std::string, std::vector<std::string>> facts_; ///< of each service, the latest in words
    Outcomes outcomes_;
    std::vector<std::size_t> order_;
    std::uint32_t visits_ = 0;
    std::vector<std::size_t> keys_;               ///< positions of measures; none: points order
    std::vector<std::vector<double>> key_points_; ///< of each service
};

inline WatchComparison WatchList::why(std::string_view one, std::string_view other) const {
    auto upper = table_.row(one);
    auto lower = table_.row(other);
    if (upper == lower) {
        throw Error("a service stands neither above nor below itself: " + quoted(one));
    }
    if (above(lower, upper)) {
        std::swap(upper, lower);
    }
    const auto of_upper = evaluator_.explain(table_, upper);
    const auto of_lower = evaluator_.explain(table_, lower);
    WatchComparison made{table_.services()[upper],
                         table_.services()[lower],
                         points_of(upper),
                         points_of(lower),
                         {},
                         !keys_.empty(),
                         facts_of(table_.services()[upper]),
                         facts_of(table_.services()[lower])};
    const auto gap = made.upper_points.value_or(0) - made.lower_points.value_or(0);
    for (std::size_t i = 0; i < of_upper.indicators.size(); ++i) {
        const auto& a = of_upper.indicators[i];
        const auto& b = of_lower.indicators[i];
        const auto& measure = framework().measures()[a.indicator];
        WatchReason reason{detail::named(measure.id, measure.label), seen(of_upper, a), seen(of_lower, b),
                           a.highest_points * a.weight, b.highest_points * b.weight};
        const auto lead = reason.upper_points - reason.lower_points;
        reason.decided = !made.by_keys && snapped(lead) > 0 && snapped(lead) >= snapped(gap);
        made.reasons.push_back(std::move(reason));
    }
    if (made.by_keys) {
        return by_keys(std::move(made), upper, lower);
    }
    std::stable_sort(
        made.reasons.begin(), made.reasons.end(), [](const WatchReason& a, const WatchReason& b) {
            return snapped(a.upper_points - a.lower_points) > snapped(b.upper_points - b.lower_points);
        });
    return made;
}

inline WatchComparison WatchList::by_keys(WatchComparison made, std::size_t upper, std::size_t lower) const {
    std::vector<WatchReason> in_order;
    bool open = true; // until a key differs
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        auto reason = made.reasons[keys_[i]];
        reason.upper_points = key_points_[upper][i];
        reason.lower_points = key_points_[lower][i];
        reason.decided = open && reason.upper_points != reason.lower_points;
        open = open && !reason.decided;
        in_order.push_back(std::move(reason));
    }
    made.reasons = std::move(in_order);
    return made;
}

inline Frame WatchList::frame() const {
    std::vector<std::int64_t> place(size());
    std::iota(place.begin(), place.end(), std::int64_t{1});
    std::vector<Outcome> outcomes;
    std::vector<std::string> bands, visited;
    std::vector<std::vector<std::string>> seen_words(framework().rules().indicators.size());
    for (const auto row : order_) {
        const auto trace = evaluator_.explain(table_, row);
        visited.emplace_back(visits_ == 0 ? "" : visited.size() < visits_ ? "yes" : "no");
        outcomes.push_back(trace.outcome);
        bands.push_back(band_name(framework(), trace.outcome.has_scores() ? trace.outcome.highest : no_band));
        for (const auto& step : trace.indicators) {
            seen_words[step.indicator].push_back(seen(trace, step));
        }
    }
    std::vector<Column> columns{number_column("place", std::move(place)),
                                text_column("service", services()),
                                text_column("visit", std::move(visited)),
                                score_column("points", outcomes, &Outcome::highest_score),
                                score_column("lowest_points", outcomes, &Outcome::lowest_score),
                                text_column("band", std::move(bands))};
    for (std::size_t i = 0; i < seen_words.size(); ++i) {
        columns.push_back(text_column(framework().measures()[i].id, std::move(seen_words[i])));
    }
    return {"watch", std::move(columns)};
}

/// The three latest facts of each service in words, the latest first; returns of every quarter are none.
inline std::map<std::string, std::vector<std::string>> facts_in_words(const std::vector<NewFact>& facts) {
    constexpr std::size_t most = 3;
    std::map<std::string, std::vector<std::string>> words;
    for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
        auto& of_service = words[fact->service];
        if (!fact->periodic && of_service.size() < most) {
            const bool is_rating = fact->kind == "rating";
            const auto what = is_rating ? fact->words : fact->kind;
            of_service.push_back((fact->source == "events" ? "" : fact->source + ": ") + what + " of " +
                                 to_string(fact->on));
        }
    }
    return words;
}

/// The watch list of a market as of a day. Probabilities that no measure of it weighs are told in the rejects.
/// @throws Error as `watch_measures` and `WatchList` do.
inline WatchList watch(const Framework& framework, const WatchSources& sources, Rejects& rejects,
                       std::optional<std::uint32_t> visits = std::nullopt) {
    auto measured = measure(framework, *sources.evidence, Quarter(sources.as_of), sources.as_of,
                            watch_measures(framework, sources));
    rejects.append(measured.rejects);
    const bool has_probability = std::any_of(sources.levels->begin(), sources.levels->end(),
                                             [](const auto& each) { return each.second.probability; });
    if (has_probability && measured.table.find(watch_measure_names[1]) == nullptr) {
        rejects.push_back(
            {"probabilities", 0, "probability", "",
             "the list " + quoted(framework.id()) + " has no measure 'probability', so no probability counts",
             true});
    }
    return {framework, std::move(measured.table), visits, facts_in_words(*sources.facts)};
}

} // namespace vermeil
