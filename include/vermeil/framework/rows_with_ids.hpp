// SPDX-License-Identifier: MIT
#pragma once
// Which rows of a table stand for which service.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// The rows that name a service for the first time; the others become rejects.
inline std::vector<std::size_t> rows_with_ids(const Frame& frame, std::string_view id,
                                              std::vector<std::string>& ids, Rejects& rejects) {
    const Schema schema{"measures", "", {{std::string(id), CellKind::id, ""}}};
    const Reader reader(schema, frame);
    std::vector<std::size_t> rows;
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < frame.rows(); ++i) {
        auto row = reader.row(i, rejects);
        auto name = row.text(0);
        if (name && !seen.insert(*name).second) {
            row.reject(0, "this service stands already in an earlier row");
        }
        if (row.ok()) {
            rows.push_back(i);
            ids.push_back(std::move(*name));
        }
    }
    return rows;
}

} // namespace vermeil::detail
