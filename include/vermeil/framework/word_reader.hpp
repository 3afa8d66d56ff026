// SPDX-License-Identifier: MIT
#pragma once
// Reads comparisons with words: those of a rating, or the bands of a node.

#include <vermeil/framework/condition.hpp>
#include <vermeil/framework/measure_reader.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/tree_checks.hpp>
#include <vermeil/framework/word_value.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 3> rating_keys{"is", "worse_than", "better_than"};

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

/// A comparison with its threshold.
struct Threshold {
    Comparison comparison = Comparison::at_least;
    double number = 0;
};

/// Words in order, for which `is`, `worse_than` and `better_than` serve: those of a rating, or the bands of a node.
struct Words {
    std::string name; ///< how messages call them
    std::vector<std::string> words;
    bool best_last = false; ///< the first band of a risk is the worst
};

/// The words of a measure that is a rating.
inline std::optional<Words> words_of(const Rules& rules, const Measure& measure) {
    const auto* scale = scale_of(rules, measure);
    return scale != nullptr ? std::optional(Words{scale->id, scale->words}) : std::nullopt;
}

/// The bands of a node.
inline Words words_of(const Rules& rules, const std::string& name, const std::vector<Band>& bands) {
    return {name, names_of(bands, [](const auto& each) { return each.name; }),
            rules.higher_is == Face::worse};
}

/// The words of a subject, where it has any.
inline std::optional<Words> words_of(const Rules& rules, const Subject& subject) {
    if (subject.of != Aspect::value) {
        return std::nullopt;
    }
    if (subject.kind == Subject::Kind::measure) {
        return words_of(rules, *find_measure(rules, subject.id));
    }
    const bool whole = subject.kind == Subject::Kind::whole;
    const auto& bands = whole ? rules.bands : find_group(rules, subject.id)->bands;
    return bands.empty()
               ? std::nullopt
               : std::optional(words_of(rules, whole ? std::string(whole_name) : subject.id, bands));
}

/// What a key that compares words says of their positions.
inline Comparison comparison_of(const Words& words, std::string_view key) {
    const bool further = (key == "worse_than") != words.best_last;
    return key == "is" ? Comparison::is : further ? Comparison::above : Comparison::below;
}

/// The key that compares with words; empty where the table has none of them, or a number under `is`.
inline std::string_view word_key(TableReader& reader) {
    const auto key = reader.key_of(rating_keys);
    const auto value = key == "is" ? reader.need(key) : std::nullopt;
    const bool number =
        value && (value->node().as<double>() != nullptr || value->node().as<std::int64_t>() != nullptr);
    return number ? std::string_view() : key;
}

/// A word of a list, as its position from 1.
inline double read_position(const Words& words, std::string_view key, const ValueReader& word) {
    const auto position = word.position_in(words.words, same_word) + 1;
    const auto at_end = [&](std::string_view towards) {
        const bool first = (towards == "better_than") != words.best_last;
        return key == towards && position == (first ? 1 : words.words.size());
    };
    if (at_end("worse_than")) {
        word.refuse("a word other than the " + std::string(words.best_last ? "first" : "last") +
                    ": no word of " + quoted(words.name) + " is worse");
    }
    if (at_end("better_than")) {
        word.refuse("a word other than the " + std::string(words.best_last ? "last" : "first") +
                    ": no word of " + quoted(words.name) + " is better");
    }
    return static_cast<double>(position);
}

/// `is`, `worse_than` or `better_than` with a word; nothing where the table has none of them with a word.
inline std::optional<Threshold> read_word(const Words& words, TableReader& reader) {
    const auto key = word_key(reader);
    if (key.empty()) {
        return std::nullopt;
    }
    return Threshold{comparison_of(words, key), read_position(words, key, *reader.need(key))};
}

} // namespace vermeil::detail
