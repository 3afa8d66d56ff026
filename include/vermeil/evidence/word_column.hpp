// SPDX-License-Identifier: MIT
#pragma once
// Words of a long table, each row one of a few that are allowed.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/fetch_ahead.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/id_column.hpp>
#include <vermeil/evidence/id_reader.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// One column of words in all batches, read as the position of each row's word among those that its field allows; of
/// truth values, no is 0 and yes is 1.
class WordColumn {
  public:
    static constexpr std::uint8_t missing = 254;
    static constexpr std::uint8_t not_allowed = 255;

    /// A column that is not there: every cell is missing.
    WordColumn() = default;
    /// Capitals and outer blanks do not matter. Where a field has two words or is a truth, truth values are read too.
    /// @throws Error when a batch lacks the column, or it holds something else.
    WordColumn(const Batches& table, const Field& field, std::size_t threads)
        : columns_(column_of_all(table, field.name)) {
        if (all_of_kind<Coded>(columns_)) {
            for (const auto* column : columns_) {
                words_of_places_.push_back(words_of(std::get<Coded>(column->data), field));
            }
            return;
        }
        if (all_of_kind<Texts, Coded>(columns_)) {
            ids_ = read_ids(table, field.name, threads);
            for (std::size_t code = 0; code < ids_.size(); ++code) {
                words_.push_back(position(ids_.name(code), field));
            }
            return;
        }
        for (std::size_t part = 0; part < columns_.size(); ++part) {
            if (!is_readable(*columns_[part], field) && columns_[part]->has_any(table.parts[part].rows)) {
                throw TableError(table.source, field.name,
                                 "column " + quoted(field.name) +
                                     " does not hold words in all its rows; write " +
                                     one_of(allowed_words(field)));
            }
        }
    }

    [[nodiscard]] bool is_there() const noexcept { return !columns_.empty(); }
    /// Writes the position of each row's word, or that it is missing or not allowed.
    void read(std::size_t part, std::size_t first, std::size_t count, std::uint32_t* codes,
              std::uint8_t* words) const {
        const auto& column = *columns_[part];
        if (!words_of_places_.empty()) {
            read_places(part, first, count, words);
        } else if (!words_.empty()) {
            ids_.read(part, first, count, codes);
            for (std::size_t i = 0; i < count; ++i) {
                words[i] = words_[codes[i]];
            }
        } else {
            read_numbers(column, first, count, words);
        }
        if (column.valid != nullptr) {
            for (std::size_t i = 0; i < count; ++i) {
                words[i] = column.has(first + i) ? words[i] : missing;
            }
        }
    }

    /// The words that a field takes.
    static std::vector<std::string> allowed_words(const Field& field) {
        return field.kind == CellKind::truth ? std::vector<std::string>{"no", "yes"} : field.allowed;
    }

  private:
    static bool takes_truths(const Field& field) { return allowed_words(field).size() == 2; }
    static bool is_readable(const BatchColumn& column, const Field& field) {
        if (column.as<std::span<const std::uint8_t>>() != nullptr) {
            return takes_truths(field);
        }
        return field.kind == CellKind::truth && (column.as<std::span<const std::int32_t>>() != nullptr ||
                                                 column.as<std::span<const std::int64_t>>() != nullptr);
    }
    /// The words of each place of a dictionary; of one past its end, that the word is missing.
    static std::vector<std::uint8_t> words_of(const Coded& coded, const Field& field) {
        std::vector<std::uint8_t> words;
        for (const auto word : coded.words) {
            words.push_back(position(word, field));
        }
        words.push_back(missing);
        return words;
    }
    /// What a null row holds means nothing, and may lie beyond the dictionary.
    void read_places(std::size_t part, std::size_t first, std::size_t count, std::uint8_t* words) const {
        const std::span<const std::uint32_t> all = std::get<Coded>(columns_[part]->data).places;
        const auto* const places = all.data() + first;
        const auto& of_places = words_of_places_[part];
        const auto last = static_cast<std::uint32_t>(of_places.size() - 1);
        for (std::size_t i = 0; i < count; ++i) {
            words[i] = of_places[std::min(places[i], last)];
        }
        fetch_ahead(all, first, count);
    }
    /// 0 and 1; a column of which nothing is read holds nulls alone.
    static void read_numbers(const BatchColumn& column, std::size_t first, std::size_t count,
                             std::uint8_t* words) {
        std::visit(
            [&](const auto& data) {
                if constexpr (requires { std::int64_t{data[0]}; }) {
                    for (std::size_t i = 0; i < count; ++i) {
                        const std::int64_t number = data[first + i];
                        words[i] =
                            number == 0 || number == 1 ? static_cast<std::uint8_t>(number) : not_allowed;
                    }
                } else {
                    std::fill_n(words, count, missing);
                }
            },
            column.data);
    }
    static std::uint8_t position(std::string_view word, const Field& field) {
        const auto wanted = folded(word);
        if (wanted.empty()) {
            return missing;
        }
        for (std::size_t i = 0; i < field.allowed.size(); ++i) {
            if (wanted == folded(field.allowed[i])) {
                return static_cast<std::uint8_t>(i);
            }
        }
        if (takes_truths(field)) {
            const auto truth = truth_of(wanted);
            return truth ? static_cast<std::uint8_t>(*truth) : not_allowed;
        }
        return not_allowed;
    }

    std::vector<const BatchColumn*> columns_;
    std::vector<std::vector<std::uint8_t>> words_of_places_; ///< of each batch, where all hold dictionaries
    IdColumn ids_;
    std::vector<std::uint8_t> words_; ///< of each code of `ids_`; empty where the column holds no texts
};

} // namespace vermeil::detail
