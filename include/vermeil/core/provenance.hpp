// SPDX-License-Identifier: MIT
#pragma once
// Where the rows of a table stand in the files it was read from, and what could not be brought in from there.

#include <vermeil/core/rejects.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

/// What a table's reader knows beyond the columns. A table that is a whole file, row after row, needs none of it.
struct Provenance {
    std::vector<std::string> sources{};     ///< the files, where the table came out of several
    std::vector<std::uint32_t> source_of{}; ///< for each row, its place in `sources`; empty: one file
    std::vector<std::uint32_t>
        row_numbers{}; ///< for each row, as its file numbers it; empty: one after the other
    Rejects faults{};  ///< of the file: a row that was left out stands in the table as blank
    std::vector<std::size_t> passed_over{}; ///< for each file, the rows that are about something else
    std::vector<std::string> labels{};      ///< for each column, what its source calls it; empty: the same
    bool unread = false; ///< a file of it could not be read, `faults` say why; there are no rows then
};

} // namespace vermeil
