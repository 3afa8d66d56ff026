// SPDX-License-Identifier: MIT
#pragma once
// The tree of one row added up the plain slow way, written apart from the kernel.

#include "kernel/reference_points.hpp"

#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace reference {

/// What a node of the tree comes to. Members are added in the order of the file: first the measures whose weight is a number,
/// then those with a column of weights, then the groups.
struct Node {
    double low = 0;
    double high = 0;
    double due = 0;
    double live = 0;
    double known = 0;
    bool unweighed = false;                            ///< a weight that matters is not known
    std::vector<std::string> members;                  ///< those with data
    std::vector<std::pair<double, double>> parts = {}; ///< the points of each child that counts
};

/// The fewest and the most that something can be.
using Ends = std::pair<double, double>;

/// How many members of a node pass a test, and what bands a group may have: both ask questions, told elsewhere.
inline Ends passing(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                    const std::string& node, const vermeil::MemberTest& where);
struct Closed;
inline std::pair<std::size_t, std::size_t> group_bands(const vermeil::Rules& rules,
                                                       const std::vector<vermeil::Cell>& cells,
                                                       const vermeil::Group& group, const Closed& before);

/// Puts a child's points into its node: added up, or kept where they are the least or the most so far. A column may say that
/// a child weighs nothing; then its points count for the spread alone.
inline void put(vermeil::Aggregate aggregate, double weight, double low, double high, Node& node) {
    const bool first = !(node.due > 0);
    node.parts.emplace_back(low, high);
    if (!(weight > 0)) {
        return;
    }
    if (aggregate == vermeil::Aggregate::minimum) {
        node.low = first ? low : std::min(node.low, low);
        node.high = first ? high : std::min(node.high, high);
    } else if (aggregate == vermeil::Aggregate::maximum) {
        node.low = first ? low : std::max(node.low, low);
        node.high = first ? high : std::max(node.high, high);
    } else if (vermeil::multiplies(aggregate)) {
        node.low = (first ? 1 : node.low) * std::pow(low, weight);
        node.high = (first ? 1 : node.high) * std::pow(high, weight);
    } else {
        node.low += weight * low;
        node.high += weight * high;
    }
    node.due += weight;
}

inline void add_measure(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                        const vermeil::Indicator& indicator, vermeil::Aggregate aggregate, Node& node) {
    const auto known = weight_of(rules, cells, indicator.weight, indicator.weighed_by);
    const double weight = known.value_or(0);
    const auto cell = seen(indicator.measure, cells[position(rules, indicator.measure.id)]);
    if (cell.state == vermeil::State::present) {
        const double earned = vermeil::points(indicator.scale, cell.value);
        put(aggregate, weight, earned, earned, node);
        node.unweighed |= !known;
        node.live += weight;
        node.known += weight;
        node.members.push_back(indicator.measure.id);
        return;
    }
    const auto policy = rules.missing.of(cell.state).policy;
    if (policy == vermeil::Policy::leave_out) {
        return;
    }
    node.unweighed |= !known;
    node.live += weight;
    if (policy == vermeil::Policy::renormalise) {
        return;
    }
    const auto [least, most] = absent_points(indicator, cell, policy);
    put(aggregate, weight, least, most, node);
}

/// The spread of children: at the least where all lie as close as they can to some point, at the most between two of them.
inline Ends spread(const std::vector<Ends>& parts) {
    Ends ends{parts.empty() ? 0 : std::numeric_limits<double>::max(), 0};
    for (const auto& [low, high] : parts) {
        for (const double point : {low, high}) {
            std::vector<double> close;
            for (const auto& other : parts) {
                close.push_back(std::clamp(point, other.first, other.second));
            }
            const auto [least, most] = std::minmax_element(close.begin(), close.end());
            ends.first = std::min(ends.first, *most - *least);
        }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = 0; j < parts.size(); ++j) {
            ends.second = std::max(ends.second, i != j ? parts[i].second - parts[j].first : 0);
        }
    }
    return ends;
}

/// The score at the lowest and at the highest; 0 where nothing counts. `passed` is how many children pass the test of a
/// count.
inline Ends score(const Node& node, vermeil::Aggregate aggregate,
                  const std::optional<vermeil::Rounding>& rounding, const Ends& passed) {
    Ends ends{0, 0};
    if (node.due > 0 && aggregate == vermeil::Aggregate::count) {
        ends = passed;
    } else if (node.due > 0 && aggregate == vermeil::Aggregate::spread) {
        ends = spread(node.parts);
    } else if (node.due > 0 && aggregate == vermeil::Aggregate::geometric) {
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

inline Ends counted_range(const vermeil::Rules& rules, const vermeil::Group& group);

/// What the score of a node can be, whatever its members hold and whichever of them count.
inline Ends reach(const vermeil::Rules& rules, const std::string& id, vermeil::Aggregate aggregate) {
    std::vector<std::pair<double, Ends>> members;
    const auto most = [](const auto& member) {
        return member.weighed_by ? vermeil::detail::largest_number : member.weight.value_or(1);
    };
    for (const auto& indicator : rules.indicators) {
        if (indicator.within == id) {
            members.push_back({most(indicator), vermeil::points_range(indicator.scale)});
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == id) {
            members.push_back({most(group), counted_range(rules, group)});
        }
    }
    if (aggregate == vermeil::Aggregate::count) {
        return {0, static_cast<double>(members.size())};
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
    return aggregate == vermeil::Aggregate::spread ? Ends{0, ends.second - ends.first} : ends;
}

/// What a group can count as.
inline Ends counted_range(const vermeil::Rules& rules, const vermeil::Group& group) {
    if (!vermeil::has_points(group.bands)) {
        return group.scale ? Ends(vermeil::points_range(*group.scale))
                           : reach(rules, group.id, group.aggregate);
    }
    Ends ends{*group.bands[0].points, *group.bands[0].points};
    for (const auto& band : group.bands) {
        ends = {std::min(ends.first, *band.points), std::max(ends.second, *band.points)};
    }
    return ends;
}

/// What a group is to the node around it and to questions.
struct Closed {
    Ends ends{0, 0};
    double due = 0, live = 0, share_known = 0;
    double members = 0;  ///< with data
    bool absent = false; ///< members are missing that it needs
};

/// Before its bands turn it into points.
inline Closed before_bands(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                           const vermeil::Group& group, const Node& own) {
    const auto passed = group.aggregate == vermeil::Aggregate::count
                            ? passing(rules, cells, group.id, group.where)
                            : Ends{0, 0};
    Closed made{score(own, group.aggregate, group.rounding, passed), own.due, own.live,
                own.live > 0 ? own.known / own.live : 0, static_cast<double>(own.members.size())};
    if (!(own.due > 0)) {
        return made;
    }
    if (!has_members(group.presence, own)) {
        const auto policy = rules.missing.of(vermeil::State::too_few).policy;
        made.ends =
            group.scale ? Ends(vermeil::points_range(*group.scale)) : reach(rules, group.id, group.aggregate);
        made.share_known = 0;
        made.absent = true;
        const bool leaves = policy == vermeil::Policy::leave_out;
        made.live = leaves ? 0 : made.live;
        made.due = leaves || policy == vermeil::Policy::renormalise ? 0 : made.due;
    } else if (group.scale) {
        made.ends = points_within(*group.scale,
                                  {vermeil::snapped(made.ends.first), vermeil::snapped(made.ends.second)});
    }
    return made;
}

inline Closed closed(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                     const vermeil::Group& group, const Node& own) {
    auto made = before_bands(rules, cells, group, own);
    if (vermeil::has_points(group.bands) && made.due > 0) {
        const auto [lowest, highest] = group_bands(rules, cells, group, made);
        made.ends = {*group.bands[highest].points, *group.bands[highest].points};
        for (std::size_t i = highest; i <= lowest; ++i) {
            made.ends = {std::min(made.ends.first, *group.bands[i].points),
                         std::max(made.ends.second, *group.bands[i].points)};
        }
    }
    return made;
}

inline void add_group(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                      const vermeil::Group& group, vermeil::Aggregate aggregate, const Node& own,
                      Node& node) {
    const bool adds = aggregate == vermeil::Aggregate::mean || aggregate == vermeil::Aggregate::sum;
    const bool plain = !group.weight && !group.weighed_by && !group.rounding && !group.scale &&
                       !group.presence.asks() && !vermeil::has_points(group.bands);
    const auto made = closed(rules, cells, group, own);
    if (made.share_known > 0) {
        node.members.push_back(group.id);
    }
    node.unweighed |= own.unweighed;
    if (group.aggregate == vermeil::Aggregate::mean && plain && adds) {
        node.low += own.low, node.high += own.high;
        node.due += own.due, node.live += own.live, node.known += own.known;
        return;
    }
    const auto known = weight_of(rules, cells, group.weight, group.weighed_by);
    const double weight = known.value_or(0);
    if (made.due > 0) {
        put(aggregate, weight, made.ends.first, made.ends.second, node);
    }
    if (made.live > 0) {
        node.unweighed |= !known;
        node.live += weight;
        node.known += weight * made.share_known;
    }
}

inline Node node_of(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                    const std::string& id, vermeil::Aggregate aggregate) {
    Node node;
    for (const bool by_column : {false, true}) {
        for (const auto& indicator : rules.indicators) {
            if (indicator.within == id && indicator.weighed_by.has_value() == by_column) {
                add_measure(rules, cells, indicator, aggregate, node);
            }
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == id) {
            add_group(rules, cells, group, aggregate, node_of(rules, cells, group.id, group.aggregate), node);
        }
    }
    return node;
}

} // namespace reference
