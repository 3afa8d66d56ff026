// SPDX-License-Identifier: MIT
#pragma once
// What a check says of a log of visits: what became of the rows of each file, and why, however many they are.

#include <vermeil/core/rejects.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/checked_table.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_file.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/visit_rejects.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// Faults of one kind: the first of them, and how many there are.
struct VisitReason {
    Reject first;
    std::size_t rows = 0;
    std::vector<std::size_t> first_rows{}; ///< the numbers of the first few
};

/// The faults of a log with the files, rows and columns that people know. Each is worded only when it is asked for, so that
/// ten million of them take the memory of sixteen bytes each.
class VisitReport {
  public:
    /// How many rows of one reason are listed where not all are wanted.
    static constexpr std::size_t most_told = Rejects::most_told;

    /// @param files in the order of the log's rows; none where the log's table is named and numbered as it is.
    VisitReport(std::shared_ptr<const VisitLog> log, std::vector<VisitFile> files)
        : log_(std::move(log)), rejects_(*log_), files_(std::move(files)) {
        std::size_t end = 0;
        for (const auto& file : files_) {
            end += file.rows;
            ends_.push_back(end);
        }
    }

    /// How many faults the log has; some are of blank rows, of which nothing is told.
    [[nodiscard]] std::size_t size() const noexcept { return log_->faults.size(); }
    /// What was told by the readers of the files.
    [[nodiscard]] Rejects of_readers() const {
        Rejects all;
        for (const auto& file : files_) {
            all.append(file.faults);
        }
        return all;
    }
    /// The faults from one position to another, in the order of rows.
    [[nodiscard]] std::vector<Reject> between(std::size_t begin, std::size_t end) const {
        std::vector<Reject> some;
        for (auto at = begin; at < std::min(end, size()); ++at) {
            if (const auto& fault = log_->faults[at]; !is_of_blank(fault)) {
                some.push_back(told(fault));
            }
        }
        return some;
    }
    /// At most so many of each reason, and where there are more, one at the end that says how many.
    [[nodiscard]] std::vector<Reject> some(std::size_t most = most_told) const;
    /// The reasons, the most frequent first, those of the files' readers left aside.
    [[nodiscard]] std::vector<VisitReason> reasons(std::size_t first_rows = 5) const;
    /// What became of the rows of each file.
    [[nodiscard]] std::vector<FileTally> tallies() const;

  private:
    struct Kind {
        std::size_t file;
        std::uint8_t field;
        VisitDoubt doubt;
        bool kept;
        friend auto operator<=>(const Kind&, const Kind&) = default;
    };

    /// The file in which a row of the log stands, counted from 0; 0 where there are none.
    [[nodiscard]] std::size_t file_of(std::uint64_t row) const {
        const auto found = std::upper_bound(ends_.begin(), ends_.end(), row);
        return static_cast<std::size_t>(std::distance(ends_.begin(), found));
    }
    [[nodiscard]] Kind kind_of(const VisitFault& fault) const {
        return {files_.empty() ? 0 : file_of(fault.row), fault.field, fault.doubt,
                fault.kept && !log_->is_left_out(fault.row)};
    }
    /// The fault as its file knows it.
    [[nodiscard]] Reject told(const VisitFault& fault) const {
        auto reject = rejects_.of(fault);
        if (!files_.empty()) {
            const auto& file = files_[file_of(fault.row)];
            const auto begin = ends_[file_of(fault.row)] - file.rows;
            reject.source = file.source;
            reject.row = file.row_number(static_cast<std::size_t>(fault.row) - begin);
            reject.column = file.label(reject.column);
        }
        return reject;
    }
    /// Whether the fault is one of a row with nothing in any column that is read.
    [[nodiscard]] bool is_of_blank(const VisitFault& fault) const {
        return fault.doubt == VisitDoubt::empty && rejects_.is_blank(fault.row);
    }

    std::shared_ptr<const VisitLog> log_;
    VisitRejects rejects_;
    std::vector<VisitFile> files_;
    std::vector<std::uint64_t> ends_; ///< for each file, the row of the log after its last
};

inline std::vector<Reject> VisitReport::some(std::size_t most) const {
    auto all = of_readers().summed_up();
    std::map<Kind, std::pair<std::size_t, Reject>> kinds;
    for (const auto& fault : log_->faults) {
        if (is_of_blank(fault)) {
            continue;
        }
        auto& [count, example] = kinds[kind_of(fault)];
        if (++count <= most) {
            all.push_back(told(fault));
        } else if (count == most + 1) {
            example = told(fault);
        }
    }
    for (const auto& [kind, counted] : kinds) {
        if (counted.first > most) {
            const auto& example = counted.second;
            all.push_back({example.source, 0, example.column, "",
                           "and " + std::to_string(counted.first - most) + " more rows: " + example.reason,
                           example.kept, false});
        }
    }
    return all;
}

inline std::vector<VisitReason> VisitReport::reasons(std::size_t first_rows) const {
    std::map<Kind, VisitReason> kinds;
    for (const auto& fault : log_->faults) {
        if (is_of_blank(fault)) {
            continue;
        }
        auto& reason = kinds[kind_of(fault)];
        if (++reason.rows <= first_rows) {
            auto reject = told(fault);
            reason.first_rows.push_back(reject.row);
            reason.first = reason.rows == 1 ? std::move(reject) : reason.first;
        }
    }
    std::vector<VisitReason> all;
    for (auto& [kind, reason] : kinds) {
        all.push_back(std::move(reason));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.rows > b.rows; });
    return all;
}

inline std::vector<FileTally> VisitReport::tallies() const {
    std::vector<FileTally> all;
    for (const auto& file : files_) {
        all.push_back({visits_schema().name, file.source, file.rows + file.passed_over});
        all.back().passed_over = file.passed_over;
        all.back().kept = file.rows;
        file.faults.each_row([&](const std::string&, std::size_t row, bool kept) {
            const std::size_t lost =
                !kept && row > 0 ? 1 : 0; // its row is blank in the log, and counted as such below
            all.back().left_out += lost;
            all.back().blank -= lost;
        });
    }
    auto last = std::numeric_limits<std::uint64_t>::max();
    for (const auto& fault :
         log_->faults) { // in the order of rows: the first of a row tells what became of it
        if (fault.row == last || files_.empty()) {
            continue;
        }
        last = fault.row;
        auto& tally = all[file_of(fault.row)];
        const bool is_out = log_->is_left_out(fault.row);
        --tally.kept;
        ++(!is_out ? tally.flagged : rejects_.is_blank(fault.row) ? tally.blank : tally.left_out);
    }
    return all;
}

} // namespace vermeil
