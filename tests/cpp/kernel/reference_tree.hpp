// SPDX-License-Identifier: MIT
#pragma once
// The tree of one row added up the plain slow way, written apart from the kernel.

#include <vermeil/core/interval.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
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
    std::vector<std::string> members; ///< those with data
};

/// The fewest and the most that something can be.
using Ends = std::pair<double, double>;

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

/// Puts a child's points into its node: added up, or kept where they are the least or the most so far.
inline void put(vermeil::Aggregate aggregate, double weight, double low, double high, Node& node) {
    const bool first = !(node.due > 0);
    if (aggregate == vermeil::Aggregate::minimum) {
        node.low = first ? low : std::min(node.low, low);
        node.high = first ? high : std::min(node.high, high);
    } else if (aggregate == vermeil::Aggregate::maximum) {
        node.low = first ? low : std::max(node.low, low);
        node.high = first ? high : std::max(node.high, high);
    } else if (aggregate == vermeil::Aggregate::geometric) {
        node.low = (first ? 1 : node.low) * std::pow(low, weight);
        node.high = (first ? 1 : node.high) * std::pow(high, weight);
    } else {
        node.low += weight * low;
        node.high += weight * high;
    }
    node.due += weight;
}

inline void add_measure(const vermeil::Rules& rules, const vermeil::Indicator& indicator,
                        vermeil::Aggregate aggregate, const vermeil::Cell& given, Node& node) {
    const double weight = indicator.weight.value_or(1);
    const auto cell = seen(indicator.measure, given);
    if (cell.state == vermeil::State::present) {
        const double earned = vermeil::points(indicator.scale, cell.value);
        put(aggregate, weight, earned, earned, node);
        node.live += weight;
        node.known += weight;
        node.members.push_back(indicator.measure.id);
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
    put(aggregate, weight, least, most, node);
}

/// The score at the lowest and at the highest; 0 where nothing counts.
inline Ends score(const Node& node, vermeil::Aggregate aggregate,
                  const std::optional<vermeil::Rounding>& rounding) {
    Ends ends{0, 0};
    if (node.due > 0 && aggregate == vermeil::Aggregate::geometric) {
        ends = {std::pow(node.low, 1 / node.due), std::pow(node.high, 1 / node.due)};
    } else if (node.due > 0) {
        const double divisor = aggregate == vermeil::Aggregate::mean ? node.due : 1;
        ends = {node.low / divisor, node.high / divisor};
    }
    if (rounding) {
        ends = {vermeil::rounded(ends.first, *rounding), vermeil::rounded(ends.second, *rounding)};
    }
    return ends;
}

/// Whether a node has the members that it needs.
inline bool has_members(const vermeil::Presence& presence, const Node& node) {
    return node.members.size() >= presence.least_members &&
           std::all_of(presence.required.begin(), presence.required.end(), [&](const auto& id) {
               return std::find(node.members.begin(), node.members.end(), id) != node.members.end();
           });
}

/// What the score of a node can be, whatever its members hold and whichever of them count.
inline Ends reach(const vermeil::Rules& rules, const std::string& id, vermeil::Aggregate aggregate) {
    std::vector<std::pair<double, Ends>> members;
    for (const auto& indicator : rules.indicators) {
        if (indicator.within == id) {
            members.push_back({indicator.weight.value_or(1), vermeil::points_range(indicator.scale)});
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == id) {
            members.push_back({group.weight.value_or(1), group.scale
                                                             ? Ends(vermeil::points_range(*group.scale))
                                                             : reach(rules, group.id, group.aggregate)});
        }
    }
    Ends ends = aggregate == vermeil::Aggregate::sum ? Ends{0, 0} : members.front().second;
    for (const auto& [weight, member] : members) {
        if (aggregate == vermeil::Aggregate::sum) {
            ends.first += std::min(0.0, weight * member.first);
            ends.second += std::max(0.0, weight * member.second);
        } else {
            ends = {std::min(ends.first, member.first), std::max(ends.second, member.second)};
        }
    }
    return ends;
}

/// What a group is to the node around it and to questions.
struct Closed {
    Ends ends{0, 0};
    double due = 0, live = 0, share_known = 0;
};

inline Closed closed(const vermeil::Rules& rules, const vermeil::Group& group, const Node& own) {
    Closed made{score(own, group.aggregate, group.rounding), own.due, own.live,
                own.live > 0 ? own.known / own.live : 0};
    if (!(own.due > 0)) {
        return made;
    }
    if (!has_members(group.presence, own)) {
        const auto policy = rules.missing.of(vermeil::State::too_few).policy;
        made.ends =
            group.scale ? Ends(vermeil::points_range(*group.scale)) : reach(rules, group.id, group.aggregate);
        made.share_known = 0;
        const bool leaves = policy == vermeil::Policy::leave_out;
        made.live = leaves ? 0 : made.live;
        made.due = leaves || policy == vermeil::Policy::renormalise ? 0 : made.due;
    } else if (group.scale) {
        made.ends = points_within(*group.scale,
                                  {vermeil::snapped(made.ends.first), vermeil::snapped(made.ends.second)});
    }
    return made;
}

inline void add_group(const vermeil::Rules& rules, const vermeil::Group& group, vermeil::Aggregate aggregate,
                      const Node& own, Node& node) {
    const bool adds = aggregate == vermeil::Aggregate::mean || aggregate == vermeil::Aggregate::sum;
    const bool plain = !group.weight && !group.rounding && !group.scale && !group.presence.asks();
    const auto made = closed(rules, group, own);
    if (made.share_known > 0) {
        node.members.push_back(group.id);
    }
    if (group.aggregate == vermeil::Aggregate::mean && plain && adds) {
        node.low += own.low, node.high += own.high;
        node.due += own.due, node.live += own.live, node.known += own.known;
        return;
    }
    const double weight = group.weight.value_or(1);
    if (made.due > 0) {
        put(aggregate, weight, made.ends.first, made.ends.second, node);
    }
    if (made.live > 0) {
        node.live += weight;
        node.known += weight * made.share_known;
    }
}

inline Node node_of(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                    const std::string& id, vermeil::Aggregate aggregate) {
    Node node;
    for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
        if (rules.indicators[i].within == id) {
            add_measure(rules, rules.indicators[i], aggregate, cells[i], node);
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == id) {
            add_group(rules, group, aggregate, node_of(rules, cells, group.id, group.aggregate), node);
        }
    }
    return node;
}

} // namespace reference
