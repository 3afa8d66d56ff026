// SPDX-License-Identifier: MIT
#pragma once
// Reads the questions of a framework file, and notes the facts that only they ask about.

#include <vermeil/framework/condition_checks.hpp>
#include <vermeil/framework/measure_reader.hpp>
#include <vermeil/framework/word_reader.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 9> when_keys{"event", "table", "rating", "measure", "group",
                                                           "count", "all",   "any",    "none"};
inline constexpr std::array<std::string_view, 2> subject_keys{"measure", "group"};

/// Whether two measures would take the same number from the same events or ratings.
inline bool same_source(const ValueSource& left, const ValueSource& right) {
    if (const auto* open = std::get_if<EventOpen>(&left)) {
        const auto* other = std::get_if<EventOpen>(&right);
        return other != nullptr && open->event == other->event && open->of_table == other->of_table &&
               open->under_review == other->under_review && open->also == other->also &&
               open->needs_review == other->needs_review;
    }
    if (const auto* count = std::get_if<EventCount>(&left)) {
        const auto* other = std::get_if<EventCount>(&right);
        return other != nullptr && count->event == other->event && count->of_table == other->of_table &&
               count->days == other->days && count->months == other->months && count->decay == other->decay &&
               count->any_review == other->any_review && count->needs_review == other->needs_review &&
               count->also == other->also && count->over == other->over && count->per == other->per;
    }
    const auto* rating = std::get_if<LatestRating>(&left);
    const auto* other = std::get_if<LatestRating>(&right);
    return rating != nullptr && other != nullptr && rating->source == other->source &&
           rating->read_on == other->read_on && rating->days == other->days &&
           rating->months == other->months && rating->standard == other->standard &&
           rating->is_own == other->is_own;
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

/// One of the comparisons and its threshold.
inline Threshold read_threshold(TableReader& reader) {
    const auto key = reader.needed_key_of(comparison_names);
    const auto found = std::find(comparison_names.begin(), comparison_names.end(), key);
    return {static_cast<Comparison>(found - comparison_names.begin()), reader.need(key)->number()};
}

/// `of`: what of the subject is looked at; without it its value or score. The band is asked for with words.
inline Aspect read_aspect(TableReader& reader) {
    const auto of = reader.find("of");
    if (!of) {
        return Aspect::value;
    }
    std::vector<std::string_view> allowed(aspect_names.begin(), aspect_names.end());
    std::erase(allowed, to_string(Aspect::band));
    const auto name = allowed[of->position_in(allowed)];
    return static_cast<Aspect>(std::find(aspect_names.begin(), aspect_names.end(), name) -
                               aspect_names.begin());
}

/// `measure` with the id of a measure, or `group` with the id of a group or `whole`; and `of`.
inline Subject read_subject(const Rules& rules, TableReader& reader, std::string_view key) {
    if (key == "measure") {
        const auto ids = measure_names(rules);
        const auto& id = ids[reader.need(key)->position_in(ids)];
        return {Subject::Kind::measure, id, read_aspect(reader)};
    }
    auto ids = names_of(rules.groups, [](const auto& each) { return each.id; });
    ids.emplace_back(whole_name);
    const auto& id = ids[reader.need(key)->position_in(ids)];
    const bool whole = id == whole_name;
    const bool counts = key == "count";
    return {whole ? Subject::Kind::whole : Subject::Kind::group, whole ? "" : id,
            counts ? Aspect::value : read_aspect(reader)};
}

/// Another subject with the same words.
inline Subject read_other_rating(const Rules& rules, const Words& words, const ValueReader& with,
                                 const std::string& name) {
    TableReader other(with.node(), name);
    auto subject = read_subject(rules, other, other.needed_key_of(subject_keys));
    other.finish();
    const auto own = words_of(rules, subject);
    if (!own || own->best_last != words.best_last ||
        !std::equal(own->words.begin(), own->words.end(), words.words.begin(), words.words.end(),
                    same_word)) {
        with.refuse("a subject with the same words: " + one_of(words.words));
    }
    subject.of = subject.kind == Subject::Kind::measure ? Aspect::value : Aspect::band;
    return subject;
}

/// A subject, and what it is compared with: a number, a word of its own, or another subject.
inline Condition read_comparing(const Rules& rules, TableReader& reader, std::string_view key) {
    Comparing comparing;
    comparing.subject = read_subject(rules, reader, key);
    const auto words = words_of(rules, comparing.subject);
    const auto asked = words ? word_key(reader) : std::string_view();
    const auto name = asked.empty() ? reader.needed_key_of(comparison_names) : asked;
    const auto with = *reader.need(name);
    const bool is_table = with.node().as<DocumentNode::Table>() != nullptr;
    if (!asked.empty() && (!is_table || name != "is")) {
        comparing.comparison = comparison_of(*words, name);
        comparing.subject.of =
            comparing.subject.kind == Subject::Kind::measure ? Aspect::value : Aspect::band;
        if (is_table) {
            comparing.with =
                read_other_rating(rules, *words, with, std::string(name) + " of " + reader.name());
        } else {
            comparing.with = read_position(*words, name, with);
        }
        return comparing;
    }
    const auto found = std::find(comparison_names.begin(), comparison_names.end(), name);
    comparing.comparison = static_cast<Comparison>(found - comparison_names.begin());
    if (is_table) {
        TableReader other(with.node(), std::string(name) + " of " + reader.name());
        comparing.with = read_subject(rules, other, other.needed_key_of(subject_keys));
        other.finish();
    } else {
        comparing.with = with.number();
    }
    return comparing;
}

/// `event` with `open = true`, or with `days` and a comparison of their count; or a `table` of reports.
inline Condition read_event_condition(Rules& rules, TableReader& reader, bool of_table = false) {
    const auto source = read_event(reader, of_table);
    const auto event = reader.need(of_table ? "table" : "event");
    auto id = measure_of(rules, event->text(), source, event->place());
    const auto asked = std::holds_alternative<EventOpen>(source) ? Threshold{Comparison::at_least, 1}
                                                                 : read_threshold(reader);
    return {std::move(id), asked.comparison, asked.number};
}

/// `rating` with a word of its scale.
inline Condition read_rating_condition(Rules& rules, TableReader& reader) {
    const auto rating = read_rating(rules, reader);
    auto id = measure_of(rules, rating.source, rating, reader.need("rating")->place());
    const auto& scale = *scale_of(rules, *find_measure(rules, id));
    (void)reader.needed_key_of(rating_keys);
    const auto asked = read_word({scale.id, scale.words}, reader);
    if (!asked) {
        reader.need("is")->refuse("a word of " + quoted(scale.id));
    }
    return {std::move(id), asked->comparison, asked->number};
}

/// The words that all members of a node share: of ratings, of bands, or of both.
/// @throws DefinitionError where one of its members has no words or has others.
inline Words words_of_members(const Rules& rules, const std::string& node, const ValueReader& where) {
    std::optional<Words> words;
    for (const auto& member : member_subjects(rules, node)) {
        const auto own = words_of(rules, member);
        const bool same =
            own && (!words || (own->best_last == words->best_last &&
                               std::equal(own->words.begin(), own->words.end(), words->words.begin(),
                                          words->words.end(), same_word)));
        if (!same) {
            where.refuse("a comparison with a number, since not all members are ratings of one scale, or "
                         "groups with the same bands");
        }
        words = own;
    }
    if (!words) {
        where.refuse("a comparison with a number, since there is no member");
    }
    return *words;
}

/// `where`: what is asked of each member of a node.
inline MemberTest read_where(const Rules& rules, const std::string& node, const ValueReader& where,
                             const std::string& name) {
    TableReader asked(where.node(), name);
    const bool is_word = std::any_of(asked.entries().begin(), asked.entries().end(), [](const auto& each) {
        return each.key != "of" && each.node.template as<std::string>() != nullptr;
    });
    MemberTest test;
    if (is_word) {
        (void)asked.needed_key_of(rating_keys);
        const auto word = read_word(words_of_members(rules, node, where), asked);
        test = {word->comparison, word->number, Aspect::band};
    } else {
        test.of = read_aspect(asked);
        const auto number = read_threshold(asked);
        test.comparison = number.comparison;
        test.threshold = number.number;
    }
    asked.finish();
    return test;
}

/// `count` with a node, `where` with what is asked of its members, and a comparison of how many they are.
inline Condition read_counting(const Rules& rules, TableReader& reader) {
    Counting counting;
    counting.node = read_subject(rules, reader, "count");
    if (const auto where = reader.need("where")) {
        counting.where = read_where(rules, counting.node.id, *where, "where of " + reader.name());
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
    const bool both = reader.has("event") && reader.has("table");
    const auto key = both ? std::string_view("event") : reader.needed_key_of(when_keys);
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
    } else if (key == "table") {
        condition = read_event_condition(rules, reader, true);
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
