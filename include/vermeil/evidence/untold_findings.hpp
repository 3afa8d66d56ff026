// SPDX-License-Identifier: MIT
#pragma once
// The findings that are counted and not told, read out of their tables again some at a time.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/reject.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/check.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The findings beyond those that a check tells, kind by kind and in each in the order of rows: with their values, and with
/// the reason that all of their kind share.
class UntoldFindings {
  public:
    explicit UntoldFindings(std::shared_ptr<const Check> check) : check_(std::move(check)) {}

    /// The next ones, at most so many; none at the end.
    [[nodiscard]] std::vector<Reject> next(std::size_t most) {
        std::vector<Reject> made;
        const auto& kinds = check_->findings.kinds();
        for (; kind_ < kinds.size() && made.size() < most; ++kind_, at_ = 0) {
            const auto& kind = kinds[kind_];
            if (at_ == 0) {
                open(kind);
            }
            while (at_ < rows_.size() && made.size() < most) {
                made.push_back(told(kind, rows_[at_++]));
            }
            if (at_ < rows_.size()) {
                break;
            }
        }
        return made;
    }

  private:
    using Place = std::pair<std::uint64_t, std::size_t>; // a row's number, and where it stands in the table

    /// Looks up where the rows of a kind stand.
    void open(const RejectKind& kind) {
        rows_ = kind.rest;
        std::sort(rows_.begin(), rows_.end());
        frame_ = nullptr;
        column_ = nullptr;
        places_.clear();
        for (const auto& each : check_->tables) {
            const auto& frame = each.second;
            if (rows_.empty() || frame_ != nullptr || !take_places(frame, kind.first.source)) {
                continue;
            }
            frame_ = &frame;
            const auto& columns = frame.columns();
            const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& column) {
                return frame.label(column) == kind.first.column;
            });
            column_ = found == columns.end() ? nullptr : &*found;
        }
        std::sort(places_.begin(), places_.end());
    }
    /// Whether rows of a table come from that source; their places are noted.
    bool take_places(const Frame& frame, const std::string& source) {
        for (std::size_t row = 0; row < frame.rows(); ++row) {
            if (frame.source(row) == source) {
                places_.emplace_back(frame.row_number(row), row);
            }
        }
        return !places_.empty();
    }
    [[nodiscard]] Reject told(const RejectKind& kind, std::uint64_t row) const {
        Reject made = kind.first;
        made.row = static_cast<std::size_t>(row);
        made.reason = kind.reason;
        const auto found = std::lower_bound(places_.begin(), places_.end(), Place{row, 0});
        const bool stands = column_ != nullptr && found != places_.end() && found->first == row;
        made.value = stands ? detail::cell_text(*column_, found->second) : std::string();
        return made;
    }

    std::shared_ptr<const Check> check_;
    std::size_t kind_ = 0;
    std::size_t at_ = 0; ///< among the rows of that kind
    std::vector<std::uint64_t> rows_;
    const Frame* frame_ = nullptr;
    const Column* column_ = nullptr;
    std::vector<Place> places_;
};

} // namespace vermeil
