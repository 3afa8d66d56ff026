// SPDX-License-Identifier: MIT
#pragma once
// The doubtful rows of a log of visits, told as those of every other table.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/date.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/word_column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

/// A moment as `2024-10-27 08:30:05`, with `Z` where it is of UTC.
inline std::string moment_text(const Moments& moments, std::size_t row) {
    constexpr std::int64_t day = 86'400;
    const auto units = moments.units_per_second;
    const auto value = moments.values[row];
    const auto seconds = value / units - static_cast<std::int64_t>(value % units < 0);
    const auto days = seconds / day - static_cast<std::int64_t>(seconds % day < 0);
    if (days < day_number(Date(1400, 1, 1)) || days > day_number(Date(9999, 12, 31))) {
        return std::to_string(value);
    }
    const auto within = seconds - days * day;
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return to_string(date_of(static_cast<std::int32_t>(days))) + " " + two(within / 3600) + ":" +
           two(within / 60 % 60) + ":" + two(within % 60) + (moments.is_local ? "" : "Z");
}

/// A cell as its source would write it; empty for a null.
inline std::string cell_text(const BatchColumn& column, std::size_t row) {
    if (!column.has(row)) {
        return {};
    }
    return std::visit(
        [row]<class Data>(const Data& data) -> std::string {
            if constexpr (std::is_same_v<Data, Moments>) {
                return moment_text(data, row);
            } else if constexpr (std::is_same_v<Data, Texts>) {
                return std::string(trimmed(data[row]));
            } else if constexpr (std::is_same_v<Data, Coded>) {
                return std::string(trimmed(data.words[data.places[row]]));
            } else if constexpr (std::is_same_v<Data, std::span<const double>>) {
                return shortest(data[row]);
            } else {
                return std::to_string(data[row]);
            }
        },
        column.data);
}

} // namespace detail

/// Doubts with the rows' numbers in the source and the values that they are about.
class VisitRejects {
  public:
    explicit VisitRejects(const VisitLog& log) : log_(&log) {
        std::uint64_t first = 0;
        for (const auto& part : log.table->parts) {
            firsts_.push_back(first);
            first += part.rows;
        }
    }

    /// Whether a row of the log has nothing in any column that is read.
    [[nodiscard]] bool is_blank(std::uint64_t row_of_log) const {
        const auto [part, row] = place(row_of_log);
        const auto& columns = log_->table->parts[part].columns;
        return std::all_of(columns.begin(), columns.end(), [row = row](const auto& column) {
            return detail::cell_text(column, row).empty();
        });
    }
    /// A doubt is told as one that leaves the row out where any other does.
    [[nodiscard]] Reject of(const VisitFault& fault) const {
        const auto& field = visits_schema().fields.at(fault.field);
        const auto [part, row] = place(fault.row);
        const auto& batch = log_->table->parts[part];
        const auto* const column = batch.find(field.name);
        return {log_->table->source,
                batch.first_row + row,
                field.name,
                column == nullptr ? "" : detail::cell_text(*column, row),
                reason(fault.doubt, field),
                fault.kept && !log_->is_left_out(fault.row),
                field.personal};
    }

  private:
    /// The batch in which a row of the log lies, and its place there.
    [[nodiscard]] std::pair<std::size_t, std::size_t> place(std::uint64_t row) const {
        const auto after = std::upper_bound(firsts_.begin(), firsts_.end(), row);
        const auto part = static_cast<std::size_t>(std::distance(firsts_.begin(), after)) - 1;
        return {part, static_cast<std::size_t>(row - firsts_[part])};
    }
    static std::string reason(VisitDoubt doubt, const Field& field) {
        return doubt == VisitDoubt::not_a_word
                   ? "not one of " + one_of(detail::WordColumn::allowed_words(field))
                   : to_string(doubt);
    }

    const VisitLog* log_;
    std::vector<std::uint64_t> firsts_; ///< rows of the log with which its parts begin
};

/// All doubts about a log.
inline std::vector<Reject> rejects_of(const VisitLog& log) {
    const VisitRejects rejects(log);
    std::vector<Reject> made;
    made.reserve(log.faults.size());
    for (const auto& fault : log.faults) {
        made.push_back(rejects.of(fault));
    }
    return made;
}

/// How many rows of a log were read, and what became of them; `kept` + `doubtful` + `left_out` are `read`.
struct VisitRows {
    std::size_t read = 0;
    std::size_t kept = 0;     ///< without a doubt
    std::size_t doubtful = 0; ///< kept with a doubt
    std::size_t left_out = 0;
};

/// Counts the rows of a log.
inline VisitRows rows_of(const VisitLog& log) {
    VisitRows rows{log.rows()};
    for (const auto& part : log.parts) {
        for (const auto mark : part.marks) {
            rows.left_out += static_cast<std::size_t>((mark & VisitMark::status_bits) == VisitMark::left_out);
        }
    }
    std::vector<std::uint64_t> doubtful;
    for (const auto& fault : log.faults) {
        if (!log.is_left_out(fault.row)) {
            doubtful.push_back(fault.row);
        }
    }
    std::sort(doubtful.begin(), doubtful.end());
    rows.doubtful = static_cast<std::size_t>(
        std::distance(doubtful.begin(), std::unique(doubtful.begin(), doubtful.end())));
    rows.kept = rows.read - rows.doubtful - rows.left_out;
    return rows;
}

} // namespace vermeil
