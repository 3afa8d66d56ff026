// SPDX-License-Identifier: MIT
#pragma once
// What the recent periods of a series would look like by chance alone.

#include <vermeil/core/philox.hpp>
#include <vermeil/risk/alert_rules.hpp>
#include <vermeil/risk/alert_score.hpp>
#include <vermeil/risk/chart_series.hpp>
#include <vermeil/risk/count_draws.hpp>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numbers>
#include <vector>

namespace vermeil {

/// Draws the periods after the baseline of one series, given that baseline and nothing else.
///
/// What is usual is not known exactly after so many periods, and a limit that pretends it were gives false alarms. So each draw takes
/// a rate, share or standard deviation that the baseline leaves possible (the posterior under Jeffreys' prior, by its quantiles in
/// turn), then its periods: predictive draws. Bases and missing periods are the series' own. Assumes that periods do not depend on each
/// other and that counts are Poisson, shares binomial, numbers normal.
class AlertNull {
  public:
    AlertNull(const ChartSeries& series, const AlertBaseline& baseline, std::size_t first)
        : series_(&series), baseline_(&baseline), first_(first), possible_(possible(baseline)) {
        if (baseline.family() != ChanceFamily::normal) {
            tables();
        }
    }

    /// One draw: calls `period(score, is_there)` for each period after the baseline.
    template <class Period> void draw(std::uint32_t round, PhiloxStream chance, const Period& period) const {
        const auto which = round % grid;
        const bool numbers = baseline_->family() == ChanceFamily::normal;
        // The mean of the baseline strays too, by as many standard deviations.
        const double shift = numbers ? normal(chance) / std::sqrt(baseline_->values()) : 0;
        for (auto i = first_; i < series_->size(); ++i) {
            if (!series_->is_present(i)) {
                period(0.0, false);
            } else if (numbers) {
                period(possible_[which] * (shift + normal(chance)), true);
            } else {
                const auto& table = tables_[which * distinct_ + table_of_[i - first_]];
                period(baseline_->score(table(chance.uniform()), baseline_->base(*series_, i)), true);
            }
        }
    }

    /// So many values that the baseline leaves possible are taken in turn.
    static constexpr std::size_t grid = 32;

  private:
    /// A normal number, by G. E. P. Box and M. E. Muller.
    static double normal(PhiloxStream& chance) {
        const double length = std::sqrt(-2 * std::log(chance.uniform()));
        return length * std::cos(2 * std::numbers::pi * chance.uniform());
    }

    /// Rates, shares, or standard deviations in units of the baseline's.
    static std::vector<double> possible(const AlertBaseline& baseline) {
        std::vector<double> values;
        for (std::size_t i = 0; i < grid; ++i) {
            const double at = (static_cast<double>(i) + 0.5) / grid;
            if (baseline.family() == ChanceFamily::poisson) {
                const boost::math::gamma_distribution<> rates(baseline.counts() + 0.5);
                values.push_back(quantile(rates, at) / baseline.bases());
            } else if (baseline.family() == ChanceFamily::binomial) {
                const boost::math::beta_distribution<> shares(baseline.counts() + 0.5,
                                                              baseline.bases() - baseline.counts() + 0.5);
                values.push_back(quantile(shares, at));
            } else {
                const boost::math::chi_squared squares(baseline.values() - 1);
                values.push_back(std::sqrt((baseline.values() - 1) / quantile(squares, at)));
            }
        }
        return values;
    }

    /// A table for each possible value and each base that occurs.
    void tables() {
        std::map<double, std::size_t> places;
        for (auto i = first_; i < series_->size(); ++i) {
            const double n = series_->is_present(i) ? baseline_->base(*series_, i) : 0;
            table_of_.push_back(places.try_emplace(n, places.size()).first->second);
        }
        distinct_ = places.size();
        std::vector<double> bases(distinct_);
        for (const auto& [n, place] : places) {
            bases[place] = n;
        }
        for (const double value : possible_) {
            for (const double n : bases) {
                tables_.push_back(baseline_->family() == ChanceFamily::poisson
                                      ? CountDraws::poisson(value * n)
                                      : CountDraws::binomial(n, value));
            }
        }
    }

    const ChartSeries* series_;
    const AlertBaseline* baseline_;
    std::size_t first_;
    std::vector<double> possible_;
    std::vector<CountDraws> tables_;
    std::vector<std::size_t> table_of_;
    std::size_t distinct_ = 0;
};

} // namespace vermeil
