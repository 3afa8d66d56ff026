// SPDX-License-Identifier: MIT
#pragma once
// One row evaluated the plain slow way, written apart from the kernel, to compare the kernel with.

#include <vermeil/core/interval.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace reference {

/// What a node of the tree comes to. Members are added in the order of the file, measures before groups.
struct Node {
    double low = 0;
    double high = 0;
    double due = 0;
    double live = 0;
    double known = 0;
};

/// The cell as the rules see it.
inline vermeil::Cell seen(const vermeil::Measure& measure, vermeil::Cell cell) {
    if (!measure.live) {
        cell.state = vermeil::State::not_yet_live;
    } else if (cell.state == vermeil::State::present && cell.n < measure.least_n) {
        cell.state = vermeil::State::too_few;
    }
    return cell;
}

/// The least and the most points at the values of interest between two ends.
inline std::pair<double, double> points_within(const vermeil::Scale& scale, vermeil::Interval ends) {
    std::vector<double> values{ends.lower, ends.upper};
    const auto add = [&](const std::vector<vermeil::ScalePoint>& knots) {
        for (const auto& knot : knots) {
            if (ends.lower < knot.value && knot.value < ends.upper) {
                values.push_back(knot.value);
            }
        }
    };
    if (std::holds_alternative<vermeil::LinearScale>(scale)) {
        add(std::get<vermeil::LinearScale>(scale).through);
    } else if (std::holds_alternative<vermeil::StepScale>(scale)) {
        add(std::get<vermeil::StepScale>(scale).steps);
    }
    for (auto& value : values) {
        value = vermeil::points(scale, value);
    }
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return {*least, *most};
}

/// The points that an absent cell may stand for, where it counts at all.
inline std::pair<double, double> absent_points(const vermeil::Indicator& indicator, const vermeil::Cell& cell,
                                               vermeil::Policy policy) {
    const bool owed = indicator.measure.owed_by == vermeil::Owner::provider;
    const bool reminded = (cell.flags & vermeil::CellFlag::chased) != 0;
    if (policy == vermeil::Policy::zero && owed && reminded) {
        return {0, 0};
    }
    if (policy == vermeil::Policy::interval && cell.n > 0 && cell.count <= cell.n) {
        return points_within(indicator.scale, vermeil::wilson_interval({cell.count, cell.n}));
    }
    return vermeil::points_range(indicator.scale);
}

inline void add_measure(const vermeil::Rules& rules, const vermeil::Indicator& indicator,
                        const vermeil::Cell& given, Node& node) {
    const double weight = indicator.weight.value_or(1);
    const auto cell = seen(indicator.measure, given);
    if (cell.state == vermeil::State::present) {
        const double earned = weight * vermeil::points(indicator.scale, cell.value);
        node = {node.low + earned, node.high + earned, node.due + weight, node.live + weight,
                node.known + weight};
        return;
    }
    const auto policy = rules.missing.of(cell.state).policy;
    if (policy == vermeil::Policy::leave_out) {
        return;
    }
    node.live += weight;
    if (policy == vermeil::Policy::renormalise) {
        return;
    }
    const auto [least, most] = absent_points(indicator, cell, policy);
    node.low += weight * least;
    node.high += weight * most;
    node.due += weight;
}

inline void add_group(const vermeil::Group& group, const Node& own, Node& node) {
    const bool mean = group.aggregate == vermeil::Aggregate::mean;
    if (mean && !group.weight) {
        node = {node.low + own.low, node.high + own.high, node.due + own.due, node.live + own.live,
                node.known + own.known};
        return;
    }
    const double weight = group.weight.value_or(1);
    if (own.due > 0) {
        node.low += weight * (mean ? own.low / own.due : own.low);
        node.high += weight * (mean ? own.high / own.due : own.high);
        node.due += weight;
    }
    if (own.live > 0) {
        node.live += weight;
        node.known += weight * (own.known / own.live);
    }
}

inline Node node_of(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                    const std::string& id) {
    Node node;
    for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
        if (rules.indicators[i].within == id) {
            add_measure(rules, rules.indicators[i], cells[i], node);
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == id) {
            add_group(group, node_of(rules, cells, group.id), node);
        }
    }
    return node;
}

/// The first band, from the top, that the score reaches.
inline std::size_t band_of(const vermeil::Rules& rules, double score) {
    std::size_t band = 0;
    while (rules.bands[band].cut) {
        const double cut = vermeil::snapped(*rules.bands[band].cut);
        if (score > cut || (score == cut && rules.bands[band].tie == vermeil::Tie::in)) {
            break;
        }
        ++band;
    }
    return band;
}

enum class Fires { no, perhaps, yes };

inline Fires fires(const vermeil::Framework& framework, const vermeil::Limiter& limiter,
                   const std::vector<vermeil::Cell>& cells) {
    const auto at = framework.position(limiter.when.measure);
    const auto cell = seen(framework.measures()[at], cells[at]);
    if (cell.state == vermeil::State::present) {
        return vermeil::holds(limiter.when, cell.value) ? Fires::yes : Fires::no;
    }
    const auto policy = framework.rules().missing.of(cell.state).policy;
    return policy == vermeil::Policy::leave_out || policy == vermeil::Policy::renormalise ? Fires::no
                                                                                          : Fires::perhaps;
}

/// The band after the first `count` limiters in one world: bit i of it says whether limiter i, if unknown, fires.
inline std::size_t limited(const vermeil::Rules& rules, const std::vector<Fires>& firing, std::size_t count,
                           std::size_t world, std::size_t band) {
    for (std::size_t i = 0; i < count; ++i) {
        const bool in_this_world = ((world >> i) & 1U) != 0;
        if (firing[i] == Fires::yes || (firing[i] == Fires::perhaps && in_this_world)) {
            std::size_t target = 0;
            while (rules.bands[target].name != rules.limiters[i].band) {
                ++target;
            }
            const bool sets = rules.limiters[i].effect == vermeil::Effect::set;
            band = sets ? target : std::max(band, target);
        }
    }
    return band;
}

/// The lowest and the highest band over every world, after the first `count` limiters.
inline std::pair<std::size_t, std::size_t> over_worlds(const vermeil::Rules& rules,
                                                       const std::vector<Fires>& firing, std::size_t count,
                                                       std::size_t low, std::size_t high) {
    std::pair<std::size_t, std::size_t> ends{0, rules.bands.size()};
    for (std::size_t world = 0; world < (std::size_t{1} << count); ++world) {
        ends.first = std::max(ends.first, limited(rules, firing, count, world, low));
        ends.second = std::min(ends.second, limited(rules, firing, count, world, high));
    }
    return ends;
}

/// Applies the limiters to the bands at both ends; true when one sets the band for certain.
inline bool limit(const vermeil::Framework& framework, const std::vector<vermeil::Cell>& cells,
                  vermeil::Outcome& made) {
    const auto& rules = framework.rules();
    std::vector<Fires> firing;
    bool settled = false;
    const std::size_t low = band_of(rules, made.lowest_score);
    const std::size_t high = band_of(rules, made.highest_score);
    auto ends = std::pair{low, high};
    for (const auto& limiter : rules.limiters) {
        firing.push_back(fires(framework, limiter, cells));
        settled = settled || (firing.back() == Fires::yes && limiter.effect == vermeil::Effect::set);
        const auto after = over_worlds(rules, firing, firing.size(), low, high);
        made.limiter = after != ends && firing.back() == Fires::yes ? static_cast<std::uint8_t>(firing.size())
                                                                    : made.limiter;
        ends = after;
    }
    made.lowest = static_cast<std::uint8_t>(ends.first);
    made.highest = static_cast<std::uint8_t>(ends.second);
    return settled;
}

/// What the rules make of one service, given a cell for each measure.
inline vermeil::Outcome outcome(const vermeil::Framework& framework,
                                const std::vector<vermeil::Cell>& cells) {
    const auto& rules = framework.rules();
    const auto whole = node_of(rules, cells, "");
    const bool divides = rules.aggregate == vermeil::Aggregate::mean && whole.due > 0;
    vermeil::Outcome made;
    made.lowest_score = vermeil::snapped(divides ? whole.low / whole.due : whole.low);
    made.highest_score = vermeil::snapped(divides ? whole.high / whole.due : whole.high);
    made.coverage = whole.live > 0 ? vermeil::snapped(whole.known / whole.live) : 0;
    const bool settled = limit(framework, cells, made);
    const bool one_band = made.lowest == made.highest;
    const auto worst = rules.higher_is == vermeil::Face::better ? made.lowest : made.highest;
    if (settled && one_band) {
        made.reason = vermeil::Reason::decided;
    } else if (!(whole.due > 0)) {
        made.reason = vermeil::Reason::nothing_applicable;
    } else if (made.coverage < vermeil::snapped(rules.least_coverage)) {
        made.reason = vermeil::Reason::coverage;
    } else {
        made.reason = one_band ? vermeil::Reason::decided : vermeil::Reason::open;
    }
    const bool stands = made.reason == vermeil::Reason::decided ||
                        (made.reason == vermeil::Reason::open && rules.open == vermeil::Open::lowest);
    made.band = stands ? worst : vermeil::no_band;
    return made;
}

} // namespace reference
