// SPDX-License-Identifier: MIT
#pragma once
// Named columns of one length: the form in which every table comes in and goes out.

#include <vermeil/core/coded.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/provenance.hpp>
#include <vermeil/core/texts.hpp>

#include <algorithm>
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

/// Days since 1970-01-01, one a row.
struct Days {
    std::span<const std::int32_t> values;
};

/// One column of a table. It looks at memory that `owner` keeps alive, so passing it on copies no number.
///
/// `valid` marks with a bit per row (least significant bit first, beginning at bit `valid_offset`) where there
/// is a value; a null pointer means everywhere. Truth values are held as 0 and 1 whole numbers. Words are views, unless
/// whoever reads or writes a long table asks for texts where they lie and for words by their places.
struct Column {
    using Data =
        std::variant<std::span<const double>, std::span<const std::int64_t>, std::span<const std::uint32_t>,
                     std::span<const std::uint8_t>, std::span<const std::string_view>, Days, Texts, Coded>;

    std::string name;
    Data data;
    const std::uint8_t* valid = nullptr;
    std::size_t valid_offset = 0;
    std::shared_ptr<const void> owner = nullptr;

    [[nodiscard]] std::size_t size() const noexcept {
        return std::visit(
            [](const auto& part) {
                if constexpr (requires { part.values; }) {
                    return part.values.size();
                } else {
                    return part.size();
                }
            },
            data);
    }

    /// Whether the row holds a value; false for a null.
    [[nodiscard]] bool has(std::size_t row) const noexcept {
        const auto bit = valid_offset + row;
        return valid == nullptr || ((valid[bit / 8] >> (bit % 8)) & 1U) != 0;
    }

    /// The numbers, words or days when the column is of that kind, else null.
    template <class Part> [[nodiscard]] const Part* as() const noexcept { return std::get_if<Part>(&data); }
};

/// Makes a column that owns its numbers (double, int64, uint32 or uint8).
template <class Number, class Memory = std::allocator<Number>>
Column number_column(std::string name, std::vector<Number, Memory> values) {
    auto owner = std::make_shared<const std::vector<Number, Memory>>(std::move(values));
    return {std::move(name), std::span<const Number>(*owner), nullptr, 0, owner};
}

/// Makes a column that owns its words.
inline Column text_column(std::string name, std::vector<std::string> values) {
    struct Words {
        std::vector<std::string> text;
        std::vector<std::string_view> views;
    };
    auto owner = std::make_shared<Words>();
    owner->text = std::move(values);
    owner->views.assign(owner->text.begin(), owner->text.end());
    return {std::move(name), std::span<const std::string_view>(owner->views), nullptr, 0, owner};
}

/// A table: columns of one length, where it came from, and the number of its first row there.
///
/// @throws Error when the columns differ in length or two bear one name.
class Frame {
  public:
    /// `first_row` is the number under which the source knows row 0: 2 for a file whose first line is the header.
    Frame(std::string source, std::vector<Column> columns, std::size_t first_row = 2)
        : source_(std::move(source)), columns_(std::move(columns)), first_row_(first_row) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].size() != columns_.front().size()) {
                throw Error(source_ + ": column " + quoted(columns_[i].name) + " has " +
                            std::to_string(columns_[i].size()) + " rows and column " +
                            quoted(columns_.front().name) + " has " +
                            std::to_string(columns_.front().size()));
            }
            if (find(columns_[i].name) != &columns_[i]) {
                throw Error(source_ + ": two columns are named " + quoted(columns_[i].name));
            }
        }
    }

    /// The same table with what its reader knows of its rows.
    /// @throws Error when the parts of the provenance differ in length from the rows, columns or files.
    [[nodiscard]] Frame with(Provenance provenance) const;
    /// The same table, of some columns of which its source writes cells otherwise: `texts` has them as they stand there, under the
    /// same names, and nothing where a cell is as its source has it.
    /// @throws Error when `texts` has another number of rows.
    [[nodiscard]] Frame showing(const Frame& texts) const;

    /// The name of the whole table; of one that came out of several files, a name for them all.
    [[nodiscard]] const std::string& source() const noexcept { return source_; }
    /// The file in which a row stands.
    [[nodiscard]] const std::string& source(std::size_t row) const noexcept {
        const auto& known = *provenance_;
        return known.source_of.empty() ? source_ : known.sources[known.source_of[row]];
    }
    /// What its reader knows beyond the columns.
    [[nodiscard]] const Provenance& provenance() const noexcept { return *provenance_; }
    [[nodiscard]] const std::vector<Column>& columns() const noexcept { return columns_; }
    [[nodiscard]] std::size_t rows() const noexcept { return columns_.empty() ? 0 : columns_.front().size(); }
    /// The number of a row in its source, for messages.
    [[nodiscard]] std::size_t row_number(std::size_t row) const noexcept {
        return provenance_->row_numbers.empty() ? first_row_ + row : provenance_->row_numbers[row];
    }
    /// What its source calls a column of the table.
    [[nodiscard]] const std::string& label(const Column& column) const noexcept {
        const auto place = static_cast<std::size_t>(&column - columns_.data());
        const auto& labels = provenance_->labels;
        return labels.empty() || labels[place].empty() ? column.name : labels[place];
    }

    /// The column of that name, or null.
    [[nodiscard]] const Column* find(std::string_view name) const noexcept { return find(columns_, name); }
    /// What the source has in a cell of a column, where that is another text than the cell's: the column of those texts, or null.
    [[nodiscard]] const Column* find_shown(std::string_view name, std::size_t row) const noexcept {
        const auto* column = shown_ == nullptr ? nullptr : find(*shown_, name);
        return column != nullptr && column->has(row) ? column : nullptr;
    }

  private:
    static const Column* find(const std::vector<Column>& columns, std::string_view name) noexcept {
        for (const auto& column : columns) {
            if (column.name == name) {
                return &column;
            }
        }
        return nullptr;
    }

    std::string source_;
    std::vector<Column> columns_;
    std::size_t first_row_;
    std::shared_ptr<const Provenance> provenance_ = std::make_shared<const Provenance>();
    std::shared_ptr<const std::vector<Column>> shown_ = nullptr;
};

inline Frame Frame::with(Provenance provenance) const {
    const auto fits = [](std::size_t length, std::size_t wanted) { return length == 0 || length == wanted; };
    const auto files = std::max<std::size_t>(provenance.sources.size(), 1);
    if (!fits(provenance.source_of.size(), rows()) || !fits(provenance.row_numbers.size(), rows()) ||
        !fits(provenance.labels.size(), columns_.size()) || !fits(provenance.passed_over.size(), files)) {
        throw Error(source_ + ": what is known of its rows does not fit its " + std::to_string(rows()) +
                    " rows");
    }
    for (const auto file : provenance.source_of) {
        if (file >= provenance.sources.size()) {
            throw Error(source_ + ": a row stands in file " + std::to_string(file + 1) + " of " +
                        std::to_string(provenance.sources.size()));
        }
    }
    auto made = *this;
    made.provenance_ = std::make_shared<const Provenance>(std::move(provenance));
    return made;
}

inline Frame Frame::showing(const Frame& texts) const {
    if (texts.rows() != rows()) {
        throw Error(source_ + ": its source shows " + std::to_string(texts.rows()) + " rows of " +
                    std::to_string(rows()));
    }
    auto made = *this;
    made.shown_ = std::make_shared<const std::vector<Column>>(texts.columns());
    return made;
}

} // namespace vermeil
