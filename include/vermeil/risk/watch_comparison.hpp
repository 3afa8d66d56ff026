// SPDX-License-Identifier: MIT
#pragma once
// Why one service stands above another on a watch list, and where the line falls below which nobody is visited.

#include <vermeil/core/wording.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// One thing that is weighed, of two services.
struct WatchReason {
    std::string measure;
    std::string upper;       ///< what the service above shows, in words
    std::string lower;       ///< what the service below shows
    double upper_points = 0; ///< points times weight; the most that they may be where the value is not known
    double lower_points = 0;
    bool decided =
        false; ///< without this one the lower would not stand below; of keys, the first that differs
};

/// Why one service stands above another.
struct WatchComparison {
    std::string upper;
    std::string lower;
    std::optional<double> upper_points{}; ///< nothing where nothing that is weighed applies
    std::optional<double> lower_points{};
    std::vector<WatchReason>
        reasons;          ///< those that speak most for the upper first, or the keys in their order
    bool by_keys = false; ///< keys order the list, rather than points
    std::vector<std::string> upper_facts =
        {}; ///< the latest known of the service above, as far as they were given
    std::vector<std::string> lower_facts = {};
    /// The same in a line each.
    [[nodiscard]] std::vector<std::string> lines() const;
};

/// Where the services that can be visited end: what stands just above the line and just below it, and why.
struct WatchLine {
    std::uint32_t visits = 0;
    std::size_t services = 0; ///< on the list
    WatchComparison why;      ///< the last that can be visited, above the first that cannot
    /// The same in a line each.
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> lines{std::to_string(visits) + " of " + std::to_string(services) +
                                       " services can be visited: the line falls below " + why.upper +
                                       ", and " + why.lower + " is the first below it"};
        const auto reasons = why.lines();
        lines.insert(lines.end(), reasons.begin(), reasons.end());
        return lines;
    }
};

namespace detail {

/// What the first line says of the points, or of the key that decided.
inline std::string what_ordered(const WatchComparison& why) {
    const auto number = [](std::optional<double> points) {
        return points ? with_decimals(*points, 1) : std::string("none, for nothing applies");
    };
    if (!why.by_keys) {
        return (why.upper_points ? number(why.upper_points) + " points" : "no points, for nothing applies") +
               ", " + number(why.lower_points) +
               (why.upper_points == why.lower_points ? "; equal points stand in the order of ids" : "");
    }
    const auto decided =
        std::find_if(why.reasons.begin(), why.reasons.end(), [](const auto& each) { return each.decided; });
    return decided == why.reasons.end()     ? "all keys are equal; equals stand in the order of ids"
           : decided == why.reasons.begin() ? decided->measure + " comes first"
                                            : decided->measure + " decides, what comes before it is equal";
}

} // namespace detail

inline std::vector<std::string> WatchComparison::lines() const {
    const auto number = [](double value) { return with_decimals(value, 1); };
    std::vector<std::string> lines{upper + " stands above " + lower + ": " + detail::what_ordered(*this)};
    for (const auto& each : reasons) {
        lines.push_back(each.measure + ": " + each.upper + " and " + each.lower + "; " +
                        number(each.upper_points) + " and " + number(each.lower_points) + " points" +
                        (each.decided ? ", which decided" : ""));
    }
    const auto add_facts = [&](const std::string& service, const std::vector<std::string>& facts) {
        if (!facts.empty()) {
            lines.push_back("latest facts of " + service + ": " + separated(facts, "; "));
        }
    };
    add_facts(upper, upper_facts);
    add_facts(lower, lower_facts);
    return lines;
}

} // namespace vermeil
