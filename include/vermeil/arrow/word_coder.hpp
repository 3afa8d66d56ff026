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

/// Takes in the words of one column, some rows at a time, and codes them as long as few are different: each different word is
/// copied once, and no memory of its source is looked at afterwards. From then on they are views, and their source is kept.
class WordCoder {
  public:
    /// So many different words are coded; a column of more is better held as views.
    static constexpr std::size_t most_words = 1U << 16U;

    /// Takes in further rows, whose words are views.
    void add(const Column& given) {
        const auto words = std::get<std::span<const std::string_view>>(given.data);
        const auto validity = validity_of(given);
        if (validity.bits != nullptr || !valid_.empty()) {
            if (valid_.empty()) {
                valid_.append(Validity{}, size());
            }
            valid_.append(validity, words.size());
        }
        std::size_t row = 0;
        for (; row < words.size() && !is_views_; ++row) {
            places_.push_back(given.has(row) ? place_of(words[row]) : 0);
            is_views_ = words_.size() > most_words;
        }
        if (is_views_) {
            write_out();
            views_.insert(views_.end(), words.begin() + static_cast<std::ptrdiff_t>(row), words.end());
            producers_.push_back(given.owner);
        }
    }

    /// The column of all rows.
    [[nodiscard]] Column column(std::string name) && {
        if (words_.empty()) {
            words_.emplace_back(); // rows without a word have the place of one all the same
        }
        const auto owner = std::make_shared<WordCoder>(std::move(*this));
        const auto* const bits = owner->valid_.empty() ? nullptr : owner->valid_.data();
        if (owner->is_views_) {
            return {std::move(name), std::span<const std::string_view>(owner->views_), bits, 0, owner};
        }
        owner->views_.assign(owner->words_.begin(), owner->words_.end());
        return {std::move(name), Coded{owner->places_, owner->views_}, bits, 0, owner};
    }

  private:
    [[nodiscard]] std::size_t size() const noexcept { return is_views_ ? views_.size() : places_.size(); }

    std::uint32_t place_of(std::string_view word) {
        if (!words_.empty() && word == words_[last_]) {
            return last_; // the word of the row before
        }
        auto found = known_.find(word);
        if (found == known_.end()) {
            words_.emplace_back(word);
            const auto place = static_cast<std::uint32_t>(words_.size() - 1);
            found = known_.emplace(std::string_view(words_.back()), place).first;
        }
        return last_ = found->second;
    }

    /// Makes views of what was coded so far.
    void write_out() {
        for (const auto place : places_) {
            views_.emplace_back(words_.empty() ? std::string_view() : std::string_view(words_[place]));
        }
        places_ = {};
        known_ = {};
    }

    std::deque<std::string> words_; ///< they stay where they are as more come
    std::unordered_map<std::string_view, std::uint32_t> known_;
    std::uint32_t last_ = 0;
    std::vector<std::uint32_t> places_;
    bool is_views_ = false;
    std::vector<std::string_view> views_;
    std::vector<std::shared_ptr<const void>> producers_; ///< whose memory the views look at
    Bits valid_;                                         ///< empty as long as each row has a word
};

} // namespace vermeil::detail
