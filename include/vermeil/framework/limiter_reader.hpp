// SPDX-License-Identifier: MIT
#pragma once
// Reads the limiters of a framework file and the facts that only they ask about.

#include <vermeil/framework/measure_reader.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 2> effect_keys{"cap", "set"};
inline constexpr std::array<std::string_view, 3> when_keys{"event", "rating", "measure"};
inline constexpr std::array<std::string_view, 2> rating_keys{"is", "worse_than"};

/// Whether two measures would take the same number from the same events or ratings.
inline bool same_source(const ValueSource& left, const ValueSource& right) {
    if (const auto* open = std::get_if<EventOpen>(&left)) {
        const auto* other = std::get_if<EventOpen>(&right);
        return other != nullptr && open->event == other->event;
    }
    if (const auto* count = std::get_if<EventCount>(&left)) {
        const auto* other = std::get_if<EventCount>(&right);
        return other != nullptr && count->event == other->event && count->days == other->days;
    }
    const auto* rating = std::get_if<LatestRating>(&left);
    const auto* other = std::get_if<LatestRating>(&right);
    return rating != nullptr && other != nullptr && rating->source == other->source;
}

/// The id of the measure that takes this number; a new fact where there is none yet.
inline std::string measure_of(Rules& rules, const std::string& id, const ValueSource& source,
                              const Place& place) {
    std::vector<const Measure*> measures;
    for (const auto& indicator : rules.indicators) {
        measures.push_back(&indicator.measure);
    }
    for (const auto& fact : rules.facts) {
        measures.push_back(&fact);
    }
    for (const auto* measure : measures) {
        if (same_source(measure->value, source)) {
            return measure->id;
        }
    }
    for (const auto* measure : measures) {
        if (measure->id == id) {
            throw DefinitionError(place, quoted(id) +
                                             " is already the id of a measure with another value; give this "
                                             "one a [[measure]] with an id of its own and ask about that: "
                                             "when = { measure = ... }");
        }
    }
    Measure fact;
    fact.id = id;
    fact.label = id;
    fact.value = source;
    fact.place = place;
    rules.facts.push_back(std::move(fact));
    return id;
}

/// One of the comparisons and its threshold.
inline void read_comparison(TableReader& reader, Condition& condition) {
    const auto key = reader.needed_key_of(comparison_names);
    const auto found = std::find(comparison_names.begin(), comparison_names.end(), key);
    condition.comparison = static_cast<Comparison>(found - comparison_names.begin());
    condition.threshold = reader.need(key)->number();
}

/// `event` with `open = true`, or with `days` and a comparison of their count.
inline void read_event_condition(Rules& rules, TableReader& reader, Condition& condition) {
    const auto source = read_event(reader);
    const auto event = reader.need("event");
    condition.measure = measure_of(rules, event->text(), source, event->place());
    if (std::holds_alternative<EventOpen>(source)) {
        condition.comparison = Comparison::at_least;
        condition.threshold = 1;
    } else {
        read_comparison(reader, condition);
    }
}

/// `rating` with a word of its scale.
inline void read_rating_condition(Rules& rules, TableReader& reader, Condition& condition) {
    const auto& scale = read_rating(rules, reader);
    condition.measure = measure_of(rules, scale.id, LatestRating{scale.id}, reader.need("rating")->place());
    const auto key = reader.needed_key_of(rating_keys);
    const auto word = reader.need(key);
    const auto position = word->position_in(scale.words, same_word) + 1;
    if (key == "worse_than" && position == scale.words.size()) {
        word->refuse("a word other than the last: no word of " + quoted(scale.id) + " is worse");
    }
    condition.comparison = key == "is" ? Comparison::is : Comparison::above;
    condition.threshold = static_cast<double>(position);
}

inline Condition read_condition(Rules& rules, const ValueReader& value) {
    TableReader reader(value.node(), "when of [[limiter]]");
    Condition condition;
    const auto key = reader.needed_key_of(when_keys);
    if (key == "event") {
        read_event_condition(rules, reader, condition);
    } else if (key == "rating") {
        read_rating_condition(rules, reader, condition);
    } else {
        const auto ids = names_of(rules.indicators, [](const auto& each) { return each.measure.id; });
        condition.measure = ids[reader.need("measure")->position_in(ids)];
        read_comparison(reader, condition);
    }
    reader.finish();
    return condition;
}

/// One `[[limiter]]`; what it asks about beyond the measures becomes a fact of the rules.
inline Limiter read_limiter(Rules& rules, TableReader& reader) {
    Limiter limiter;
    limiter.place = reader.place();
    const auto effect = reader.needed_key_of(effect_keys);
    limiter.effect = effect == "cap" ? Effect::cap : Effect::set;
    const auto bands = names_of(rules.bands, [](const auto& each) { return each.name; });
    limiter.band = bands[reader.need(effect)->position_in(bands)];
    if (const auto when = reader.need("when")) {
        limiter.when = read_condition(rules, *when);
    }
    limiter.because = reader.needed_text("because");
    reader.finish();
    return limiter;
}

} // namespace vermeil::detail
