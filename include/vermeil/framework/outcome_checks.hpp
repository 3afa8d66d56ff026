// SPDX-License-Identifier: MIT
#pragma once
// What the outcomes and the watch list of a risk scheme must satisfy.

#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Whether a measure asks about an event.
inline bool asks_about(const Measure& measure, std::string_view event) {
    const auto* open = std::get_if<EventOpen>(&measure.value);
    const auto* count = std::get_if<EventCount>(&measure.value);
    return (open != nullptr && !open->of_table && is_same_name(open->event, event)) ||
           (count != nullptr && !count->of_table && is_same_name(count->event, event));
}

/// The id of a live measure that foretells by an event: it earns points, or a limiter asks about it; empty where none does.
inline std::string foretold_by(const std::same_as<Rules> auto& rules, std::string_view event) {
    for (const auto& indicator : rules.indicators) {
        if (indicator.measure.live && asks_about(indicator.measure, event)) {
            return indicator.measure.id;
        }
    }
    std::vector<Subject> subjects;
    for (const auto& limiter : rules.limiters) {
        add_subjects(limiter.when, subjects);
    }
    for (const auto& fact : rules.facts) {
        const bool is_asked = std::any_of(subjects.begin(), subjects.end(),
                                          [&](const auto& each) { return each.id == fact.id; });
        if (fact.live && is_asked && asks_about(fact, event)) {
            return fact.id;
        }
    }
    return "";
}

/// What is said of an outcome that a scheme foretells by.
inline std::string foretells_itself(std::string_view event, const std::string& measure) {
    return "the event " + quoted(std::string(event)) + " is an outcome, and " + quoted(measure) +
           " asks about it: nothing foretells itself";
}

/// One outcome.
inline void check_outcome(const std::same_as<Rules> auto& rules, const OutcomeRule& outcome) {
    require(rules.higher_is == Face::worse, outcome.place,
            "an [[outcome]] is for a scheme with higher_is = \"worse\"");
    const int said = static_cast<int>(!outcome.rating.empty()) + static_cast<int>(!outcome.event.empty()) +
                     static_cast<int>(!outcome.exit.empty()) + static_cast<int>(outcome.closure);
    require(said == 1, outcome.place, "an outcome is one thing: a rating, an event, an exit or a closure");
    if (!outcome.rating.empty()) {
        const auto scale = std::find_if(rules.ordered_scales.begin(), rules.ordered_scales.end(),
                                        [&](const auto& each) { return each.id == outcome.rating; });
        require(scale != rules.ordered_scales.end() && outcome.position >= 2 &&
                    outcome.position <= scale->words.size(),
                outcome.place, "an outcome is a fall to a word of a rating scale below its best");
    }
    const auto measure = outcome.event.empty() ? "" : foretold_by(rules, outcome.event);
    require(measure.empty(), outcome.place, foretells_itself(outcome.event, measure));
}

/// The outcomes, each said once.
inline void check_outcomes(const std::same_as<Rules> auto& rules) {
    for (std::size_t i = 0; i < rules.outcomes.size(); ++i) {
        check_outcome(rules, rules.outcomes[i]);
        const auto first = std::find(rules.outcomes.begin(), rules.outcomes.end(), rules.outcomes[i]);
        require(first == rules.outcomes.begin() + static_cast<std::ptrdiff_t>(i), rules.outcomes[i].place,
                "this outcome stands already in line " + std::to_string(first->place.line));
    }
}

/// The keys of a watch list are measures that earn points, each once.
inline void check_watch(const std::same_as<Rules> auto& rules) {
    if (!rules.watch) {
        return;
    }
    const auto& watch = *rules.watch;
    require(rules.higher_is == Face::worse, watch.place,
            "[watch] is for a scheme with higher_is = \"worse\"");
    for (std::size_t i = 0; i < watch.keys.size(); ++i) {
        const auto& key = watch.keys[i];
        const bool earns = std::any_of(rules.indicators.begin(), rules.indicators.end(),
                                       [&](const auto& each) { return each.measure.id == key; });
        require(earns, watch.place,
                "the watch list has the key " + quoted(key) + ", which is no [[measure]]");
        require(std::find(watch.keys.begin(), watch.keys.end(), key) ==
                    watch.keys.begin() + static_cast<std::ptrdiff_t>(i),
                watch.place, "the watch list has the key " + quoted(key) + " twice");
    }
}

} // namespace vermeil::detail
