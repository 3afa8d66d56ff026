// SPDX-License-Identifier: MIT
#pragma once
// Reads the questions of a framework file, and notes the facts that only they ask about.

#include <vermeil/framework/condition_checks.hpp>
#include <vermeil/framework/measure_reader.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 8> when_keys{"event", "rating", "measure", "group",
                                                           "count", "all",    "any",     "none"};
inline constexpr std::array<std::string_view, 3> rating_keys{"is", "worse_than", "better_than"};
inline constexpr std::array<std::string_view, 2> subject_keys{"measure", "group"};

/// Whether two measures would take the same number from the same events or ratings.
inline bool same_source(const ValueSource& left, const ValueSource& right) {
    if (const auto* open = std::get_if<EventOpen>(&left)) {
        const auto* other = std::get_if<EventOpen>(&right);
        return other != nullptr && open->event == other->event;
    }
    if (const auto* count = std::get_if<EventCount>(&left)) {
        const auto* other = std::get_if<EventCount>(&right);
        return other != nullptr && count->event == other->event && count->days == other->days &&
               count->months == other->months;
    }
    const auto* rating = std::get_if<LatestRating>(&left);
    const auto* other = std::get_if<LatestRating>(&right);
    return rating != nullptr && other != nullptr && rating->source == other->source &&
           rating->days == other->days && rating->months == other->months;
}

/// The measure of that id, among those that earn points and those that conditions ask about; null for another.
inline const Measure* find_measure(const Rules& rules, std::string_view id) {
    for (const auto& indicator : rules.indicators) {
        if (indicator.measure.id == id) {
            return &indicator.measure;
        }
    }
    for (const auto& fact : rules.facts) {
        if (fact.id == id) {
            return &fact;
        }
    }
    return nullptr;
}

/// The id of the measure that takes this number; a new fact where there is none yet.
inline std::string measure_of(Rules& rules, const std::string& id, const ValueSource& source,
                              const Place& place) {
    for (const auto& name : measure_names(rules)) {
        if (same_source(find_measure(rules, name)->value, source)) {
            return name;
        }
    }
    require(find_measure(rules, id) == nullptr, place,
            quoted(id) + " is already the id of a measure with another value; give this one a [[measure]] "
                         "with an id of its own and ask about that: when = { measure = ... }");
    Measure fact;
    fact.id = id;
    fact.label = id;
    fact.value = source;
    fact.place = place;
    rules.facts.push_back(std::move(fact));
    return id;
}

/// The scale of a rating; null where the measure is none.
inline const OrderedScale* scale_of(const Rules& rules, const Measure& measure) {
    const auto* rating = std::get_if<LatestRating>(&measure.value);
    for (const auto& scale : rules.ordered_scales) {
        if (rating != nullptr && folded(scale.id) == folded(rating->source)) {
            return &scale;
        }
    }
    return nullptr;
}

/// A comparison with its threshold.
struct Threshold {
    Comparison comparison = Comparison::at_least;
    double number = 0;
};

/// `is`, `worse_than` or `better_than` with a word of the scale; nothing where the table has none of them with a word.
inline std::optional<Threshold> read_word(const OrderedScale& scale, TableReader& reader) {
    const auto key = reader.key_of(rating_keys);
    if (key.empty()) {
        return std::nullopt;
    }
    const auto word = reader.need(key);
    if (key == "is" && word->node().as<std::string>() == nullptr) {
        return std::nullopt;
    }
    const auto position = word->position_in(scale.words, same_word) + 1;
    if (key == "worse_than" && position == scale.words.size()) {
        word->refuse("a word other than the last: no word of " + quoted(scale.id) + " is worse");
    }
    if (key == "better_than" && position == 1) {
        word->refuse("a word other than the first: no word of " + quoted(scale.id) + " is better");
    }
    const auto comparison = key == "is"           ? Comparison::is
                            : key == "worse_than" ? Comparison::above
                                                  : Comparison::below;
    return Threshold{comparison, static_cast<double>(position)};
}

/// One of the comparisons and its threshold.
inline Threshold read_threshold(TableReader& reader) {
    const auto key = reader.needed_key_of(comparison_names);
    const auto found = std::find(comparison_names.begin(), comparison_names.end(), key);
    return {static_cast<Comparison>(found - comparison_names.begin()), reader.need(key)->number()};
}

/// `measure` with the id of a measure, or `group` with the id of a group or `whole`.
inline Subject read_subject(const Rules& rules, TableReader& reader, std::string_view key) {
    if (key == "measure") {
        const auto ids = measure_names(rules);
        return {Subject::Kind::measure, ids[reader.need(key)->position_in(ids)]};
    }
    auto ids = names_of(rules.groups, [](const auto& each) { return each.id; });
    ids.emplace_back(whole_name);
    const auto& id = ids[reader.need(key)->position_in(ids)];
    return id == whole_name ? Subject{Subject::Kind::whole, ""} : Subject{Subject::Kind::group, id};
}

/// A subject, and what it is compared with: a number, a word of its scale, or another subject.
inline Condition read_comparing(const Rules& rules, TableReader& reader, std::string_view key) {
    Comparing comparing;
    comparing.subject = read_subject(rules, reader, key);
    const auto* measure = key == "measure" ? find_measure(rules, comparing.subject.id) : nullptr;
    const auto* scale = measure != nullptr ? scale_of(rules, *measure) : nullptr;
    if (const auto word = scale != nullptr ? read_word(*scale, reader) : std::nullopt) {
        comparing.comparison = word->comparison;
        comparing.with = word->number;
        return comparing;
    }
    const auto name = reader.needed_key_of(comparison_names);
    const auto with = *reader.need(name);
    const auto found = std::find(comparison_names.begin(), comparison_names.end(), name);
    comparing.comparison = static_cast<Comparison>(found - comparison_names.begin());
    if (with.node().as<DocumentNode::Table>() != nullptr) {
        TableReader other(with.node(), std::string(name) + " of " + reader.name());
        comparing.with = read_subject(rules, other, other.needed_key_of(subject_keys));
        other.finish();
    } else {
        comparing.with = with.number();
    }
    return comparing;
}

/// `event` with `open = true`, or with `days` and a comparison of their count.
inline Condition read_event_condition(Rules& rules, TableReader& reader) {
    const auto source = read_event(reader);
    const auto event = reader.need("event");
    auto id = measure_of(rules, event->text(), source, event->place());
    const auto asked = std::holds_alternative<EventOpen>(source) ? Threshold{Comparison::at_least, 1}
                                                                 : read_threshold(reader);
    return {std::move(id), asked.comparison, asked.number};
}

/// `rating` with a word of its scale.
inline Condition read_rating_condition(Rules& rules, TableReader& reader) {
    const auto& scale = read_rating(rules, reader);
    auto id = measure_of(rules, scale.id, LatestRating{scale.id}, reader.need("rating")->place());
    (void)reader.needed_key_of(rating_keys);
    const auto asked = read_word(scale, reader);
    if (!asked) {
        reader.need("is")->refuse("a word of " + quoted(scale.id));
    }
    return {std::move(id), asked->comparison, asked->number};
}

/// The scale of the ratings that stand in a node.
/// @throws DefinitionError where one of its members is no rating or has another scale.
inline const OrderedScale& scale_of_members(const Rules& rules, const Subject& node,
                                            const ValueReader& where) {
    const OrderedScale* scale = nullptr;
    for (const auto& indicator : rules.indicators) {
        if (indicator.within != node.id) {
            continue;
        }
        const auto* own = scale_of(rules, indicator.measure);
        if (own == nullptr || (scale != nullptr && scale != own)) {
            where.refuse("a comparison with a number, since not all members are ratings of one scale");
        }
        scale = own;
    }
    if (scale == nullptr) {
        where.refuse("a comparison with a number, since no member is a rating");
    }
    return *scale;
}

/// `count` with a node, `where` with what is asked of its members, and a comparison of how many they are.
inline Condition read_counting(const Rules& rules, TableReader& reader) {
    Counting counting;
    counting.node = read_subject(rules, reader, "count");
    if (const auto where = reader.need("where")) {
        TableReader asked(where->node(), "where of " + reader.name());
        const bool is_word =
            std::any_of(asked.entries().begin(), asked.entries().end(),
                        [](const auto& each) { return each.node.template as<std::string>() != nullptr; });
        std::optional<Threshold> threshold;
        if (is_word) {
            (void)asked.needed_key_of(rating_keys);
            threshold = read_word(scale_of_members(rules, counting.node, *where), asked);
        } else {
            threshold = read_threshold(asked);
        }
        asked.finish();
        counting.member = threshold->comparison;
        counting.threshold = threshold->number;
    }
    const auto number = read_threshold(reader);
    counting.comparison = number.comparison;
    counting.number = number.number;
    return counting;
}

/// One question, which may hold others. `depth` guards against questions within questions without end.
inline Condition read_condition(Rules& rules, const ValueReader& value, const std::string& name,
                                int depth = 0) {
    constexpr int deepest = 8;
    require(depth < deepest, value.place(),
            name + " asks questions within questions more than 8 levels deep");
    TableReader reader(value.node(), name);
    Condition condition;
    const auto key = reader.needed_key_of(when_keys);
    const auto joining = std::find(joining_names.begin(), joining_names.end(), key);
    if (joining != joining_names.end()) {
        Joining joined{static_cast<Joining::How>(joining - joining_names.begin()), {}};
        for (const auto& each : reader.need(key)->list("a list of questions, each in braces")) {
            joined.parts.push_back(read_condition(rules, each, "a question in " + name, depth + 1));
        }
        if (joined.parts.empty()) {
            reader.need(key)->refuse("a list of one or more questions");
        }
        condition = std::move(joined);
    } else if (key == "event") {
        condition = read_event_condition(rules, reader);
    } else if (key == "rating") {
        condition = read_rating_condition(rules, reader);
    } else if (key == "count") {
        condition = read_counting(rules, reader);
    } else {
        condition = read_comparing(rules, reader, key);
    }
    reader.finish();
    return condition;
}

} // namespace vermeil::detail
