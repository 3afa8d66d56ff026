// SPDX-License-Identifier: MIT
#pragma once
// What must hold for the members of a node: those it needs, and those whose logarithms it takes.

#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>

#include <algorithm>
#include <concepts>
#include <string>
#include <vector>

namespace vermeil::detail {

/// The ids of the measures and groups that stand in a node.
inline std::vector<std::string> members_of(const std::same_as<Rules> auto& rules, const std::string& node) {
    std::vector<std::string> members;
    for (const auto& indicator : rules.indicators) {
        if (indicator.within == node) {
            members.push_back(indicator.measure.id);
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == node) {
            members.push_back(group.id);
        }
    }
    return members;
}

inline void check_presence(const std::same_as<Rules> auto& rules, const Presence& presence,
                           const std::string& node, const Place& around, const std::string& about) {
    const auto& place = place_or(presence.place, around);
    const auto members = members_of(rules, node);
    require(presence.least_members <= members.size(), place,
            about + " needs " + std::to_string(presence.least_members) + " members with data and has " +
                std::to_string(members.size()));
    for (const auto& id : presence.required) {
        require(std::find(members.begin(), members.end(), id) != members.end(), place,
                about + " requires " + quoted(id) + "; its members are " + instead_of(id, members));
    }
}

/// Whether what a group's score is turned into can lie below 0.
inline bool can_be_below(const Group& group) {
    if (has_points(group.bands)) {
        return std::any_of(group.bands.begin(), group.bands.end(),
                           [](const auto& band) { return *band.points < 0; });
    }
    const bool z_score = group.relative && group.relative->kind == RelativeScale::Kind::z_score;
    return z_score || (group.scale && points_range(*group.scale).first < 0);
}

/// @throws DefinitionError where a member of a geometric mean or a product can have points below 0.
inline void check_logarithms(const std::same_as<Rules> auto& rules, const std::string& node,
                             const std::string& about, Aggregate aggregate) {
    const auto what = about + (aggregate == Aggregate::product ? " is a product" : " is a geometric mean") +
                      ", which has no place for them";
    for (const auto& indicator : rules.indicators) {
        if (indicator.within != node) {
            continue;
        }
        const auto& relative = indicator.relative;
        const bool below = relative
                               ? relative->kind == RelativeScale::Kind::z_score ||
                                     (relative->kind != RelativeScale::Kind::rank &&
                                      *std::min_element(relative->points.begin(), relative->points.end()) < 0)
                               : points_range(indicator.scale).first < 0;
        require(!below, indicator.measure.place,
                "measure " + quoted(indicator.measure.id) + " can have points below 0, and " + what);
    }
    for (const auto& group : rules.groups) {
        if (group.within == node) {
            require(!can_be_below(group), group.place,
                    "group " + quoted(group.id) + " can have points below 0, and " + what);
            if (!group.scale && !group.relative && !has_points(group.bands) && !gathers(group.aggregate)) {
                check_logarithms(rules, group.id, about, aggregate);
            }
        }
    }
}

inline void check_presence(const std::same_as<Rules> auto& rules) {
    check_presence(rules, rules.presence, "", rules.place, "the framework");
    if (multiplies(rules.aggregate)) {
        check_logarithms(rules, "", "the whole", rules.aggregate);
    }
    for (const auto& group : rules.groups) {
        const auto about = "group " + quoted(group.id);
        check_presence(rules, group.presence, group.id, group.place, about);
        if (multiplies(group.aggregate)) {
            check_logarithms(rules, group.id, about, group.aggregate);
        }
    }
}

} // namespace vermeil::detail
