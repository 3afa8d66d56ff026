// SPDX-License-Identifier: MIT
#pragma once
// What a risk scheme's incidents, prompts and decay must satisfy.

#include <vermeil/framework/condition_checks.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>

#include <algorithm>
#include <concepts>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Whether a measure's number comes from events or ratings.
inline bool asks_of_facts(const Measure& measure) {
    return std::holds_alternative<EventOpen>(measure.value) ||
           std::holds_alternative<EventCount>(measure.value) ||
           std::holds_alternative<LatestRating>(measure.value);
}

/// How what a measure asks of decays; nothing does for any other.
Decay decay_of(const std::same_as<Measure> auto& measure) {
    if (const auto* open = std::get_if<EventOpen>(&measure.value)) {
        return open->decay;
    }
    if (const auto* count = std::get_if<EventCount>(&measure.value)) {
        return count->decay;
    }
    const auto* rating = std::get_if<LatestRating>(&measure.value);
    return rating != nullptr ? rating->decay : NoDecay{};
}

/// The measure of that id, or null.
inline const Measure* measure_named(const std::same_as<Rules> auto& rules, const std::string& id) {
    for (const auto& indicator : rules.indicators) {
        if (indicator.measure.id == id) {
            return &indicator.measure;
        }
    }
    const auto found =
        std::find_if(rules.facts.begin(), rules.facts.end(), [&](const auto& each) { return each.id == id; });
    return found == rules.facts.end() ? nullptr : &*found;
}

/// What a number of events is counted over is a measure of another kind, and drawn before it.
inline void check_over(const std::same_as<Rules> auto& rules, const Measure& measure) {
    const auto* count = std::get_if<EventCount>(&measure.value);
    if (count == nullptr || count->over.empty()) {
        return;
    }
    const auto about = "measure " + quoted(measure.id);
    const auto known = measure_names(rules);
    const auto* over = measure_named(rules, count->over);
    require(over != nullptr, measure.place,
            about + " is counted over " + quoted(count->over) + "; the measures are " +
                instead_of(count->over, known));
    require(!asks_of_facts(*over) && over->live, measure.place,
            about + " is counted over " + quoted(count->over) +
                ", which is itself planned, an event or a rating; a measure of how much care there was is "
                "needed");
    require(measure.cycles.empty(), measure.place,
            about + " is counted over " + quoted(count->over) + " and has cycles; it can have one of them");
}

/// Points that decay are a share of points, which only sums, means and extremes can add up.
inline void check_decay(const std::same_as<Rules> auto& rules, const Indicator& indicator) {
    const auto* group = find_group(rules, indicator.within);
    const auto aggregate = group != nullptr ? group->aggregate : rules.aggregate;
    const auto about = "measure " + quoted(indicator.measure.id);
    const bool shares = decays(decay_of(indicator.measure)) || rules.incidents == Incidents::highest;
    require(!shares || !asks_of_facts(indicator.measure) || !multiplies(aggregate), indicator.measure.place,
            about + " stands in a geometric mean or a product, in which no points can decay or yield to "
                    "those of an incident");
    require(rules.incidents == Incidents::each || !asks_of_facts(indicator.measure) || !indicator.relative,
            indicator.measure.place,
            about + " earns points by comparison; with incidents = \"highest\" the points of an event or a "
                    "rating are known before services are compared");
    require(!decays(decay_of(indicator.measure)) || indicator.measure.cycles.empty(), indicator.measure.place,
            about + " decays and has cycles; it can have one of them");
}

/// Incidents, prompts and decay.
inline void check_risk(const std::same_as<Rules> auto& rules) {
    const bool is_risk = rules.higher_is == Face::worse;
    require(rules.incidents == Incidents::each || is_risk, rules.place,
            "incidents = \"highest\" is for a scheme with higher_is = \"worse\"");
    for (const auto& prompt : rules.prompts) {
        require(is_risk, prompt.place, "a [[prompt]] is for a scheme with higher_is = \"worse\"");
        require(!prompt.ask.empty(), prompt.place, "a prompt says nothing to do");
        check_condition({rules, prompt.place, "a prompt"}, prompt.when);
    }
    for (const auto& indicator : rules.indicators) {
        check_over(rules, indicator.measure);
        check_decay(rules, indicator);
    }
    for (const auto& fact : rules.facts) {
        check_over(rules, fact);
    }
}

} // namespace vermeil::detail
