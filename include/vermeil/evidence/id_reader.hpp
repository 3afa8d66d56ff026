// SPDX-License-Identifier: MIT
#pragma once
// Ids of a long table, from whatever its source holds: whole numbers, texts, or places in a dictionary.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/code_table.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/id_column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// One column of a long table in all its batches.
/// @throws TableError when a batch does not have it.
inline std::vector<const BatchColumn*> column_of_all(const Batches& table, std::string_view name) {
    std::vector<const BatchColumn*> columns;
    for (const auto& part : table.parts) {
        const auto* const column = part.find(name);
        if (column == nullptr) {
            throw TableError(table.source, std::string(name), "no column " + quoted(name));
        }
        columns.push_back(column);
    }
    return columns;
}

/// The least and the greatest of the numbers of valid rows.
struct NumberRange {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = std::numeric_limits<std::int64_t>::min();

    /// Takes the numbers of rows from `begin` to before `end`.
    template <class Number> void take(std::span<const Number> numbers, const BatchColumn& column,
                                      std::size_t begin, std::size_t end) {
        Number low = std::numeric_limits<Number>::max();
        Number high = std::numeric_limits<Number>::min();
        for (auto row = begin; row < end; ++row) {
            // A null row's number means nothing, so it takes part as one that cannot widen the range.
            const bool has = column.valid == nullptr || column.has(row);
            low = has && numbers[row] < low ? numbers[row] : low;
            high = has && numbers[row] > high ? numbers[row] : high;
        }
        least = std::min<std::int64_t>(least, low);
        most = std::max<std::int64_t>(most, high);
    }
    /// Takes what another share of the rows has.
    void take(const NumberRange& other) {
        least = std::min(least, other.least);
        most = std::max(most, other.most);
    }
    [[nodiscard]] bool is_empty() const noexcept { return least > most; }
    /// How far the greatest lies above the least; that fits where their number does not.
    [[nodiscard]] std::uint64_t spread() const noexcept {
        return is_empty() ? 0 : static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
    }
};

/// Makes ids of whole numbers: their own codes where they lie close together, else positions among the different ones.
class NumberIds {
  public:
    NumberIds(const Batches& table, const std::vector<const BatchColumn*>& columns, std::size_t threads)
        : table_(&table), columns_(&columns) {
        std::vector<NumberRange> ranges(threads);
        on_threads(threads, [&](std::size_t share) {
            for (const auto* column : columns) {
                std::visit(
                    [&](const auto& data) {
                        if constexpr (requires { std::int64_t{data[0]}; }) {
                            const auto rows = data.size();
                            ranges[share].take(data, *column, share_begin(rows, share, threads),
                                               share_begin(rows, share + 1, threads));
                        }
                    },
                    column->data);
            }
        });
        for (const auto& range : ranges) {
            range_.take(range);
        }
    }

    [[nodiscard]] IdColumn ids(std::size_t codes_per_row) const {
        std::size_t rows = 0;
        for (const auto& part : table_->parts) {
            rows += part.rows;
        }
        constexpr std::size_t few = 1U << 16U;
        return range_.spread() < std::max(few, codes_per_row * rows) ? close_together() : far_apart();
    }

  private:
    [[nodiscard]] IdColumn close_together() const {
        std::vector<IdColumn::Part> parts;
        for (const auto* column : *columns_) {
            if (const auto* narrow = column->as<std::span<const std::int32_t>>()) {
                parts.push_back({*narrow, {}, column->owner, column->valid != nullptr});
            } else {
                const auto wide = std::get<std::span<const std::int64_t>>(column->data);
                parts.push_back({wide, {}, column->owner, column->valid != nullptr});
            }
        }
        if (range_.is_empty()) {
            return {std::move(parts), 0, 0};
        }
        return {std::move(parts), range_.least, static_cast<std::size_t>(range_.spread()) + 1};
    }

    [[nodiscard]] IdColumn far_apart() const {
        CodeTable<std::uint64_t> table;
        std::vector<IdColumn::Part> parts;
        for (const auto* column : *columns_) {
            auto codes = std::make_shared<std::vector<std::uint32_t>>();
            std::visit(
                [&](const auto& data) {
                    if constexpr (requires { std::int64_t{data[0]}; }) {
                        for (std::size_t row = 0; row < data.size(); ++row) {
                            const auto number = static_cast<std::uint64_t>(std::int64_t{data[row]});
                            codes->push_back(column->has(row) ? table.code(number) : 0);
                        }
                    }
                },
                column->data);
            parts.push_back({std::span<const std::uint32_t>(*codes), {}, codes});
        }
        std::vector<std::int64_t> numbers;
        for (const auto number : table.keys()) {
            numbers.push_back(static_cast<std::int64_t>(number));
        }
        return {std::move(parts), std::move(numbers)};
    }

    const Batches* table_;
    const std::vector<const BatchColumn*>* columns_;
    NumberRange range_;
};

/// Makes ids of texts, without blanks at their ends.
class TextIds {
  public:
    TextIds(const Batches& table, const std::vector<const BatchColumn*>& columns, std::size_t threads)
        : columns_(&columns), threads_(threads), parts_(columns.size()) {
        for (std::size_t part = 0; part < columns.size(); ++part) {
            if (const auto* coded = columns[part]->as<Coded>()) {
                take_words(part, *coded);
            } else {
                take_texts(part, std::get<Texts>(columns[part]->data), table.parts[part].rows);
            }
        }
    }

    [[nodiscard]] IdColumn ids() {
        std::vector<std::string> names(table_.keys().begin(), table_.keys().end());
        return {std::move(parts_), std::move(names)};
    }

  private:
    void take_words(std::size_t part, const Coded& coded) {
        std::vector<std::uint32_t> codes;
        for (const auto word : coded.words) {
            codes.push_back(table_.code(trimmed(word)));
        }
        if (codes.empty()) {
            codes.push_back(table_.code({})); // of a column in which nothing but nulls can be
        }
        parts_[part] = {coded.places, std::move(codes), (*columns_)[part]->owner};
    }

    /// Gives every text a code of its thread, and then the one of the whole.
    void take_texts(std::size_t part, const Texts& texts, std::size_t rows) {
        const auto& column = *(*columns_)[part];
        const auto codes = std::make_shared<LargeBuffer<std::uint32_t>>(rows);
        std::vector<CodeTable<std::string_view>> tables(threads_);
        on_threads(threads_, [&](std::size_t share) {
            auto& own = tables[share];
            for (auto row = share_begin(rows, share, threads_); row < share_begin(rows, share + 1, threads_);
                 ++row) {
                codes->data()[row] = own.code(column.has(row) ? trimmed(texts[row]) : std::string_view{});
            }
        });
        std::vector<std::vector<std::uint32_t>> whole(threads_);
        for (std::size_t share = 0; share < threads_; ++share) {
            for (const auto key : tables[share].keys()) {
                whole[share].push_back(table_.code(key));
            }
        }
        on_threads(threads_, [&](std::size_t share) {
            for (auto row = share_begin(rows, share, threads_); row < share_begin(rows, share + 1, threads_);
                 ++row) {
                codes->data()[row] = whole[share][codes->data()[row]];
            }
        });
        parts_[part] = {std::span<const std::uint32_t>(codes->data(), rows), {}, codes};
    }

    const std::vector<const BatchColumn*>* columns_;
    std::size_t threads_;
    std::vector<IdColumn::Part> parts_;
    CodeTable<std::string_view> table_;
};

/// Whether all batches hold the column as one of these kinds.
template <class... Kinds> bool all_of_kind(const std::vector<const BatchColumn*>& columns) {
    return std::all_of(columns.begin(), columns.end(), [](const auto* column) {
        return (std::holds_alternative<Kinds>(column->data) || ...);
    });
}

/// The ids of a column. A null row's code means nothing, and an empty text is a name like others: the reader of
/// the table looks for both.
/// @param codes_per_row up to how many codes for each row of the table whole numbers may be their own codes, so that
/// some codes stand for nothing; 65,536 codes in any case. Give 0 where each code costs much memory.
/// @throws Error when the column is missing, or holds something else than whole numbers or texts.
inline IdColumn read_ids(const Batches& table, std::string_view name, std::size_t threads,
                         std::size_t codes_per_row = 4) {
    const auto columns = column_of_all(table, name);
    if (all_of_kind<std::span<const std::int32_t>, std::span<const std::int64_t>>(columns)) {
        return NumberIds(table, columns, std::max<std::size_t>(threads, 1)).ids(codes_per_row);
    }
    if (all_of_kind<Texts, Coded>(columns)) {
        return TextIds(table, columns, threads).ids();
    }
    throw TableError(table.source, std::string(name),
                     "column " + quoted(name) +
                         " holds neither whole numbers nor texts in all its rows; ids are one or the other");
}

} // namespace vermeil::detail
