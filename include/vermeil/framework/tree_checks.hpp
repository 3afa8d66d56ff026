// SPDX-License-Identifier: MIT
#pragma once
// What the groups of a framework must satisfy.

#include <vermeil/core/id.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>

#include <algorithm>
#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

/// What conditions call the root of the tree.
inline constexpr std::string_view whole_name = "whole";

/// The group of that id, or null.
inline const Group* find_group(const std::same_as<Rules> auto& rules, std::string_view id) {
    for (const auto& group : rules.groups) {
        if (group.id == id) {
            return &group;
        }
    }
    return nullptr;
}

inline void check_within(const std::same_as<Rules> auto& rules, const std::string& within, const Place& place,
                         const std::string& about) {
    if (!within.empty() && find_group(rules, within) == nullptr) {
        const auto known = names_of(rules.groups, [](const auto& each) { return each.id; });
        throw DefinitionError(place, about + " stands within " + quoted(within) + "; the groups are " +
                                         instead_of(within, known));
    }
}

inline void check_group_names(const std::same_as<Rules> auto& rules) {
    std::map<std::string, std::string> seen;
    for (const auto& group : rules.groups) {
        require(MeasureId::is_valid(group.id) && group.id != whole_name, group.place,
                quoted(group.id) + " is no group id");
        require_own_name(seen, group.id, group.place, "groups");
    }
}

inline void check_tree(const std::same_as<Rules> auto& rules) {
    check_group_names(rules);
    std::vector<std::string> parents;
    for (const auto& indicator : rules.indicators) {
        check_within(rules, indicator.within, indicator.measure.place,
                     "measure " + quoted(indicator.measure.id));
        parents.push_back(indicator.within);
    }
    for (const auto& group : rules.groups) {
        const auto about = "group " + quoted(group.id);
        check_within(rules, group.within, group.place, about);
        parents.push_back(group.within);
    }
    constexpr int deepest = 8;
    for (const auto& group : rules.groups) {
        const auto about = "group " + quoted(group.id);
        require(std::find(parents.begin(), parents.end(), group.id) != parents.end(), group.place,
                about + " holds no measure");
        int depth = 0;
        for (const auto* above = &group; above != nullptr; above = find_group(rules, above->within)) {
            require(++depth <= deepest, group.place,
                    about + " stands within itself, or more than 8 levels deep");
        }
    }
}

} // namespace vermeil::detail
