// SPDX-License-Identifier: MIT
#pragma once
// Words that repeat, brought in as their places in a list of the different ones: four bytes a cell, whatever its source holds.

#include <vermeil/arrow/bits.hpp>
#include <vermeil/arrow/held.hpp>
#include <vermeil/core/coded.hpp>
#include <vermeil/core/frame.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Codes the words of one column, some rows at a time. It copies each different word once and looks at no memory of its source
/// afterwards.
class WordCoder {
  public:
    /// So many different words are coded; a column of more is better left as views.
    static constexpr std::size_t most_words = 1U << 16U;

    /// @param rows how many will come.
    explicit WordCoder(std::size_t rows) { places_.reserve(rows); }

    /// Codes further rows; false, and nothing may be done with it any more, where there are too many different words.
    [[nodiscard]] bool add(const Column& views) {
        const auto words = std::get<std::span<const std::string_view>>(views.data);
        const auto validity = validity_of(views);
        if (validity.bits != nullptr || !valid_.empty()) {
            if (valid_.empty()) {
                valid_.append(Validity{}, places_.size());
            }
            valid_.append(validity, words.size());
        }
        for (std::size_t row = 0; row < words.size(); ++row) {
            places_.push_back(views.has(row) ? place_of(words[row]) : 0);
            if (words_.size() > most_words) {
                return false;
            }
        }
        return true;
    }

    /// The column of all rows.
    [[nodiscard]] Column column(std::string name) && {
        if (words_.empty()) {
            words_.emplace_back(); // rows without a word have the place of one all the same
        }
        const auto owner = std::make_shared<Owner>();
        owner->words = std::move(words_);
        owner->views.assign(owner->words.begin(), owner->words.end());
        owner->places = std::move(places_);
        owner->valid = std::move(valid_);
        const auto* const bits = owner->valid.empty() ? nullptr : owner->valid.data();
        return {std::move(name), Coded{owner->places, owner->views}, bits, 0, owner};
    }

  private:
    struct Owner {
        std::deque<std::string> words; ///< they stay where they are as more come
        std::vector<std::string_view> views;
        std::vector<std::uint32_t> places;
        Bits valid;
    };

    std::uint32_t place_of(std::string_view word) {
        if (word == last_word_ && !words_.empty()) {
            return last_;
        }
        auto found = known_.find(word);
        if (found == known_.end()) {
            words_.emplace_back(word);
            found =
                known_.emplace(std::string_view(words_.back()), static_cast<std::uint32_t>(words_.size() - 1))
                    .first;
        }
        last_word_ = found->first;
        return last_ = found->second;
    }

    std::deque<std::string> words_;
    std::unordered_map<std::string_view, std::uint32_t> known_;
    std::string_view last_word_; ///< of the row before, which the next is often like
    std::uint32_t last_ = 0;
    std::vector<std::uint32_t> places_;
    Bits valid_; ///< empty as long as each row has a word
};

} // namespace vermeil::detail
