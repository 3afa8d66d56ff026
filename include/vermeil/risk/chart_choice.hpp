// SPDX-License-Identifier: MIT
#pragma once
// Which chart suits a measure, and why.

#include <vermeil/core/error.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/risk/chart_kind.hpp>
#include <vermeil/risk/chart_series.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// What kind of number a measure gives each period.
enum class SeriesKind : std::uint8_t {
    number,       ///< any number, such as days or pounds
    share,        ///< a count of n
    rate,         ///< a count over an exposure, such as falls per 1,000 hours
    count,        ///< a count over an exposure that nobody records
    time_between, ///< days between two events
    cases_between ///< cases between two events
};

inline constexpr std::array<std::string_view, 6> series_kind_names{"number", "share",        "rate",
                                                                   "count",  "time_between", "cases_between"};

inline std::string_view to_string(SeriesKind kind) {
    return series_kind_names.at(static_cast<std::size_t>(kind));
}

/// What a choice looks at: a typical period of the series.
struct TypicalPeriod {
    double n = 0;       ///< the median base or exposure
    double count = 0;   ///< the mean count
    double least_n = 0; ///< the smallest base
    double greatest_n = 0;
    bool is_empty = false; ///< no period has a value: what stands above says nothing
};

/// Where one chart gives way to another. The figures are illustrations within what the sources name: they can be set.
struct ChoiceRules {
    /// With fewer counted a period (or, of a share, fewer not counted) a month's point is mostly chance. L. P. Provost and
    /// S. K. Murray, The Health Care Data Guide, ask for limits that most months can fall below.
    double least_count = 2;
    /// From this base on chance is so small that all else shows: limits from how the series really moves.
    double large_base = 2e3;
    /// Exposures that differ by no more than this share of their middle are taken as constant (Montgomery, chapter 7).
    double steady_within = 0.25;
};

/// A chart and why it was chosen, in words for whoever reads it.
struct ChartChoice {
    ChartKind kind = ChartKind::xmr;
    std::string why{};
    bool is_rare = false; ///< too few events for a point a month to tell much
};

namespace detail {

/// The chart of a kind while no period has a value.
inline ChartChoice choice_of_nothing(SeriesKind kind) {
    const auto chart = kind == SeriesKind::share  ? ChartKind::p
                       : kind == SeriesKind::rate ? ChartKind::u
                                                  : ChartKind::c;
    return {chart, "no period has a value yet: the chart of any " + std::string(to_string(kind)), false};
}

} // namespace detail

/// The chart for a measure of that kind with such periods.
///
/// A share or a rate never goes on an XmR chart, whose limits are the same for a month of 4 and a month of 400: what small
/// bases add by chance would be taken for change, or change for chance.
inline ChartChoice choose_chart(SeriesKind kind, const TypicalPeriod& typical,
                                const ChoiceRules& rules = {}) {
    if (typical.is_empty &&
        (kind == SeriesKind::share || kind == SeriesKind::rate || kind == SeriesKind::count)) {
        return detail::choice_of_nothing(kind);
    }
    const auto n = detail::shortest(typical.n);
    const auto counted = with_decimals(typical.count, 1);
    const bool share = kind == SeriesKind::share;
    const double events = share ? std::min(typical.count, typical.n - typical.count) : typical.count;
    const bool rare = events < rules.least_count;
    const std::string seldom = "; with " + counted +
                               " a period on average a single point tells little: look at the sum over "
                               "time, or at the " +
                               (share ? "cases" : "days") + " between events";
    switch (kind) {
    case SeriesKind::number:
        return {ChartKind::xmr, "one number a period: how far neighbours differ says how far chance goes",
                false};
    case SeriesKind::time_between:
        return {ChartKind::t, "times between rare events, which are skewed: brought near to normal first",
                true};
    case SeriesKind::cases_between:
        return {ChartKind::g, "cases between rare events: their counts fall off as a geometric series", true};
    case SeriesKind::count:
        return {ChartKind::c, "counts without a recorded exposure, taken as constant" + (rare ? seldom : ""),
                rare};
    default:
        break;
    }
    if (typical.n >= rules.large_base) {
        return {share ? ChartKind::p_prime : ChartKind::u_prime,
                "bases of about " + n +
                    " leave so little to chance that other variation shows: limits follow how the " +
                    (share ? "share" : "rate") + " really moves",
                rare};
    }
    const bool steady =
        typical.least_n > 0 && typical.greatest_n - typical.least_n <= rules.steady_within * typical.n;
    if (!share && steady) {
        return {ChartKind::c,
                "exposures of about " + n + " hardly vary, so the counts themselves compare" +
                    (rare ? seldom : ""),
                rare};
    }
    return {share ? ChartKind::p : ChartKind::u,
            (share ? "a share of about " + n +
                         " a period: limits must widen where n is small, which an XmR chart's do not"
                   : "a rate over exposures from " + detail::shortest(typical.least_n) + " to " +
                         detail::shortest(typical.greatest_n) + ": each point needs limits of its own") +
                (rare ? seldom : ""),
            rare};
}

/// A typical period of a series that brings a base: over the points that are there; empty where there is none.
inline TypicalPeriod typical_period(const ChartSeries& series) {
    TypicalPeriod typical;
    std::vector<double> bases;
    double counts = 0;
    double present = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series.is_present(i)) {
            counts += series.value[i];
            present += 1;
            if (!series.n.empty()) {
                bases.push_back(series.n[i]);
            }
        }
    }
    typical.count = present > 0 ? counts / present : 0;
    typical.is_empty = present == 0;
    if (!bases.empty()) {
        std::sort(bases.begin(), bases.end());
        typical.n = bases[bases.size() / 2];
        typical.least_n = bases.front();
        typical.greatest_n = bases.back();
    }
    return typical;
}

/// The kind of that name.
/// @throws Error when there is none; the message lists them.
inline SeriesKind parse_series_kind(std::string_view name) {
    for (std::size_t i = 0; i < series_kind_names.size(); ++i) {
        if (series_kind_names[i] == name) {
            return static_cast<SeriesKind>(i);
        }
    }
    throw Error("no kind of series " + quoted(name) + "; the kinds are " + one_of(series_kind_names));
}

} // namespace vermeil
