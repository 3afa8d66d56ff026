// SPDX-License-Identifier: MIT
#pragma once
// How far the recent periods of a series stray from its baseline.

#include <vermeil/core/error.hpp>
#include <vermeil/risk/alert_rules.hpp>
#include <vermeil/risk/chart_rules.hpp>
#include <vermeil/risk/chart_series.hpp>
#include <vermeil/risk/rounding_noise.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace vermeil {

/// What chance is taken to make of a series.
enum class ChanceFamily : std::uint8_t { poisson, binomial, normal };

/// The family of a chart's values: counts and rates, shares, or numbers. The prime charts' z-scores are numbers.
/// @throws Error for charts whose values are none of these.
inline ChanceFamily family_of(ChartKind kind) {
    switch (kind) {
    case ChartKind::c:
    case ChartKind::u:
        return ChanceFamily::poisson;
    case ChartKind::p:
        return ChanceFamily::binomial;
    case ChartKind::xmr:
    case ChartKind::p_prime:
    case ChartKind::u_prime:
        return ChanceFamily::normal;
    default:
        throw Error("alarms are set for the charts 'xmr', 'p', 'p_prime', 'u', 'u_prime' and 'c', not for " +
                    quoted(to_string(kind)));
    }
}

/// What the baseline of a series says is usual, and scores against it.
///
/// Counts and shares are brought near to the normal curve first, so that months of different bases compare (F. J. Anscombe,
/// Biometrika 35 (1948) 246-254): 2 (sqrt(x + 3/8) - sqrt(m + 3/8)) for a count with mean m, and
/// 2 sqrt(n + 1/2) (asin sqrt((x + 3/8) / (n + 3/4)) - asin sqrt((m + 3/8) / (n + 3/4))) for a share's count. Half a count more than
/// there was stands for a baseline without any.
class AlertBaseline {
  public:
    /// @param series its first `periods` are the baseline.
    AlertBaseline(const ChartSeries& series, ChartKind kind, std::size_t periods)
        : family_(family_of(kind)), kind_(kind) {
        const auto end = std::min(periods, series.size());
        for (std::size_t i = 0; i < end; ++i) {
            if (series.is_present(i) && series.is_counted(i)) {
                values_ += 1;
                counts_ += series.value[i];
                bases_ += base(series, i);
            }
        }
        if (family_ == ChanceFamily::normal) {
            of_numbers(series, end);
        }
    }

    /// Whether it holds enough to score against: three values, some exposure, and numbers that
    /// differ by more than rounding.
    [[nodiscard]] bool is_enough() const noexcept {
        return values_ >= 3 && bases_ > 0 && (family_ != ChanceFamily::normal || spread_ > 0);
    }
    [[nodiscard]] ChanceFamily family() const noexcept { return family_; }
    [[nodiscard]] double values() const noexcept { return values_; }
    [[nodiscard]] double counts() const noexcept { return counts_; }
    [[nodiscard]] double bases() const noexcept { return bases_; }
    /// The usual count per unit of base, for counts and shares.
    [[nodiscard]] double rate() const noexcept {
        return family_ == ChanceFamily::binomial ? (counts_ + 0.5) / (bases_ + 1) : (counts_ + 0.5) / bases_;
    }

    /// The base of a point: its n, or 1 on a chart without.
    [[nodiscard]] double base(const ChartSeries& series, std::size_t i) const noexcept {
        return needs_base(kind_) ? series.n[i] : 1;
    }
    /// How far a value lies from what is usual, in standard deviations.
    [[nodiscard]] double score(double value, double n) const noexcept {
        if (family_ == ChanceFamily::poisson) {
            return 2 * (std::sqrt(value + 0.375) - std::sqrt(rate() * n + 0.375));
        }
        if (family_ == ChanceFamily::binomial) {
            const auto angle = [n](double count) {
                return std::asin(std::sqrt((count + 0.375) / (n + 0.75)));
            };
            return 2 * std::sqrt(n + 0.5) * (angle(value) - angle(rate() * n));
        }
        return (number(value, n) - middle_) / spread_;
    }

  private:
    /// What the normal family looks at: the value, or on a prime chart its z-score.
    [[nodiscard]] double number(double value, double n) const noexcept {
        if (!needs_base(kind_)) {
            return value;
        }
        const double centre = counts_ / bases_;
        const double variance = is_share(kind_) ? centre * (1 - centre) : centre;
        return variance > 0 ? (value / n - centre) / std::sqrt(variance / n) : 0;
    }
    void of_numbers(const ChartSeries& series, std::size_t end) {
        double squares = 0;
        double least = std::numeric_limits<double>::infinity();
        double greatest = -least;
        for (const bool second : {false, true}) {
            for (std::size_t i = 0; i < end; ++i) {
                if (series.is_present(i) && series.is_counted(i)) {
                    const double each = number(series.value[i], base(series, i));
                    middle_ += second ? 0 : each / values_;
                    squares += second ? (each - middle_) * (each - middle_) : 0;
                    least = std::min(least, each);
                    greatest = std::max(greatest, each);
                }
            }
        }
        // A z-score is a small difference of shares: it is as rough as they are.
        const double size = needs_base(kind_) ? std::sqrt(std::max(counts_, 1.0)) : 0;
        const bool moves = values_ > 1 && !differ_by_rounding(least, greatest, size);
        spread_ = moves ? std::sqrt(squares / (values_ - 1)) : 0;
    }

    ChanceFamily family_;
    ChartKind kind_;
    double values_ = 0;
    double counts_ = 0;
    double bases_ = 0;
    double middle_ = 0;
    double spread_ = 0;
};

/// The three looks at a series, period by period; a greater number is more worrying.
class AlertScore {
  public:
    using Looks = std::array<double, alert_look_names.size()>;

    AlertScore(const AlertRules& rules, Improves improves) noexcept
        : weight_(rules.weight), slack_(rules.slack), sign_(improves == Improves::up ? -1 : 1),
          two_sided_(improves == Improves::neither) {}

    /// Takes in the score of the next period.
    void add(double score) noexcept {
        point_ = sign_ * score;
        average_ = weight_ * point_ + (1 - weight_) * average_;
        variance_ = weight_ * weight_ + (1 - weight_) * (1 - weight_) * variance_;
        above_ = std::max(0.0, above_ + point_ - slack_);
        below_ = std::max(0.0, below_ - point_ - slack_);
        is_there_ = true;
    }
    /// A period without a value: average and sum stand as they are, and there is no point.
    void skip() noexcept { is_there_ = false; }

    /// The looks now; minus infinity where there is nothing to look at.
    [[nodiscard]] Looks now() const noexcept {
        constexpr double nothing = -std::numeric_limits<double>::infinity();
        const auto sided = [this](double value) { return two_sided_ ? std::abs(value) : value; };
        return {is_there_ ? sided(point_) : nothing,
                variance_ > 0 ? sided(average_) / std::sqrt(variance_) : nothing,
                two_sided_ ? std::max(above_, below_) : above_};
    }

  private:
    double weight_;
    double slack_;
    double sign_;
    bool two_sided_;
    double point_ = 0;
    double average_ = 0;
    double variance_ = 0;
    double above_ = 0;
    double below_ = 0;
    bool is_there_ = false;
};

} // namespace vermeil
