// SPDX-License-Identifier: MIT
#pragma once
// What the questions of bands and limiters must satisfy.

#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/tree_checks.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// The ids of all measures, those that only conditions ask about last.
inline std::vector<std::string> measure_names(const std::same_as<Rules> auto& rules) {
    auto names = names_of(rules.indicators, [](const auto& each) { return each.measure.id; });
    for (const auto& fact : rules.facts) {
        names.push_back(fact.id);
    }
    return names;
}

/// Who asks a question.
struct Asking {
    const Rules& rules;
    const Place& place;
    std::string about;            ///< what messages call it
    const Group* group = nullptr; ///< whose band or limiter it is; null for the whole
    bool is_banded = true;        ///< its own band is known already: it is a limiter, not a band
};

/// Whether a group stands in another, however deep, or is it.
inline bool is_inside(const std::same_as<Rules> auto& rules, const Group& group, const Group& other) {
    const auto* above = &group;
    for (std::size_t depth = 0; above != nullptr && depth <= rules.groups.size(); ++depth) {
        if (above == &other) {
            return true;
        }
        above = find_group(rules, above->within);
    }
    return false;
}

/// What a question of a group asks about is known by the time the group is.
inline void check_reach(const Asking& asking, const Subject& subject) {
    const bool is_node = subject.kind != Subject::Kind::measure;
    const auto* group = subject.kind == Subject::Kind::group ? find_group(asking.rules, subject.id) : nullptr;
    require(asking.group == nullptr || !is_node ||
                (group != nullptr && is_inside(asking.rules, *group, *asking.group)),
            asking.place,
            asking.about + " asks about " + (group == nullptr ? "the whole" : "group " + quoted(subject.id)) +
                "; a group's rules ask about measures, the group itself and what stands in it");
    const bool own = is_node && group == asking.group;
    require(subject.of != Aspect::band || !own || asking.is_banded, asking.place,
            asking.about + " asks for the band that it decides; only limiters may ask for it");
    require(subject.of != Aspect::band || group == nullptr || !group->bands.empty(), asking.place,
            asking.about + " asks for the band of group " + quoted(subject.id) + ", which has no bands");
}

inline void check_subject(const Asking& asking, const Subject& subject) {
    const bool is_group = subject.kind == Subject::Kind::group;
    const auto& rules = asking.rules;
    const auto known =
        is_group ? names_of(rules.groups, [](const auto& each) { return each.id; }) : measure_names(rules);
    const std::string noun = is_group ? "group" : "measure";
    require(subject.kind == Subject::Kind::whole ||
                std::find(known.begin(), known.end(), subject.id) != known.end(),
            asking.place,
            asking.about + " asks about the " + noun + " " + quoted(subject.id) + "; the " + noun + "s are " +
                instead_of(subject.id, known));
    require(has_aspect(subject.kind, subject.of), asking.place,
            asking.about + " asks for '" + std::string(to_string(subject.of)) + "' of a " +
                (subject.kind == Subject::Kind::measure ? "measure" : "group") + ", which has none");
    check_reach(asking, subject);
}

/// The members of a node, measures before groups.
inline std::vector<Subject> member_subjects(const std::same_as<Rules> auto& rules, const std::string& node) {
    std::vector<Subject> members;
    for (const auto& indicator : rules.indicators) {
        if (indicator.within == node) {
            members.push_back({Subject::Kind::measure, indicator.measure.id});
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == node) {
            members.push_back({Subject::Kind::group, group.id});
        }
    }
    return members;
}

/// Each member of a node has what is asked of it; the band of a measure is its value.
inline void check_members(const Asking& asking, const std::string& node, const MemberTest& where) {
    require_number(where.threshold, asking.place, asking.about + " has a threshold");
    for (auto member : member_subjects(asking.rules, node)) {
        const bool word = where.of == Aspect::band && member.kind == Subject::Kind::measure;
        member.of = word ? Aspect::value : where.of;
        check_subject(asking, member);
    }
}

/// `depth` guards against questions within questions without end.
inline void check_condition(const Asking& asking, const Condition& condition, int depth = 0) {
    constexpr int deepest = 8;
    const auto& [rules, place, about, group, is_banded] = asking;
    require(depth < deepest, place, about + " asks questions within questions more than 8 levels deep");
    if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
        check_subject(asking, comparing->subject);
        if (const auto* other = std::get_if<Subject>(&comparing->with)) {
            check_subject(asking, *other);
        } else {
            require_number(std::get<double>(comparing->with), place, about + " has a threshold");
        }
    } else if (const auto* counting = std::get_if<Counting>(&condition.question)) {
        require(counting->node.kind != Subject::Kind::measure, place,
                about + " counts the members of a measure; it has none");
        check_subject(asking, counting->node);
        check_members(asking, counting->node.id, counting->where);
        require_number(counting->number, place, about + " has a threshold");
    } else {
        const auto& joining = std::get<Joining>(condition.question);
        require(!joining.parts.empty() || is_always(condition), place, about + " joins no questions");
        for (const auto& part : joining.parts) {
            check_condition(asking, part, depth + 1);
        }
    }
}

} // namespace vermeil::detail
