// SPDX-License-Identifier: MIT
#pragma once
// The words in which evidence is given: a survey's answers, a source's ratings.

#include <vermeil/core/error.hpp>
#include <vermeil/core/wording.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// Whether two names that people type are the same: an event's, an item's, a survey's. Capitals and outer blanks do not matter.
inline bool is_same_name(std::string_view one, std::string_view other) {
    return one == other || folded(one) == folded(other);
}

/// Items of a survey that share one set of answers.
struct AnswerSet {
    std::vector<std::string> answers; ///< the answers that count, best first
    std::vector<std::string> items;
    std::string routed_from{}; ///< the item whose answer leads here; empty for items put to everybody
    std::string routed_answer{};
    std::vector<double> points{}; ///< what each answer is worth in a score; none: the items are in no score
};

/// A questionnaire: which items it asks and which answers each takes.
struct SurveyInstrument {
    std::string id;
    std::vector<AnswerSet> sets;
    std::vector<std::string> not_counted; ///< answers that leave the base, such as "not applicable"
    Place place;

    /// The set that holds an item, or null. Capitals and outer blanks do not matter.
    [[nodiscard]] const AnswerSet* find(std::string_view item) const {
        for (const auto& set : sets) {
            if (spelling(set, item) != nullptr) {
                return &set;
            }
        }
        return nullptr;
    }
    /// An item as the questionnaire spells it, or null where it asks no such item.
    [[nodiscard]] const std::string* spelling(std::string_view item) const {
        const auto* set = find(item);
        return set == nullptr ? nullptr : spelling(*set, item);
    }

  private:
    static const std::string* spelling(const AnswerSet& set, std::string_view item) {
        const auto found = std::find_if(set.items.begin(), set.items.end(),
                                        [&](const auto& each) { return is_same_name(each, item); });
        return found == set.items.end() ? nullptr : &*found;
    }
};

/// A source's ordered words, the best first, such as a regulator's ratings.
struct OrderedScale {
    std::string id;
    std::vector<std::string> words;
    Place place;

    /// The position of a word, from 1; nothing for another word. Capitals and outer blanks do not matter.
    [[nodiscard]] std::optional<std::size_t> position(std::string_view word) const {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (folded(words[i]) == folded(word)) {
                return i + 1;
            }
        }
        return std::nullopt;
    }
};

/// How the words of one source's scale are read on that of another.
struct Crosswalk {
    std::string from; ///< the id of a scale
    std::string to;   ///< the id of another
    std::vector<std::size_t>
        positions; ///< for each word of the first, the position of a word of the second, from 1
    Place place;
};

/// Whether a list holds a word; capitals and outer blanks do not matter.
inline bool has_word(const std::vector<std::string>& words, std::string_view word) {
    return std::any_of(words.begin(), words.end(),
                       [&](const auto& each) { return folded(each) == folded(word); });
}

} // namespace vermeil
