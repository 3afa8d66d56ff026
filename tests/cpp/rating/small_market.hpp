// SPDX-License-Identifier: MIT
#pragma once
// A small market of four services.

#include "kernel/small.hpp"

#include <vermeil/core/quarter.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace small_market {

/// Four services: decided, open, with too little known, and with nothing that applies.
inline vermeil::MeasureTable
market(std::optional<vermeil::Quarter> quarter = vermeil::parse_quarter("2024-25 Q3")) {
    vermeil::MeasureTable table({"P3", "P1", "P4", "P2"}, quarter);
    const auto none = small::absent(vermeil::State::not_applicable);
    const auto owed = small::absent(vermeil::State::not_submitted);
    const std::vector<std::vector<vermeil::Cell>> columns{
        {small::of(5, 10), small::of(9, 9), owed, none},
        {small::of(9, 10), small::of(9, 10), owed, none},
        {small::of(9, 10), small::of(9, 10), small::of(9, 10), none}};
    const std::vector<std::string> ids{"dignity", "reliable", "safe"};
    for (std::size_t m = 0; m < ids.size(); ++m) {
        vermeil::CellBuffer cells(4);
        for (std::size_t i = 0; i < 4; ++i) {
            cells.set(i, columns[m][i]);
        }
        vermeil::add(table, ids[m], std::move(cells));
    }
    return table;
}

} // namespace small_market
