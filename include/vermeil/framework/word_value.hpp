// SPDX-License-Identifier: MIT
#pragma once
// The numbers that stand for words in the cells of measures.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/measure/measure.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

/// The scale of that name; null where there is none.
inline const OrderedScale* find_scale(const std::same_as<Rules> auto& rules, std::string_view id) {
    for (const auto& scale : rules.ordered_scales) {
        if (folded(scale.id) == folded(id)) {
            return &scale;
        }
    }
    return nullptr;
}

/// The words in which a measure's cells are given; null where they are numbers.
inline const OrderedScale* given_words(const std::same_as<Rules> auto& rules, const Measure& measure) {
    if (const auto* rating = std::get_if<LatestRating>(&measure.value)) {
        return find_scale(rules, rating->source);
    }
    const auto* word = std::get_if<GivenWord>(&measure.value);
    return word != nullptr ? find_scale(rules, word->scale) : nullptr;
}

/// The words on which a measure is read, after any crosswalk; null where it is a number.
inline const OrderedScale* scale_of(const std::same_as<Rules> auto& rules, const Measure& measure) {
    const auto* rating = std::get_if<LatestRating>(&measure.value);
    return rating != nullptr && !rating->read_on.empty() ? find_scale(rules, rating->read_on)
                                                         : given_words(rules, measure);
}

/// Whether a measure tells peers apart, or those among whom services are ranked.
inline bool tells_apart(const std::same_as<Rules> auto& rules, std::string_view id) {
    const auto names = [&](const auto& each) { return each.relative && each.relative->peers == id; };
    return rules.cuts.peers == id || rules.ranked_within == id ||
           std::any_of(rules.indicators.begin(), rules.indicators.end(), names) ||
           std::any_of(rules.groups.begin(), rules.groups.end(),
                       [&](const auto& each) { return names(each) || each.cuts.peers == id; }) ||
           std::any_of(rules.missing.by_state.begin(), rules.missing.by_state.end(),
                       [&](const auto& rule) { return rule.peers == id; }) ||
           std::any_of(rules.facts.begin(), rules.facts.end(), [&](const auto& fact) {
               const auto* together = std::get_if<GivenTogether>(&fact.value);
               return together != nullptr &&
                      std::find(together->facts.begin(), together->facts.end(), id) != together->facts.end();
           });
}

} // namespace detail

/// The number that stands for a name, such as that of a region: the same on every machine, and the same for a name in other
/// capitals. It is a whole number from 2^52 up to 2^53, made of the first 52 bits of the FNV-1a hash of the name, and no
/// measure counts so far.
inline double number_of_name(std::string_view name) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : folded(name)) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return static_cast<double>((std::uint64_t{1} << 52U) | (hash >> 12U));
}

/// The number that a measure's cell holds for a word: its place among the words of a rating, after any crosswalk; or what stands
/// for the name where the measure tells peers apart. Nothing for a word that the measure cannot have.
inline std::optional<double> word_value(const std::same_as<Rules> auto& rules, const Measure& measure,
                                        std::string_view word) {
    if (const auto* scale = detail::given_words(rules, measure)) {
        const auto position = scale->position(word);
        const auto* rating = std::get_if<LatestRating>(&measure.value);
        const bool crosses = position && rating != nullptr && !rating->positions.empty();
        return !position ? std::nullopt
                         : std::optional(
                               static_cast<double>(crosses ? rating->positions[*position - 1] : *position));
    }
    return detail::tells_apart(rules, measure.id) ? std::optional(number_of_name(word)) : std::nullopt;
}

} // namespace vermeil
