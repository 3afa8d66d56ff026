// SPDX-License-Identifier: MIT
#pragma once
// A file that a log of visits came out of, as far as messages need to know it.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/rejects.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace vermeil {

/// The rows of a log that stand together in one file.
struct VisitFile {
    std::string source;        ///< as messages name it
    std::size_t rows = 0;      ///< of the log
    std::size_t first_row = 2; ///< the number of the first, where they stand one after the other
    std::vector<std::uint32_t> row_numbers{};                 ///< of each, where they do not
    std::map<std::string, std::string, std::less<>> labels{}; ///< by our name, what the file calls a column
    Rejects faults{};            ///< what its reader told; a row that it left out is blank in the log
    std::size_t passed_over = 0; ///< rows of the file that are about something else

    /// The number of a row, counted from 0 in this file.
    [[nodiscard]] std::size_t row_number(std::size_t row) const {
        return row_numbers.empty() ? first_row + row : row_numbers[row];
    }
    /// What the file calls a column.
    [[nodiscard]] const std::string& label(const std::string& name) const {
        const auto found = labels.find(name);
        return found == labels.end() || found->second.empty() ? name : found->second;
    }
};

/// The files of a log that came as a table; of one in which files alternate, one for each run of rows. What their readers
/// told stays with the table.
inline std::vector<VisitFile> visit_files_of(const Frame& frame) {
    const auto& known = frame.provenance();
    std::vector<VisitFile> files;
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        const bool goes_on = row > 0 && &frame.source(row) == &frame.source(row - 1);
        if (!goes_on) {
            files.push_back({.source = frame.source(row), .first_row = frame.row_number(row)});
            for (const auto& column : frame.columns()) {
                files.back().labels[column.name] = frame.label(column);
            }
        }
        ++files.back().rows;
        if (!known.row_numbers.empty()) {
            files.back().row_numbers.push_back(known.row_numbers[row]);
        }
    }
    return files;
}

} // namespace vermeil
