// SPDX-License-Identifier: MIT
#pragma once
// Which row of which table a piece of evidence came from.

#include <vermeil/core/reject.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace vermeil {

/// A row of a table, so that a doubt that arises later can still be told to whoever wrote it.
struct Origin {
    std::shared_ptr<const std::string> source; ///< the table's name; null where there is none
    std::size_t row = 0;                       ///< as the source numbers it

    /// A fault of this row.
    [[nodiscard]] Reject reject(std::string column, std::string value, std::string reason,
                                bool kept = false) const {
        return {
            source ? *source : "", row, std::move(column), std::move(value), std::move(reason), kept, false};
    }
};

} // namespace vermeil
