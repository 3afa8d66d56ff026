// SPDX-License-Identifier: MIT
#pragma once
// How much more services differ than chance alone would make them.

#include <vermeil/core/error.hpp>
#include <vermeil/measure/quantiles.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// What is done about the few services whose z-scores are extreme, before all are asked how far services differ.
enum class Extremes : std::uint8_t {
    winsorised, ///< pulled in to the quantile beyond which they lie (Spiegelhalter; the regulator's method)
    trimmed,    ///< left out (the method of the Summary Hospital-level Mortality Indicator)
    kept
};

inline constexpr std::array<std::string_view, 3> extremes_names{"winsorised", "trimmed", "kept"};

inline std::string_view to_string(Extremes extremes) {
    return extremes_names.at(static_cast<std::size_t>(extremes));
}

/// How limits are widened for what chance does not explain.
enum class Widening : std::uint8_t {
    none,
    multiplicative, ///< every standard error times sqrt(phi): chance itself is larger
    additive        ///< a variance tau^2 between services is added to each
};

inline constexpr std::array<std::string_view, 3> widening_names{"none", "multiplicative", "additive"};

inline std::string_view to_string(Widening widening) {
    return widening_names.at(static_cast<std::size_t>(widening));
}

/// phi and tau^2 of some services.
struct OverDispersion {
    double phi = 1;         ///< the mean of the squared z-scores; 1 where chance explains all
    double tau_squared = 0; ///< the variance between services, on the scale of the standard errors
    std::size_t used = 0;   ///< z-scores that it rests on
};

namespace detail {

/// The quantiles beyond which so large a share lies at each end, between ranks as R's are by default.
inline std::pair<double, double> ends_of(std::span<const double> numbers, double share) {
    std::vector<double> sorted(numbers.begin(), numbers.end());
    std::sort(sorted.begin(), sorted.end());
    const auto quantile = [&sorted](double at) {
        const QuantilePlace place(sorted.size(), at);
        const auto above = std::min(place.lower + 1, sorted.size() - 1);
        return sorted[place.lower] + place.beyond * (sorted[above] - sorted[place.lower]);
    };
    return {quantile(share), quantile(1 - share)};
}

} // namespace detail

/// phi = mean of z^2 and tau^2 = max(0, (I phi - (I - 1)) / (sum w - sum w^2 / sum w)) with w = 1 / se^2, over the I services that
/// the treatment of extremes leaves.
///
/// Source: D. J. Spiegelhalter, Quality and Safety in Health Care 14 (2005) 347-351, and Statistics in Medicine 24 (2005) 1185;
/// tau^2 as DerSimonian and Laird. Without a service phi is 1 and tau^2 is 0; with one tau^2 is 0.
/// @param share of the services at each end that count as extreme, 0 to below 0.5; 0.1 is usual.
/// @throws Error when the columns differ in length or the share lies outside its range.
inline OverDispersion over_dispersion(std::span<const double> z, std::span<const double> standard_errors,
                                      Extremes extremes = Extremes::winsorised, double share = 0.1) {
    if (z.size() != standard_errors.size()) {
        throw Error("each z-score needs its standard error");
    }
    if (!(share >= 0) || !(share < 0.5)) {
        throw Error("the share of extreme services lies from 0 to below 0.5, not at " +
                    std::to_string(share));
    }
    OverDispersion found;
    if (z.empty()) {
        return found;
    }
    const auto [low, high] = detail::ends_of(z, share);
    double squares = 0;
    double weights = 0;
    double weights_squared = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        if (extremes == Extremes::trimmed && !(z[i] > low && z[i] < high)) {
            continue;
        }
        const double score = extremes == Extremes::winsorised ? std::clamp(z[i], low, high) : z[i];
        const double weight = 1 / (standard_errors[i] * standard_errors[i]);
        squares += score * score;
        weights += weight;
        weights_squared += weight * weight;
        ++found.used;
    }
    if (found.used == 0) {
        return found;
    }
    const auto services = static_cast<double>(found.used);
    found.phi = squares / services;
    const double freedom = weights - weights_squared / weights;
    found.tau_squared = freedom > 0 ? std::max(0.0, (services * found.phi - (services - 1)) / freedom) : 0;
    return found;
}

} // namespace vermeil
