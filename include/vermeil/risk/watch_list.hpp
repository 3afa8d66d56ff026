// SPDX-License-Identifier: MIT
#pragma once
// The services in the order in which they should be looked at, and why one stands above another.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/watch_measures.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// One thing that is weighed, of two services.
struct WatchReason {
    std::string measure;
    std::string upper;       ///< what the service above shows, in words
    std::string lower;       ///< what the service below shows
    double upper_points = 0; ///< points times weight; the most that they may be where the value is not known
    double lower_points = 0;
    bool decided = false; ///< without this one the lower would not stand below
};

/// Why one service stands above another.
struct WatchComparison {
    std::string upper;
    std::string lower;
    double upper_points = 0;
    double lower_points = 0;
    std::vector<WatchReason> reasons; ///< those that speak most for the upper first
    /// The same in a line each.
    [[nodiscard]] std::vector<std::string> lines() const;
};

/// The services of a market in the order in which they should be looked at.
///
/// The order is the kernel's: a framework in which higher is worse and points add up says what is weighed and how much. What is
/// not known of a service counts at its worst, so that silence never moves it down. Equal points stand in the order of ids.
/// @throws Error when higher is better, points are not added up, there are groups, or services are compared with each other.
class WatchList {
  public:
    WatchList(Framework framework, MeasureTable table)
        : evaluator_(checked(std::move(framework))), table_(std::move(table)),
          outcomes_(evaluator_.evaluate(table_)), order_(table_.rows()) {
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
    /// The points by which the service at a place stands there.
    [[nodiscard]] double points(std::size_t place) const { return outcomes_.highest_score[order_.at(place)]; }

    /// Why one of two services stands above the other, whichever of them is named first.
    /// @throws Error when one is not on the list, or both are the same.
    [[nodiscard]] WatchComparison why(std::string_view one, std::string_view other) const;
    /// The list as a table: place, service, points, lowest_points, band, and a column in words for each thing that is weighed.
    [[nodiscard]] Frame frame() const;

  private:
    static Framework checked(Framework framework) {
        const auto& rules = framework.rules();
        const RiskScheme scheme(framework);
        if (rules.aggregate != Aggregate::sum || !rules.groups.empty() || framework.is_relative()) {
            throw Error("the watch list " + quoted(framework.id()) +
                        " must add points up: aggregate = \"sum\", no groups and no peers");
        }
        return framework;
    }
    [[nodiscard]] bool above(std::size_t a, std::size_t b) const {
        const auto points = [&](std::size_t row) { return snapped(outcomes_.highest_score[row]); };
        return points(a) != points(b) ? points(a) > points(b) : table_.services()[a] < table_.services()[b];
    }
    [[nodiscard]] std::string seen(const Trace& trace, const IndicatorStep& step) const {
        return detail::seen_value(framework(), framework().measures()[step.indicator], step.cell,
                                  detail::cause_of(trace, step.indicator));
    }

    Evaluator evaluator_;
    MeasureTable table_;
    Outcomes outcomes_;
    std::vector<std::size_t> order_;
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
                         outcomes_.highest_score[upper],
                         outcomes_.highest_score[lower],
                         {}};
    const auto gap = made.upper_points - made.lower_points;
    for (std::size_t i = 0; i < of_upper.indicators.size(); ++i) {
        const auto& a = of_upper.indicators[i];
        const auto& b = of_lower.indicators[i];
        const auto& measure = framework().measures()[a.indicator];
        WatchReason reason{detail::named(measure.id, measure.label), seen(of_upper, a), seen(of_lower, b),
                           a.highest_points * a.weight, b.highest_points * b.weight};
        const auto lead = reason.upper_points - reason.lower_points;
        reason.decided = snapped(lead) > 0 && snapped(lead) >= snapped(gap);
        made.reasons.push_back(std::move(reason));
    }
    std::stable_sort(
        made.reasons.begin(), made.reasons.end(), [](const WatchReason& a, const WatchReason& b) {
            return snapped(a.upper_points - a.lower_points) > snapped(b.upper_points - b.lower_points);
        });
    return made;
}

inline std::vector<std::string> WatchComparison::lines() const {
    const auto number = [](double value) { return with_decimals(value, 1); };
    std::vector<std::string> lines{
        upper + " stands above " + lower + ": " + number(upper_points) + " points, " + number(lower_points) +
        (snapped(upper_points) == snapped(lower_points) ? "; equal points stand in the order of ids" : "")};
    for (const auto& each : reasons) {
        lines.push_back(each.measure + ": " + each.upper + " and " + each.lower + "; " +
                        number(each.upper_points) + " and " + number(each.lower_points) + " points" +
                        (each.decided ? ", which decided" : ""));
    }
    return lines;
}

inline Frame WatchList::frame() const {
    std::vector<std::int64_t> place(size());
    std::iota(place.begin(), place.end(), std::int64_t{1});
    std::vector<double> most, least;
    std::vector<std::string> bands;
    std::vector<std::vector<std::string>> seen_words(framework().rules().indicators.size());
    for (const auto row : order_) {
        const auto trace = evaluator_.explain(table_, row);
        most.push_back(trace.outcome.highest_score);
        least.push_back(trace.outcome.lowest_score);
        bands.push_back(framework().band_name(trace.outcome.highest));
        for (const auto& step : trace.indicators) {
            seen_words[step.indicator].push_back(seen(trace, step));
        }
    }
    std::vector<Column> columns{number_column("place", std::move(place)), text_column("service", services()),
                                number_column("points", std::move(most)),
                                number_column("lowest_points", std::move(least)),
                                text_column("band", std::move(bands))};
    for (std::size_t i = 0; i < seen_words.size(); ++i) {
        columns.push_back(text_column(framework().measures()[i].id, std::move(seen_words[i])));
    }
    return {"watch", std::move(columns)};
}

/// The watch list of a market as of a day.
/// @throws Error as `watch_measures` and `WatchList` do.
inline WatchList watch(const Framework& framework, const WatchSources& sources, Rejects& rejects) {
    auto measured = measure(framework, *sources.evidence, Quarter(sources.as_of), sources.as_of,
                            watch_measures(framework, sources));
    rejects.append(measured.rejects);
    return {framework, std::move(measured.table)};
}

} // namespace vermeil
