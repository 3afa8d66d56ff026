// SPDX-License-Identifier: MIT
#pragma once
// Which row of which file each row of a table came from.

#include <vermeil/core/frame.hpp>
#include <vermeil/evidence/origin.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace vermeil {

/// Gives the origins of the rows of one table, which must outlive it; rows of one file share its name.
class Origins {
  public:
    explicit Origins(const Frame& frame) : frame_(&frame) {
        const auto& files = frame.provenance().sources;
        if (frame.provenance().source_of.empty()) {
            names_.push_back(std::make_shared<const std::string>(frame.source()));
            return;
        }
        for (const auto& file : files) {
            names_.push_back(std::make_shared<const std::string>(file));
        }
    }

    /// The origin of a row, counted from 0.
    [[nodiscard]] Origin of(std::size_t row) const {
        const auto& file_of = frame_->provenance().source_of;
        return {names_[file_of.empty() ? 0 : file_of[row]], frame_->row_number(row)};
    }

  private:
    const Frame* frame_;
    std::vector<std::shared_ptr<const std::string>> names_;
};

} // namespace vermeil
