// SPDX-License-Identifier: MIT
#pragma once
// What was wrong with a row of evidence, told so that its owner can mend it.

#include <cstddef>
#include <string>

namespace vermeil {

/// One fault of one row: file, row, column, value, reason, and whether the row was left out or kept.
struct Reject {
    std::string source;
    std::size_t row = 0; ///< as the source numbers it; 0 where the fault belongs to no single row
    std::string column;
    std::string value;
    std::string reason;
    bool kept = false;     ///< the row was used all the same
    bool personal = false; ///< the value names a person or a worker: show it masked unless asked otherwise

    /// The value as it may be shown: `(masked)` where it names a person, unless `unmasked`.
    [[nodiscard]] std::string shown_value(bool unmasked = false) const {
        return personal && !unmasked && !value.empty() ? "(masked)" : value;
    }

    friend bool operator==(const Reject&, const Reject&) = default;
};

} // namespace vermeil
