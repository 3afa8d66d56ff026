// SPDX-License-Identifier: MIT
#pragma once
// All services side by side in one period: a funnel, which is wide where bases are small.

#include <vermeil/core/error.hpp>
#include <vermeil/risk/exact_limits.hpp>
#include <vermeil/risk/over_dispersion.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// What a funnel compares.
enum class FunnelKind : std::uint8_t {
    share, ///< a count of n
    rate,  ///< a count over an exposure
    ratio  ///< a count over the count expected of it, about 1
};

inline constexpr std::array<std::string_view, 3> funnel_kind_names{"share", "rate", "ratio"};

inline std::string_view to_string(FunnelKind kind) {
    return funnel_kind_names.at(static_cast<std::size_t>(kind));
}

/// On which scale z-scores and widened limits are worked out.
enum class FunnelScale : std::uint8_t {
    plain, ///< as it is: z = (y - target) / se
    log,   ///< of ratios: z = sqrt(E) ln(O / E); a service without an event has no score (FunnelPlotR's SHMI)
    root   ///< of ratios: z = 2 (sqrt(O) - sqrt(E)), limits squared back (FunnelPlotR's CQC)
};

inline constexpr std::array<std::string_view, 3> funnel_scale_names{"plain", "log", "root"};

inline std::string_view to_string(FunnelScale scale) {
    return funnel_scale_names.at(static_cast<std::size_t>(scale));
}

/// How a funnel is drawn.
struct FunnelRules {
    FunnelKind kind = FunnelKind::share;
    FunnelScale scale = FunnelScale::plain;
    Widening widening = Widening::none;
    Extremes extremes = Extremes::winsorised;
    double extreme_share = 0.1;
    SmallCounts small_counts = SmallCounts::interpolated;
    std::optional<double> target{}; ///< nothing: all counts over all bases; for a ratio 1
};

/// One service in a funnel. Without a base it has no value, and nothing else means anything.
struct FunnelPoint {
    double value = 0;
    double z = 0; ///< in standard errors from the target, widened where the funnel is
    double lower = 0;
    double upper = 0; ///< 95 % limits
    double far_lower = 0;
    double far_upper = 0; ///< 99.8 % limits
    bool has = false;
    bool has_z = false;
};

/// A funnel: its target, how far services differ, and a point for each in their order.
struct Funnel {
    std::optional<double> target{}; ///< nothing where none is given and no service has a base
    OverDispersion dispersion{};
    std::vector<FunnelPoint> points{};
};

/// Whether a value lies outside limits; one that lies on them is inside.
inline bool is_outlier(double value, double lower, double upper) { return value > upper || value < lower; }

namespace detail {

inline constexpr double z_near = 1.959963984540054; ///< leaves 2.5 % above
inline constexpr double z_far = 3.090232306167813;  ///< leaves 0.1 % above

class FunnelMaker {
  public:
    FunnelMaker(std::span<const double> counts, std::span<const double> bases, const FunnelRules& rules)
        : counts_(counts), bases_(bases), rules_(rules) {}

    [[nodiscard]] Funnel make() {
        check();
        double all = 0;
        double of = 0;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            all += counts_[i];
            of += bases_[i];
        }
        target_ = rules_.target.value_or(rules_.kind == FunnelKind::ratio ? 1 : of > 0 ? all / of : 0);
        if (rules_.target || rules_.kind == FunnelKind::ratio || of > 0) {
            funnel_.target = target_;
        }
        funnel_.points.resize(counts_.size());
        score();
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            if (funnel_.points[i].has) {
                limits(funnel_.points[i], bases_[i]);
            }
        }
        return std::move(funnel_);
    }

  private:
    void check() const;

    /// One standard error on the scale of the z-scores.
    [[nodiscard]] double error(double base) const {
        if (rules_.scale != FunnelScale::plain) {
            return rules_.scale == FunnelScale::root ? 1 / (2 * std::sqrt(base)) : 1 / std::sqrt(base);
        }
        return std::sqrt((rules_.kind == FunnelKind::share ? target_ * (1 - target_) : target_) / base);
    }
    /// A value on that scale.
    [[nodiscard]] double scaled(double value) const {
        return rules_.scale == FunnelScale::log    ? std::log(value)
               : rules_.scale == FunnelScale::root ? std::sqrt(value)
                                                   : value;
    }
    [[nodiscard]] double unscaled(double value) const {
        return rules_.scale == FunnelScale::log    ? std::exp(value)
               : rules_.scale == FunnelScale::root ? (value > 0 ? value * value : 0)
                                                   : value;
    }

    void score() {
        std::vector<double> z;
        std::vector<double> errors;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            auto& point = funnel_.points[i];
            point.has = bases_[i] > 0;
            point.value = point.has ? counts_[i] / bases_[i] : 0;
            const double one = point.has ? error(bases_[i]) : 0;
            point.has_z = one > 0 && (rules_.scale != FunnelScale::log || counts_[i] > 0);
            if (point.has_z) {
                point.z = (scaled(point.value) - scaled(target_)) / one;
                z.push_back(point.z);
                errors.push_back(one);
            }
        }
        funnel_.dispersion = over_dispersion(z, errors, rules_.extremes, rules_.extreme_share);
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            auto& point = funnel_.points[i];
            point.z *= point.has_z ? error(bases_[i]) / widened(bases_[i]) : 1;
        }
    }

    [[nodiscard]] double widened(double base) const {
        const double one = error(base);
        const auto& found = funnel_.dispersion;
        return rules_.widening == Widening::additive         ? std::sqrt(one * one + found.tau_squared)
               : rules_.widening == Widening::multiplicative ? one * std::sqrt(std::max(1.0, found.phi))
                                                             : one;
    }

    /// Limits that are widened follow the normal curve on the scale chosen; those that are not, the counts themselves.
    void limits(FunnelPoint& point, double base) const {
        if (rules_.widening == Widening::none) {
            exact(base, 0.025, point.lower, point.upper);
            exact(base, 0.001, point.far_lower, point.far_upper);
            return;
        }
        const double one = widened(base);
        const double middle = scaled(target_);
        const double most = rules_.kind == FunnelKind::share ? 1 : std::numeric_limits<double>::infinity();
        point.lower = std::max(0.0, unscaled(middle - z_near * one));
        point.upper = std::min(most, unscaled(middle + z_near * one));
        point.far_lower = std::max(0.0, unscaled(middle - z_far * one));
        point.far_upper = std::min(most, unscaled(middle + z_far * one));
    }
    void exact(double base, double tail, double& lower, double& upper) const {
        const auto counts = rules_.kind == FunnelKind::share
                                ? binomial_limits(base, target_, tail)
                                : poisson_limits(base * target_, tail, rules_.small_counts);
        lower = counts.lower / base;
        upper = counts.upper / base;
    }

    std::span<const double> counts_;
    std::span<const double> bases_;
    FunnelRules rules_;
    double target_ = 0; ///< where no service has a base it is asked about nothing
    Funnel funnel_;
};

inline void FunnelMaker::check() const {
    if (counts_.size() != bases_.size()) {
        throw Error("each count of a funnel needs its base");
    }
    if (rules_.scale != FunnelScale::plain && rules_.kind != FunnelKind::ratio) {
        throw Error("the scale '" + std::string(to_string(rules_.scale)) + "' is for ratios alone");
    }
    const bool share = rules_.kind == FunnelKind::share;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const bool whole =
            counts_[i] >= 0 && std::floor(counts_[i]) == counts_[i] && std::isfinite(counts_[i]);
        const bool fair = bases_[i] >= 0 && std::isfinite(bases_[i]);
        const bool within = !share || (counts_[i] <= bases_[i] && std::floor(bases_[i]) == bases_[i]);
        if (!whole || !fair || !within) {
            throw Error("service " + std::to_string(i + 1) + " of the funnel has " +
                        std::to_string(counts_[i]) + " of " + std::to_string(bases_[i]) +
                        ": counts are whole and 0 or more, bases 0 or more, and a share's count is within "
                        "its whole n");
        }
    }
    const double target = rules_.target.value_or(0.5);
    if (!std::isfinite(target) || target < 0 || (share && target > 1)) {
        throw Error("a target is 0 or more, and that of a share at most 1");
    }
}

} // namespace detail

/// The funnel of some services: limits about the target that chance alone would keep 95 % and 99.8 % of them in.
///
/// Without widening, limits are exact for each base (`binomial_limits`, `poisson_limits`); with it they follow the normal curve with
/// the standard error times sqrt(phi), never narrower than chance, or with tau^2 added (`over_dispersion`). A service without a base
/// has no point, and where none has one there is no target of theirs; where no event happened anywhere the target is 0, and so are all limits and no z-score exists.
/// Assumes that services do not depend on each other and that those in the middle of the field are as they should be.
/// @throws Error when counts and bases differ in length or a number lies outside its range.
inline Funnel make_funnel(std::span<const double> counts, std::span<const double> bases,
                          const FunnelRules& rules = {}) {
    return detail::FunnelMaker(counts, bases, rules).make();
}

} // namespace vermeil
