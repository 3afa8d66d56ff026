// SPDX-License-Identifier: MIT
#pragma once
// Which rows of a log a part has counted, so that a row that stands in two parts is not counted twice.

#include <vermeil/core/bytes.hpp>
#include <vermeil/core/code_table.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/id_value.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_doubles.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// The rows of one service that were counted, each as 64 bits that are the same for rows that say the same: person,
/// worker, planned start and length, actual times and marks, as `check_duplicates` compares them.
///
/// In a whole log a row that stands twice counts once. Of parts, only who knows the rows can tell; so a tally keeps them
/// and refuses what it cannot put together. Two different rows have the same bits once in 10^19 pairs: among a hundred
/// million rows of one service a part is refused without need once in some thousand times; never is one counted twice.
class CountedRows {
  public:
    CountedRows() = default;
    /// These rows, in any order.
    explicit CountedRows(std::vector<std::uint64_t> rows) : rows_(std::move(rows)) {
        std::sort(rows_.begin(), rows_.end());
    }

    friend bool operator==(const CountedRows&, const CountedRows&) = default;

    /// The rows, in rising order.
    [[nodiscard]] const std::vector<std::uint64_t>& rows() const noexcept { return rows_; }

    /// Adds those of another part of the same service.
    /// @throws Error when both have the same row.
    void merge(const CountedRows& other) {
        const auto middle = static_cast<std::ptrdiff_t>(rows_.size());
        rows_.insert(rows_.end(), other.rows_.begin(), other.rows_.end());
        std::inplace_merge(rows_.begin(), rows_.begin() + middle, rows_.end());
        if (std::adjacent_find(rows_.begin(), rows_.end()) != rows_.end()) {
            throw Error("the same row of a log of visits stands in two parts, and would be counted twice; "
                        "no part may repeat a row of another: split a log by service, by person or by day, "
                        "or take the parts that share rows as one");
        }
    }

  private:
    std::vector<std::uint64_t> rows_;
};

namespace detail {

/// The bits of an id, the same on every machine.
inline std::uint64_t bits_of(const IdValue& id) noexcept {
    if (const auto* number = std::get_if<std::int64_t>(&id)) {
        return mixed(static_cast<std::uint64_t>(*number));
    }
    std::uint64_t bits = 14695981039346656037U; // FNV-1a
    for (const char each : std::get<std::string>(id)) {
        bits = (bits ^ static_cast<unsigned char>(each)) * 1099511628211U;
    }
    return mixed(bits + 1);
}
inline std::vector<std::uint64_t> bits_of(const IdColumn& ids) {
    std::vector<std::uint64_t> bits(ids.size());
    for (std::size_t code = 0; code < bits.size(); ++code) {
        bits[code] = bits_of(ids.id(code));
    }
    return bits;
}

/// The counted rows of each service of a log by its code; none where the log was not searched for rows that stand
/// twice, for then those count twice in the whole as well.
inline std::vector<CountedRows> counted_rows(const VisitLog& log, std::size_t threads) {
    std::vector<std::vector<std::uint64_t>> rows(log.service.size());
    if (log.is_free_of_doubles) {
        const auto people = bits_of(log.person);
        const auto workers = bits_of(log.worker);
        const auto pair = [](auto high, auto low) {
            return std::uint64_t{static_cast<std::uint32_t>(high)} << 32U | static_cast<std::uint32_t>(low);
        };
        const auto unnamed = log.worker.find("");
        BlockOf<std::uint32_t> codes;
        each_block(log, 0, log.rows(), [&](const VisitBlock& block) {
            block.read(log.person, codes);
            each_attendance(log, block, 0, codes, unnamed,
                            [&](std::uint32_t person, const AttendanceRow& row) {
                                auto bits = mixed(people[person] ^ pair(row.start, row.length));
                                bits = mixed(bits + (row.worker == no_worker ? 0 : workers[row.worker]));
                                bits = mixed(bits ^ pair(row.late, row.lasted));
                                rows[row.service].push_back(mixed(bits + row.mark));
                            });
        });
    }
    std::vector<CountedRows> made(rows.size());
    on_threads(threads, [&](std::size_t share) {
        for (auto code = share_begin(rows.size(), share, threads);
             code < share_begin(rows.size(), share + 1, threads); ++code) {
            made[code] = CountedRows(std::move(rows[code]));
        }
    });
    return made;
}

inline void write(ByteWriter& out, const CountedRows& counted) {
    out.put(std::uint64_t{counted.rows().size()});
    for (const auto row : counted.rows()) {
        out.put(row);
    }
}
inline CountedRows read_counted_rows(ByteReader& in) {
    std::vector<std::uint64_t> rows(in.count(sizeof(std::uint64_t)));
    for (auto& row : rows) {
        row = in.number<std::uint64_t>();
    }
    return CountedRows(std::move(rows));
}

} // namespace detail

} // namespace vermeil
