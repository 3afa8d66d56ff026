// SPDX-License-Identifier: MIT
#pragma once
// Reads a table row by row against its schema; what does not fit becomes a reject.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/misread.hpp>
#include <vermeil/core/money.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/core/wording.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// One row while it is read. Each getter returns nothing and notes a reject where the cell does not fit;
/// an empty cell of an optional column is nothing without a reject.
class RowReader {
  public:
    RowReader(const class Reader& reader, std::size_t row, Rejects& rejects)
        : reader_(&reader), row_(row), rejects_(&rejects) {}

    /// The cell as text; any kind of column.
    std::optional<std::string> text(std::size_t field);
    /// The cell as one of the words that its field allows, folded.
    std::optional<std::string> word(std::size_t field);
    std::optional<std::uint32_t> whole(std::size_t field);
    std::optional<double> number(std::size_t field);
    std::optional<Date> date(std::size_t field);
    std::optional<Quarter> quarter(std::size_t field);
    std::optional<Money> money(std::size_t field);
    std::optional<bool> truth(std::size_t field);
    template <class IdType> std::optional<IdType> id(std::size_t field) {
        const auto given = text(field);
        if (given && !IdType::is_valid(*given)) {
            reject(field, "not an id: it holds control characters");
            return std::nullopt;
        }
        return given ? std::optional(IdType(*given)) : std::nullopt;
    }

    /// False as soon as one cell was refused: leave the row out.
    [[nodiscard]] bool ok() const noexcept { return ok_; }
    /// Notes a fault of this row and leaves the row out.
    void reject(std::size_t field, std::string reason) { note(field, std::move(reason), false); }
    /// Notes a fault of this row and keeps the row.
    void flag(std::size_t field, std::string reason) { note(field, std::move(reason), true); }

  private:
    void note(std::size_t field, std::string reason, bool kept);
    template <class Read> auto parsed(std::size_t field, Read read, const char* reason,
                                      std::string (*hint)(std::string_view) = detail::number_hint)
        -> decltype(read(std::string_view{}));

    const Reader* reader_;
    std::size_t row_;
    Rejects* rejects_;
    bool ok_ = true;
};

/// A table and its schema, ready to be read. Columns that the schema does not know are left alone.
///
/// @throws TableError when a required column is missing; the message lists the columns that are there.
class Reader {
  public:
    Reader(const Schema& schema, const Frame& frame) : schema_(&schema), frame_(&frame) {
        for (const auto& field : schema.fields) {
            const Column* column = frame.find(field.name);
            if (column == nullptr && field.required) {
                throw TableError(frame.source(), field.name, missing_column(field.name));
            }
            columns_.push_back(column);
        }
    }

    [[nodiscard]] std::size_t rows() const noexcept { return frame_->rows(); }
    [[nodiscard]] const Frame& frame() const noexcept { return *frame_; }
    /// What the schema says of a field.
    [[nodiscard]] const Field& field(std::size_t position) const { return schema_->fields.at(position); }
    /// The column of a field, or null where an optional one is not there.
    [[nodiscard]] const Column* column(std::size_t position) const { return columns_.at(position); }
    [[nodiscard]] RowReader row(std::size_t row, Rejects& rejects) const { return {*this, row, rejects}; }

    /// Whether every cell of the row is empty, as people leave rows in spreadsheets; such a row says nothing.
    [[nodiscard]] bool is_blank(std::size_t row) const {
        for (std::size_t position = 0; position < columns_.size(); ++position) {
            if (!cell(position, row).empty()) {
                return false;
            }
        }
        return true;
    }

    /// The cell as text: empty for a null or a column that is not there.
    [[nodiscard]] std::string cell(std::size_t position, std::size_t row) const;

  private:
    [[nodiscard]] std::string missing_column(std::string_view name) const {
        std::vector<std::string> names;
        for (const auto& column : frame_->columns()) {
            names.push_back(column.name);
        }
        auto text = "no column " + quoted(name) + "; it has " + one_of(names);
        if (names.size() == 1 && names.front().find_first_of(";\t|") != std::string::npos) {
            text += ", which looks like a table with another separator: save it with commas";
        }
        return text;
    }

    const Schema* schema_;
    const Frame* frame_;
    std::vector<const Column*> columns_;
};

namespace detail {

/// A cell of any kind of column as text, without blanks at its ends; empty for a null.
inline std::string cell_text(const Column& column, std::size_t row) {
    if (!column.has(row)) {
        return {};
    }
    if (const auto* words = column.as<std::span<const std::string_view>>()) {
        return std::string(trimmed((*words)[row]));
    }
    if (const auto* days = column.as<Days>()) {
        return to_string(date_of(days->values[row]));
    }
    if (const auto* numbers = column.as<std::span<const double>>()) {
        return shortest((*numbers)[row]);
    }
    if (const auto* whole = column.as<std::span<const std::int64_t>>()) {
        return std::to_string((*whole)[row]);
    }
    if (const auto* counts = column.as<std::span<const std::uint32_t>>()) {
        return std::to_string((*counts)[row]);
    }
    if (const auto* texts = column.as<Texts>()) {
        return std::string(trimmed((*texts)[row]));
    }
    if (const auto* coded = column.as<Coded>()) {
        return std::string(trimmed((*coded)[row]));
    }
    return std::to_string(std::get<std::span<const std::uint8_t>>(column.data)[row]);
}

inline std::optional<std::uint32_t> count_of(std::string_view text) {
    const auto value = finite_number(text);
    const bool good = value && *value >= 0 && *value <= 4294967295.0 && std::floor(*value) == *value;
    return good ? std::optional(static_cast<std::uint32_t>(*value)) : std::nullopt;
}

inline std::optional<bool> truth_of(std::string_view text) {
    const auto word = folded(text);
    if (word == "yes" || word == "true" || word == "1") {
        return true;
    }
    return word == "no" || word == "false" || word == "0" ? std::optional(false) : std::nullopt;
}

inline std::optional<Money> money_of(std::string_view text) {
    try {
        return Money::parse(text);
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace detail

inline std::string Reader::cell(std::size_t position, std::size_t row) const {
    const Column* column = columns_.at(position);
    return column == nullptr ? std::string() : detail::cell_text(*column, row);
}

inline void RowReader::note(std::size_t field, std::string reason, bool kept) {
    const auto& about = reader_->field(field);
    const auto& frame = reader_->frame();
    const auto* column = reader_->column(field);
    const auto* shown = frame.find_shown(about.name, row_);
    rejects_->push_back({frame.source(row_), frame.row_number(row_),
                         column == nullptr ? about.name : frame.label(*column),
                         shown == nullptr ? reader_->cell(field, row_) : detail::cell_text(*shown, row_),
                         std::move(reason), kept, about.personal});
    ok_ = ok_ && kept;
}

template <class Read> auto RowReader::parsed(std::size_t field, Read read, const char* reason,
                                             std::string (*hint)(std::string_view))
    -> decltype(read(std::string_view{})) {
    const auto given = text(field);
    if (!given) {
        return std::nullopt;
    }
    auto value = read(std::string_view(*given));
    if (!value) {
        reject(field, reason + hint(*given));
    }
    return value;
}

inline std::optional<std::string> RowReader::text(std::size_t field) {
    auto cell = reader_->cell(field, row_);
    if (!cell.empty()) {
        return cell;
    }
    if (reader_->field(field).required) {
        reject(field, "empty, and this column must be filled");
    }
    return std::nullopt;
}

inline std::optional<std::string> RowReader::word(std::size_t field) {
    const auto given = text(field);
    if (!given) {
        return std::nullopt;
    }
    for (const auto& allowed : reader_->field(field).allowed) {
        if (folded(*given) == folded(allowed)) {
            return allowed;
        }
    }
    reject(field, "not one of " + one_of(reader_->field(field).allowed));
    return std::nullopt;
}

inline std::optional<std::uint32_t> RowReader::whole(std::size_t field) {
    return parsed(field, detail::count_of, "not a whole number of 0 or more");
}
inline std::optional<double> RowReader::number(std::size_t field) {
    return parsed(field, detail::finite_number, "not a number");
}
inline std::optional<Date> RowReader::date(std::size_t field) {
    return parsed(field, read_day, "not a date; write it as 2024-10-01", detail::date_hint);
}
inline std::optional<Quarter> RowReader::quarter(std::size_t field) {
    return parsed(field, read_quarter, "not a quarter; write it as 2024-25 Q3 or 2024 Q4");
}
inline std::optional<Money> RowReader::money(std::size_t field) {
    return parsed(field, detail::money_of,
                  "not an amount in pounds; write it as 13.50, with at most four decimals");
}
inline std::optional<bool> RowReader::truth(std::size_t field) {
    return parsed(field, detail::truth_of, "not 'yes' or 'no'");
}

} // namespace vermeil
