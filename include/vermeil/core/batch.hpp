// SPDX-License-Identifier: MIT
#pragma once
// Rows of a long table, each column as its source holds it: for what is read once, many millions of rows at a time.

#include <vermeil/core/coded.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/texts.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Moments: counts since 1970-01-01, so many to the second; of UTC, or of what London's clock shows.
struct Moments {
    std::span<const std::int64_t> values;
    std::int64_t units_per_second = 1;
    bool is_local = false;
};

/// One column of some rows. It looks at memory that `owner` keeps alive; where `valid` has no bit there is no value.
struct BatchColumn {
    using Data = std::variant<std::span<const std::int32_t>, std::span<const std::int64_t>,
                              std::span<const std::uint8_t>, std::span<const double>, Moments, Texts, Coded>;

    std::string name;
    Data data;
    const std::uint8_t* valid = nullptr; ///< as in `Column`
    std::size_t valid_offset = 0;
    std::shared_ptr<const void> owner = nullptr;

    /// Whether any of the first `rows` holds a value.
    [[nodiscard]] bool has_any(std::size_t rows) const noexcept {
        std::size_t row = 0;
        while (row < rows && !has(row)) {
            ++row;
        }
        return row < rows;
    }
    /// Whether the row holds a value.
    [[nodiscard]] bool has(std::size_t row) const noexcept {
        const auto bit = valid_offset + row;
        return valid == nullptr || ((valid[bit / 8] >> (bit % 8)) & 1U) != 0;
    }
    /// Writes 1 for each of some rows that holds a value, and 0 for the others.
    void read_valid(std::size_t first, std::size_t count, std::uint8_t* valid_rows) const noexcept {
        std::size_t row = 0;
        // Eight bits become eight bytes at once: each bit is masked in a byte of its own, then moved to its lowest place.
        for (; valid != nullptr && (valid_offset + first) % 8 == 0 && row + 8 <= count; row += 8) {
            const std::uint64_t bits = valid[(valid_offset + first + row) / 8];
            const auto apart = (bits * 0x0101010101010101ULL) & 0x8040201008040201ULL;
            const auto ones = ((apart + 0x7f7f7f7f7f7f7f7fULL) >> 7U) & 0x0101010101010101ULL;
            for (std::size_t i = 0; i < 8; ++i) {
                valid_rows[row + i] = static_cast<std::uint8_t>(ones >> (8 * i));
            }
        }
        for (; row < count; ++row) {
            valid_rows[row] = has(first + row) ? 1 : 0;
        }
    }
    /// The values when the column is of that kind, else null.
    template <class Part> [[nodiscard]] const Part* as() const noexcept { return std::get_if<Part>(&data); }
};

/// Some rows of a table, and the number of the first of them in its source.
struct Batch {
    std::vector<BatchColumn> columns;
    std::size_t rows = 0;
    std::size_t first_row = 0;

    /// The column of that name, or null.
    [[nodiscard]] const BatchColumn* find(std::string_view name) const noexcept {
        for (const auto& column : columns) {
            if (column.name == name) {
                return &column;
            }
        }
        return nullptr;
    }
};

/// A long table: its name, and its rows in batches of the same columns.
struct Batches {
    std::string source;
    std::vector<Batch> parts;
};

namespace detail {

/// A column whose values are written anew; its bitmap stays where it lies, so its owner is kept too.
inline BatchColumn rewritten(const Column& column, std::vector<std::int64_t> values) {
    struct Owner {
        std::vector<std::int64_t> values;
        std::shared_ptr<const void> of_bitmap;
    };
    const auto owner = std::make_shared<const Owner>(Owner{std::move(values), column.owner});
    return {column.name, std::span<const std::int64_t>(owner->values), column.valid, column.valid_offset,
            owner};
}

/// Whether every value of a column of doubles is a whole number; so it is where whole numbers lie beside nulls in a
/// library that has no nulls for them, and where there is no value at all.
inline bool is_whole(const Column& column, std::span<const double> numbers) {
    constexpr double beyond = 9'007'199'254'740'992; // 2^53: from here on doubles leave out whole numbers
    for (std::size_t row = 0; row < numbers.size(); ++row) {
        const bool whole = std::abs(numbers[row]) < beyond && std::floor(numbers[row]) == numbers[row];
        if (column.has(row) && !whole) {
            return false;
        }
    }
    return true;
}

/// @param label how messages name the column and its table.
inline BatchColumn batch_column(const Column& column, const std::string& label) {
    BatchColumn made{column.name, {}, column.valid, column.valid_offset, column.owner};
    if (const auto* words = column.as<std::span<const std::string_view>>()) {
        made.data = Texts(*words);
    } else if (const auto* whole = column.as<std::span<const std::int64_t>>()) {
        made.data = *whole;
    } else if (const auto* bytes = column.as<std::span<const std::uint8_t>>()) {
        made.data = *bytes;
    } else if (const auto* numbers = column.as<std::span<const double>>()) {
        if (is_whole(column, *numbers)) {
            std::vector<std::int64_t> values(numbers->size());
            for (std::size_t row = 0; row < values.size(); ++row) {
                values[row] = column.has(row) ? static_cast<std::int64_t>((*numbers)[row]) : 0;
            }
            return rewritten(column, std::move(values));
        }
        made.data = *numbers;
    } else if (const auto* counts = column.as<std::span<const std::uint32_t>>()) {
        return rewritten(column, {counts->begin(), counts->end()});
    } else {
        throw Error(label + " holds days; a moment is wanted, with the time of day");
    }
    return made;
}

} // namespace detail

/// The rows of a frame as one batch; nothing is copied but counts of 32 bits and whole numbers held as doubles.
/// @throws Error where a column of `names` holds days. Other columns are left out.
inline Batches batches_of(const Frame& frame, std::span<const std::string_view> names) {
    Batch batch{{}, frame.rows(), frame.row_number(0)};
    for (const auto name : names) {
        if (const auto* column = frame.find(name)) {
            batch.columns.push_back(
                detail::batch_column(*column, frame.source() + ": column " + quoted(name)));
        }
    }
    return {frame.source(), {std::move(batch)}};
}

} // namespace vermeil
