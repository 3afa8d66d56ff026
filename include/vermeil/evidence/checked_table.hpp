// SPDX-License-Identifier: MIT
#pragma once
// A table while it is checked: what has been found of each of its rows, and the sums of that.

#include <vermeil/core/date.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// What became of the rows of one file: rows = kept + flagged + left_out + blank + passed_over.
struct FileTally {
    std::string table;
    std::string source;
    std::size_t rows = 0;        ///< read, below the headings
    std::size_t kept = 0;        ///< without a doubt
    std::size_t flagged = 0;     ///< kept with a doubt
    std::size_t left_out = 0;    ///< rejected
    std::size_t blank = 0;       ///< nothing in any column that is read
    std::size_t passed_over = 0; ///< about something that is not asked for
};

/// One table with its schema while rules look at it. A finding marks its row; a row that was left out stays so.
///
/// Findings are told as `Rejects` tells them, so that ten million duplicates are counted in little more memory than that of
/// the table.
class CheckedTable {
  public:
    /// @throws Error when a required column is missing.
    CheckedTable(Schema schema, Frame frame)
        : schema_(std::move(schema)), frame_(std::move(frame)), reader_(schema_, frame_),
          marks_(frame_.rows(), Mark::kept) {
        for (std::size_t row = 0; row < marks_.size(); ++row) {
            marks_[row] = reader_.is_blank(row) ? Mark::blank : Mark::kept;
        }
    }
    CheckedTable(const CheckedTable&) = delete;
    CheckedTable& operator=(const CheckedTable&) = delete;

    [[nodiscard]] const Schema& schema() const noexcept { return schema_; }
    [[nodiscard]] const Frame& frame() const noexcept { return frame_; }
    [[nodiscard]] const Reader& reader() const noexcept { return reader_; }
    /// Whether the row is used, with or without a doubt.
    [[nodiscard]] bool is_used(std::size_t row) const { return marks_[row] <= Mark::flagged; }
    /// The position of a field that has a column, or nothing.
    [[nodiscard]] std::optional<std::size_t> position(std::string_view field) const;
    /// The day in a cell; nothing where there is none or it cannot be read.
    [[nodiscard]] std::optional<Date> date(std::size_t field, std::size_t row) const {
        const auto cell = reader_.cell(field, row);
        return cell.empty() ? std::nullopt : read_day(cell);
    }
    /// The row as its reader may call it in a message: `row 7`, with its file where that is another than `beside`'s.
    [[nodiscard]] std::string named(std::size_t row, std::size_t beside) const {
        const auto text = "row " + std::to_string(frame_.row_number(row));
        return frame_.source(row) == frame_.source(beside) ? text : text + " of " + frame_.source(row);
    }

    /// Marks the rows of which rejects tell; those of other tables are not looked at.
    void mark(const Rejects& rejects);
    /// Keeps a row with a doubt and tells it.
    void flag(std::size_t row, std::size_t field, std::string reason, Rejects& findings) {
        marks_[row] = std::max(marks_[row], Mark::flagged);
        reader_.row(row, findings).flag(field, std::move(reason));
    }
    /// What became of the rows, file by file.
    [[nodiscard]] std::vector<FileTally> tallies() const;

  private:
    enum class Mark : std::uint8_t { kept, flagged, left_out, blank };

    Schema schema_;
    Frame frame_;
    Reader reader_;
    std::vector<Mark> marks_;
};

inline std::optional<std::size_t> CheckedTable::position(std::string_view field) const {
    for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
        if (schema_.fields[i].name == field && reader_.column(i) != nullptr) {
            return i;
        }
    }
    return std::nullopt;
}

inline void CheckedTable::mark(const Rejects& rejects) {
    std::map<std::string, std::vector<std::uint64_t>>
        told; // by file: twice the row's number, 1 more where it was left out
    rejects.each_row([&](const std::string& source, std::size_t row, bool kept) {
        told[source].push_back(2 * std::uint64_t{row} + (kept ? 0U : 1U));
    });
    for (auto& [source, rows] : told) {
        std::sort(rows.begin(), rows.end());
    }
    const std::string* source = nullptr;
    const std::vector<std::uint64_t>* rows = nullptr;
    for (std::size_t row = 0; row < marks_.size() && !told.empty(); ++row) {
        if (source != &frame_.source(row)) {
            source = &frame_.source(row);
            const auto found = told.find(*source);
            rows = found == told.end() ? nullptr : &found->second;
        }
        if (rows == nullptr) {
            continue;
        }
        const auto number = 2 * std::uint64_t{frame_.row_number(row)};
        const auto after = std::upper_bound(rows->begin(), rows->end(), number + 1);
        if (after == rows->begin() || *std::prev(after) < number) {
            continue;
        }
        const auto mark = *std::prev(after) == number ? Mark::flagged : Mark::left_out;
        const bool lost = marks_[row] == Mark::blank && mark == Mark::left_out;
        marks_[row] = lost ? Mark::left_out : std::max(marks_[row], mark);
    }
}

inline std::vector<FileTally> CheckedTable::tallies() const {
    const auto& known = frame_.provenance();
    std::vector<FileTally> files(std::max<std::size_t>(known.sources.size(), 1));
    for (std::size_t file = 0; file < files.size(); ++file) {
        files[file].table = schema_.name;
        files[file].source = known.sources.empty() ? frame_.source() : known.sources[file];
        files[file].passed_over = known.passed_over.empty() ? 0 : known.passed_over[file];
        files[file].rows = files[file].passed_over;
    }
    for (std::size_t row = 0; row < marks_.size(); ++row) {
        auto& file = files[known.source_of.empty() ? 0 : known.source_of[row]];
        ++file.rows;
        const auto mark = marks_[row];
        ++(mark == Mark::kept      ? file.kept
           : mark == Mark::flagged ? file.flagged
           : mark == Mark::blank   ? file.blank
                                   : file.left_out);
    }
    return files;
}

} // namespace vermeil
