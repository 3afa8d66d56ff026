// SPDX-License-Identifier: MIT
#pragma once
// Moments of a long table, in UTC, and what is to be said of those that could not be read.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/london_clock.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/id_reader.hpp>
#include <vermeil/evidence/written_moment.hpp>

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
    repeated,   ///< read, as the first of the hour that comes twice
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
            } else {
                throw Error(table.source + ": column " + quoted(name) +
                            " holds no moments; write them as 2024-10-27 01:30, or give timestamps");
            }
        }
    }

    [[nodiscard]] bool is_there() const noexcept { return !columns_.empty(); }
    /// The moments of a batch; where `cell` says that none was read, the number means nothing.
    [[nodiscard]] Moments moments(std::size_t part) const { return parts_[part].moments; }
    [[nodiscard]] MomentCell cell(std::size_t part, std::size_t row) const {
        if (columns_.empty() || !columns_[part]->has(row)) {
            return MomentCell::missing;
        }
        const auto& converted = parts_[part].converted;
        if (converted == nullptr) {
            return MomentCell::read;
        }
        const auto cell = converted->cells[row];
        return cell == MomentCell::unreadable && is_blank(*columns_[part], row) ? MomentCell::missing : cell;
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
    struct Converted {
        std::vector<std::int64_t> seconds;
        std::vector<MomentCell> cells;
    };
    struct Part {
        Moments moments;
        std::shared_ptr<const Converted> converted;
    };

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
