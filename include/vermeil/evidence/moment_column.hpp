// SPDX-License-Identifier: MIT
#pragma once
// Moments of a long table, in UTC, and what is to be said of those that could not be read.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/fetch_ahead.hpp>
#include <vermeil/core/london_clock.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/id_reader.hpp>
#include <vermeil/evidence/written_moment.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// What became of one cell that holds a moment.
enum class MomentCell : std::uint8_t {
    read,
    repeated, ///< read, as the first of the hour that comes twice
    missing,
    unreadable, ///< no moment
    skipped,    ///< an hour that never came
    unknown,    ///< outside the years that London's clock or the columns know
};

/// One column of moments in all batches. Moments of UTC are looked at where they lie; local ones and texts are
/// converted to seconds of UTC. A moment without a zone is London's.
class MomentColumn {
  public:
    /// A column that is not there: every cell is missing.
    MomentColumn() = default;
    /// @throws Error when a batch lacks the column, or it holds something else than moments and texts.
    MomentColumn(const Batches& table, std::string_view name, std::size_t threads)
        : columns_(column_of_all(table, name)) {
        for (std::size_t part = 0; part < columns_.size(); ++part) {
            const auto& data = columns_[part]->data;
            const auto* moments = std::get_if<Moments>(&data);
            if (moments != nullptr && !moments->is_local) {
                parts_.push_back({*moments, nullptr});
            } else if (moments != nullptr) {
                parts_.push_back(converted(table.parts[part].rows, threads, [&](std::size_t row) {
                    return WrittenMoment{floor_seconds(*moments, row), false};
                }));
            } else if (const auto* texts = std::get_if<Texts>(&data)) {
                parts_.push_back(read_texts(table.parts[part].rows, threads, *columns_[part], *texts));
            } else if (!columns_[part]->has_any(table.parts[part].rows)) {
                parts_.push_back(converted(table.parts[part].rows, threads,
                                           [](std::size_t) { return std::optional<WrittenMoment>(); }));
            } else {
                throw TableError(table.source, std::string(name),
                                 "column " + quoted(name) +
                                     " holds no moments; write them as 2024-10-27 01:30, or give timestamps");
            }
        }
    }

    [[nodiscard]] bool is_there() const noexcept { return !columns_.empty(); }
    /// The moments of a batch; where `cell` says that none was read, the number means nothing.
    [[nodiscard]] Moments moments(std::size_t part) const { return parts_[part].moments; }
    /// Writes what became of some rows of a batch, and says whether every one was read. A moment before 1996 or from
    /// 2106 on is unknown: 32 bits of seconds hold the years between.
    bool cells(std::size_t part, std::size_t first, std::size_t count, MomentCell* cells) const {
        if (columns_.empty()) {
            std::fill_n(cells, count, MomentCell::missing);
            return false;
        }
        const auto& moments = parts_[part].moments;
        const auto* const values = moments.values.data() + first;
        const auto least = first_second * moments.units_per_second;
        const auto after = last_second * moments.units_per_second;
        const auto& column = *columns_[part];
        std::int64_t outside = 0; // negative as soon as one lies before the least or not before the last
        for (std::size_t i = 0; i < count; ++i) {
            outside |= static_cast<std::int64_t>(static_cast<std::uint64_t>(values[i]) -
                                                 static_cast<std::uint64_t>(least)) |
                       static_cast<std::int64_t>(static_cast<std::uint64_t>(after - 1) -
                                                 static_cast<std::uint64_t>(values[i]));
        }
        fetch_ahead(moments.values, first, count);
        if (parts_[part].converted == nullptr) {
            const bool all = direct_cells(column, first, count, cells);
            return outside >= 0 ? all : without_unknown(values, least, after, count, cells) && all;
        }
        bool all = true;
        for (std::size_t i = 0; i < count; ++i) {
            cells[i] = cell(part, first + i, values[i] >= least && values[i] < after);
            all &= cells[i] == MomentCell::read;
        }
        return all;
    }
    /// Takes a cell that shows the hour that comes twice as the second of the two, in the moments that were given out too;
    /// says whether it does.
    [[nodiscard]] bool take_second(std::size_t part, std::size_t row) const {
        const bool is_repeated = !columns_.empty() && cell(part, row, true) == MomentCell::repeated;
        if (is_repeated) {
            parts_[part].converted->seconds[row] += 3600;
        }
        return is_repeated;
    }
    /// Who keeps the moments alive.
    [[nodiscard]] std::vector<std::shared_ptr<const void>> owners() const {
        std::vector<std::shared_ptr<const void>> all;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            all.push_back(columns_[part]->owner);
            all.push_back(parts_[part].converted);
        }
        return all;
    }

  private:
    static constexpr std::int64_t first_second = 820'454'400;  // 1996-01-01
    static constexpr std::int64_t last_second = 4'291'747'200; // 2106-01-01

    struct Converted {
        std::vector<std::int64_t> seconds;
        std::vector<MomentCell> cells;
    };
    struct Part {
        Moments moments;
        std::shared_ptr<Converted> converted;
    };

    /// Marks the cells that were read and lie outside the years; says whether there are none.
    static bool without_unknown(const std::int64_t* values, std::int64_t least, std::int64_t after,
                                std::size_t count, MomentCell* cells) {
        const auto span = static_cast<std::uint64_t>(after) - static_cast<std::uint64_t>(least);
        bool none = true;
        for (std::size_t i = 0; i < count; ++i) {
            const auto beyond = static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(least);
            const bool is_unknown = beyond >= span && cells[i] == MomentCell::read;
            cells[i] = is_unknown ? MomentCell::unknown : cells[i];
            none &= !is_unknown;
        }
        return none;
    }
    /// The cells of moments that lie where the source has them, in whatever year.
    static bool direct_cells(const BatchColumn& column, std::size_t first, std::size_t count,
                             MomentCell* cells) {
        if (column.valid == nullptr) {
            std::fill_n(cells, count, MomentCell::read);
            return true;
        }
        column.read_valid(first, count, reinterpret_cast<std::uint8_t*>(cells));
        std::uint8_t all = 1;
        for (std::size_t i = 0; i < count; ++i) {
            const auto has = static_cast<std::uint8_t>(cells[i]);
            all &= has;
            cells[i] = has != 0 ? MomentCell::read : MomentCell::missing;
        }
        return all != 0;
    }
    /// What became of a cell that lies within the years or not.
    [[nodiscard]] MomentCell cell(std::size_t part, std::size_t row, bool within) const {
        const auto& column = *columns_[part];
        const auto& converted = parts_[part].converted;
        if (!column.has(row)) {
            return MomentCell::missing;
        }
        const auto cell = converted == nullptr ? MomentCell::read : converted->cells[row];
        if (cell == MomentCell::read || cell == MomentCell::repeated) {
            return within ? cell : MomentCell::unknown;
        }
        return cell == MomentCell::unreadable && is_blank(column, row) ? MomentCell::missing : cell;
    }
    static bool is_blank(const BatchColumn& column, std::size_t row) {
        const auto* texts = column.as<Texts>();
        return texts != nullptr && trimmed((*texts)[row]).empty();
    }
    static std::int64_t floor_seconds(const Moments& moments, std::size_t row) {
        const auto value = moments.values[row];
        const auto whole = value / moments.units_per_second;
        return whole - static_cast<std::int64_t>(value % moments.units_per_second < 0);
    }

    /// Reads every row; `read(row)` gives what the cell shows, or nothing where it shows none.
    template <class Read> static Part converted(std::size_t rows, std::size_t threads, const Read& read) {
        const auto made = std::make_shared<Converted>(
            Converted{std::vector<std::int64_t>(rows), std::vector<MomentCell>(rows)});
        on_threads(threads, [&](std::size_t share) {
            LondonClock clock;
            for (auto row = share_begin(rows, share, threads); row < share_begin(rows, share + 1, threads);
                 ++row) {
                const std::optional<WrittenMoment> shown = read(row);
                if (!shown) {
                    made->cells[row] = MomentCell::unreadable;
                    continue;
                }
                auto reading = LondonClock::Reading{shown->seconds, ClockHour::plain};
                if (!shown->has_offset) {
                    reading = clock.moment(shown->seconds);
                }
                made->seconds[row] = reading.utc_seconds;
                made->cells[row] = cell_of(reading.said);
            }
        });
        return {{made->seconds, 1, false}, made};
    }
    static Part read_texts(std::size_t rows, std::size_t threads, const BatchColumn& column,
                           const Texts& texts) {
        return converted(rows, threads, [&](std::size_t row) -> std::optional<WrittenMoment> {
            return column.has(row) ? read_moment(trimmed(texts[row])) : std::nullopt;
        });
    }
    static MomentCell cell_of(ClockHour said) {
        switch (said) {
        case ClockHour::repeated:
            return MomentCell::repeated;
        case ClockHour::skipped:
            return MomentCell::skipped;
        case ClockHour::unknown:
            return MomentCell::unknown;
        default:
            return MomentCell::read;
        }
    }

    std::vector<const BatchColumn*> columns_;
    std::vector<Part> parts_;
};

} // namespace vermeil::detail
