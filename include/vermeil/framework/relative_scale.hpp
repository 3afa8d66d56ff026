// SPDX-License-Identifier: MIT
#pragma once
// Scales that compare a service with its peers: they are known once the others are.

#include <vermeil/core/error.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

/// Values below one quantile of the peers' values, or above another, are held there.
struct HeldAtQuantiles {
    double lower = 0, upper = 1; ///< shares, 0 to 1
    std::uint32_t type = 7;      ///< Hyndman and Fan's definition of a quantile, 1 to 9
};

/// Values further than so many standard deviations from the peers' mean are held there. Mean and deviation are those of
/// the values as they came.
struct HeldAtDeviations {
    double most = 3;
};

/// Values further below the lower quartile, or above the upper, than so many times the distance between the two are held
/// there (Tukey's fences).
struct HeldAtFences {
    double most = 1.5;
    std::uint32_t type = 7; ///< Hyndman and Fan's definition of a quartile, 1 to 9
};

/// While skewness and kurtosis are both beyond their limits, the most extreme value on the heavier side joins the next one,
/// and so on, at most so many values. Both are the sample statistics of spreadsheets (Joanes and Gill 1998, G1 and G2).
struct HeldWhileSkewed {
    double skewness = 2;
    double kurtosis = 3.5;
    std::uint32_t most = 5;
};

/// Where the values stop that a scale still tells apart.
using Winsorising =
    std::variant<std::monostate, HeldAtQuantiles, HeldAtDeviations, HeldWhileSkewed, HeldAtFences>;

/// What a z-score counts from, and in.
enum class Deviation {
    sample,     ///< from the mean, in standard deviations with n - 1 in the denominator
    population, ///< the same with n
    median      ///< from the median, in 1.4826 times the median distance from it
};

inline constexpr std::array<std::string_view, 3> deviation_names{"sample", "population", "median"};

/// Which rank equal values have, counted from the end at which 1 stands.
enum class Ties { mean, least, most };

inline constexpr std::array<std::string_view, 3> ties_names{"mean", "least", "most"};

/// The share of n peers that a rank r stands for.
enum class RankShare {
    ends,    ///< (r - 1) / (n - 1): the least has 0 and the most 1
    reached, ///< r / n
    middle,  ///< (r - 0.5) / n
    beyond,  ///< r / (n + 1)
    below    ///< (r - 1) / n
};

inline constexpr std::array<std::string_view, 5> rank_share_names{
    "(r - 1) / (n - 1)", "r / n", "(r - 0.5) / n", "r / (n + 1)", "(r - 1) / n"};

/// A scale that `fit` makes of the values of a service's peers.
struct RelativeScale {
    /// What a value is compared with.
    enum class Kind {
        z_score,    ///< so many points for each sample standard deviation above the mean
        min_max,    ///< a straight line from the points of the least value to those of the most
        percentile, ///< the same for the value's rank among its peers
        quantiles,  ///< the peers cut into as many parts as there are points, the lowest values first
        rank,       ///< the rank itself; 1 is the least value, or the most where the points fall
        k_means,    ///< the points of the value's cluster, the lowest values first
        inverse     ///< the points of the least value, and as many fewer as a value is larger
    } kind = Kind::z_score;
    std::vector<double> points; ///< as the kind says; of `rank` 1 or -1
    Winsorising winsorising;
    bool logarithmic = false; ///< it is the logarithms of the values that are compared
    std::string peers;        ///< the fact that tells peers apart; empty: all services are peers
    Place place;
    std::vector<double> at =
        {}; ///< of `quantiles`: the shares, rising, at which the parts end; empty: equal parts
    std::optional<double> from =
        {}; ///< of `min_max`: the value of the first points, in the place of the least
    std::optional<double> until =
        {};                  ///< of `min_max`: the value of the last points, in the place of the most
    bool by_members = false; ///< of a group: peers have the same number of members of it with data
    Deviation deviation = Deviation::sample; ///< of `z_score`
    Ties ties = Ties::mean;                  ///< of `percentile` and `rank`
    RankShare share = RankShare::ends;       ///< of `percentile`
    bool passes = false;    ///< of `quantiles`: a value that equals a cut belongs to the part below it
    std::uint32_t type = 7; ///< of `quantiles`: Hyndman and Fan's definition of a quantile, 1 to 9
};

inline constexpr std::array<std::string_view, 7> relative_names{
    "z_score", "min_max", "percentile", "quantiles", "rank", "k_means", "inverse"};

/// Where the cuts of the bands come from.
struct Cuts {
    /// How the bands divide the scores.
    enum class By {
        scores,      ///< a band's cut is a score
        percentiles, ///< a band's cut is a percentile of the peers' scores, by linear interpolation
        k_means,     ///< the scores fall into as many clusters as there are bands
        ranks        ///< a band takes the first so many of the peers
    } by = By::scores;
    std::string peers;       ///< the fact that tells peers apart; empty: all services are peers
    bool by_members = false; ///< peers have the same number of members of the node with data
    Place place = {};
    std::uint32_t type = 7; ///< of percentiles: Hyndman and Fan's definition of a quantile, 1 to 9
};

inline constexpr std::array<std::string_view, 4> cuts_names{"scores", "percentiles", "k_means", "ranks"};

} // namespace vermeil
