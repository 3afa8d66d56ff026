// SPDX-License-Identifier: MIT
#pragma once
// The lines of a chart: what each point plots, its centre and its limits.

#include <vermeil/risk/chart_point.hpp>
#include <vermeil/risk/chart_rules.hpp>
#include <vermeil/risk/chart_series.hpp>
#include <vermeil/risk/moving_range.hpp>
#include <vermeil/risk/subgroup.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace vermeil {

namespace detail {

/// The power under which the times between events of a Poisson process lie about normally (L. S. Nelson, Journal of
/// Quality Technology 26 (1994) 239-240).
inline constexpr double nelson_power = 3.6;

/// Works out the lines of one phase after the other; keeps its memory from series to series.
class ChartLines {
  public:
    /// @throws nothing about data: the series must have passed `check`.
    void draw(const ChartSeries& series, const ChartRules& rules, std::vector<ChartPoint>& points) {
        points.clear();
        points.resize(series.size());
        for (std::size_t first = 0; first < series.size();) {
            const auto end = series.phase_end(first);
            plot(series, rules, std::span(points).subspan(first, end - first), first);
            lines(series, rules, std::span(points).subspan(first, end - first), first);
            first = end;
        }
    }

  private:
    using Points = std::span<ChartPoint>;

    /// The value of each point, on the scale on which limits are worked out.
    static void plot(const ChartSeries& series, const ChartRules& rules, Points points, std::size_t first) {
        if (needs_base(rules.kind)) {
            plot_counts(series, points, first);
            return;
        }
        for (std::size_t i = 0; i < points.size(); ++i) {
            auto& point = points[i];
            const auto at = first + i;
            point.has = series.is_present(at);
            point.counted = series.is_counted(at);
            if (!point.has) {
                continue;
            }
            const double given = series.value[at];
            switch (rules.kind) {
            case ChartKind::s:
                point.has = series.n[at] > 1;
                point.value = series.spread[at];
                break;
            case ChartKind::mr:
                point.has = i > 0 && series.is_present(at - 1);
                point.value = point.has ? std::abs(given - series.value[at - 1]) : 0;
                break;
            case ChartKind::t:
                point.value = std::pow(given, 1 / nelson_power);
                break;
            default:
                point.value = given;
            }
        }
    }
    static void plot_counts(const ChartSeries& series, Points points, std::size_t first) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            points[i].has = series.is_present(first + i);
            points[i].counted = series.is_counted(first + i);
            points[i].value = points[i].has ? series.value[first + i] / series.n[first + i] : 0;
        }
    }

    /// The values of the baseline, and the ranges of neighbours in it; a value that is missing breaks the chain, one that is
    /// known to be special is bridged.
    void gather(const ChartSeries& series, Points points, std::size_t first) {
        values_.clear();
        ranges_.clear();
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!series.is_baseline(first + i)) {
                continue;
            }
            if (!points[i].has) {
                ranges_.gap();
                continue;
            }
            ranges_.add(points[i].value);
            values_.push_back(points[i].value);
        }
    }

    [[nodiscard]] double mean() const {
        double sum = 0;
        for (const double value : values_) {
            sum += value;
        }
        return sum / static_cast<double>(values_.size());
    }
    [[nodiscard]] double median() {
        const auto half = values_.size() / 2;
        std::nth_element(values_.begin(), values_.begin() + static_cast<std::ptrdiff_t>(half), values_.end());
        const double upper = values_[half];
        return values_.size() % 2 == 1
                   ? upper
                   : (upper + *std::max_element(values_.begin(),
                                                values_.begin() + static_cast<std::ptrdiff_t>(half))) /
                         2;
    }

    void lines(const ChartSeries& series, const ChartRules& rules, Points points, std::size_t first) {
        if (needs_base(rules.kind)) {
            of_counts(series, rules, points, first);
            back(rules, points);
            return;
        }
        gather(series, points, first);
        if (values_.empty()) {
            back(rules, points);
            return;
        }
        switch (rules.kind) {
        case ChartKind::run:
            constant(points, median(), std::nullopt);
            break;
        case ChartKind::xmr:
        case ChartKind::t:
            constant(points, mean(), sigma(rules));
            break;
        case ChartKind::mr:
            constant(points, mean(), mean() * (d4_of_two - 1) / 3);
            floor_lower(points);
            for (auto& point : points) { // published so: two thirds of D4, not of the way to it
                point.near_lower = point.lower = 0;
                point.near_upper = point.upper * 2 / 3;
            }
            break;
        case ChartKind::c:
            constant(points, mean(), std::sqrt(mean()));
            floor_lower(points);
            break;
        case ChartKind::g:
            of_cases_between(rules, points);
            break;
        default:
            subgroup_lines(series, rules, points, first);
        }
        back(rules, points);
    }

    /// One standard deviation from the moving range of what was gathered; nothing with fewer than two neighbours.
    [[nodiscard]] std::optional<double> sigma(const ChartRules& rules) const {
        const auto range = ranges_.mean(rules.screening);
        return range ? std::optional(sigma_of_range(*range, rules.factor)) : std::nullopt;
    }

    static void constant(Points points, double mean, std::optional<double> sigma) {
        const double centre = settled_centre(points, mean);
        for (auto& point : points) {
            point.centre = centre;
            point.has_centre = true;
            if (sigma) {
                set_limits(point, *sigma);
            }
        }
    }
    static void floor_lower(Points points) {
        for (auto& point : points) {
            point.lower = std::max(point.lower, 0.0);
            point.near_lower = std::max(point.near_lower, 0.0);
        }
    }

    /// Geometric counts: limits at mean +/- 3 sqrt(mean (mean + 1)) (Montgomery, chapter 7; J. C. Benneyan, Health Care
    /// Management Science 4 (2001) 305-318).
    void of_cases_between(const ChartRules& rules, Points points) {
        const double middle = mean();
        constant(points, middle, std::sqrt(middle * (middle + 1)));
        floor_lower(points);
        const double shown = rules.g_centre == GCentre::median ? median() : middle;
        for (auto& point : points) {
            point.centre = shown;
        }
    }

    void of_counts(const ChartSeries& series, const ChartRules& rules, Points points, std::size_t first);
    /// The standard deviation of the z-scores of a baseline; nothing with fewer than two neighbours.
    std::optional<double> spread_of_scores(const ChartSeries& series, const ChartRules& rules, Points points,
                                           std::size_t first, double centre, double variance);

    /// Brings points and lines to the scale on which they are shown.
    static void back(const ChartRules& rules, Points points) {
        if (rules.kind != ChartKind::t && rules.per == 1) {
            return;
        }
        const auto powered = [](double value) { return value > 0 ? std::pow(value, nelson_power) : 0; };
        for (auto& point : points) {
            for (double* each : {&point.value, &point.centre, &point.lower, &point.upper, &point.near_lower,
                                 &point.near_upper}) {
                *each = rules.kind == ChartKind::t ? powered(*each) : *each;
                *each *= rules.per;
            }
        }
    }

    std::vector<double> values_;
    MovingRanges ranges_;
};

/// Shares and rates: centre = sum of counts / sum of bases; sigma_i = sqrt(centre (1 - centre) / n_i) for a share,
/// sqrt(centre / n_i) for a rate (Montgomery 7.8 and 7.19). The prime charts multiply sigma_i by the standard deviation of
/// the z-scores, from their moving range (D. B. Laney, Quality Engineering 14 (2002) 531-537).
inline void ChartLines::of_counts(const ChartSeries& series, const ChartRules& rules, Points points,
                                  std::size_t first) {
    double counts = 0;
    double bases = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].has && series.is_baseline(first + i)) {
            counts += series.value[first + i];
            bases += series.n[first + i];
        }
    }
    if (bases == 0) { // no baseline: each base that is there lies above 0
        return;
    }
    const double centre = settled_centre(points, counts / bases);
    const double variance = is_share(rules.kind) ? centre * (1 - centre) : centre;
    const bool is_prime = rules.kind == ChartKind::p_prime || rules.kind == ChartKind::u_prime;
    const auto wider = is_prime ? spread_of_scores(series, rules, points, first, centre, variance) : 1.0;
    const double most = is_share(rules.kind) ? 1 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto& point = points[i];
        point.centre = centre;
        point.has_centre = true;
        if (point.has && wider) {
            set_limits(point, *wider * std::sqrt(variance / series.n[first + i]));
            point.lower = std::max(point.lower, 0.0);
            point.near_lower = std::max(point.near_lower, 0.0);
            point.upper = std::min(point.upper, most);
            point.near_upper = std::min(point.near_upper, most);
        }
    }
}

inline std::optional<double> ChartLines::spread_of_scores(const ChartSeries& series, const ChartRules& rules,
                                                          Points points, std::size_t first, double centre,
                                                          double variance) {
    ranges_.clear();
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!series.is_baseline(first + i)) {
            continue;
        }
        if (points[i].has) {
            const double sigma = std::sqrt(variance / series.n[first + i]);
            ranges_.add(sigma > 0 ? (points[i].value - centre) / sigma : 0);
        } else {
            ranges_.gap();
        }
    }
    const auto range = ranges_.mean(rules.screening);
    return range ? std::optional(*range / d2_of_two) : std::nullopt;
}

} // namespace detail

/// The lines of a series on its chart, phase by phase; a phase whose baseline holds no value has points and no lines.
///
/// With one value there is a centre and, on the charts that look at moving ranges, no limit. Formulas and sources stand at
/// the functions for each kind; `Screening`, `RangeFactor` and `GCentre` name where published ways differ.
/// @throws Error when the series cannot be plotted (`ChartSeries::check`) or a rule lies outside its range.
inline std::vector<ChartPoint> chart_points(const ChartSeries& series, const ChartRules& rules) {
    rules.check();
    series.check(rules.kind);
    std::vector<ChartPoint> points;
    detail::ChartLines().draw(series, rules, points);
    return points;
}

} // namespace vermeil
