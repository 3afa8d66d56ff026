// SPDX-License-Identifier: MIT
#pragma once
// Made-up rows for made-up frameworks, each the same on every machine for one seed.

#include "kernel/made_up_rules.hpp"

#include <vermeil/framework/framework.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace made_up {

/// A value that the scale knows: at its knots, between them and beyond its ends.
inline double some_value(Draws& draws, const vermeil::Scale* scale) {
    if (scale == nullptr) {
        return static_cast<double>(draws.below(3));
    }
    if (const auto* words = std::get_if<vermeil::WordScale>(scale)) {
        return static_cast<double>(1 + draws.below(words->points.size()));
    }
    const auto* linear = std::get_if<vermeil::LinearScale>(scale);
    const auto& knots = linear != nullptr ? linear->through : std::get<vermeil::StepScale>(*scale).steps;
    if (draws.chance(0.3)) {
        return draws.one_of(knots).value;
    }
    return knots.back().value * (1.2 * draws.share() - 0.1);
}

/// The day on which the ages of made-up evidence are counted.
inline constexpr std::int32_t as_of = 20000;

/// A cell in any state, mostly present. An absent one holds a value that must not matter, even no number at all.
inline vermeil::Cell some_cell(Draws& draws, const vermeil::Scale* scale, const Wish& wish, double present) {
    vermeil::Cell cell;
    cell.n = static_cast<std::uint32_t>(draws.chance(0.5) ? 8 + draws.below(5) : draws.below(40));
    cell.count = static_cast<std::uint32_t>(draws.below(cell.n + 1));
    cell.value = some_value(draws, scale);
    if (scale != nullptr && cell.n > 0 && !std::holds_alternative<vermeil::WordScale>(*scale) &&
        (wish.shares || draws.chance(0.5))) {
        cell.value = static_cast<double>(cell.count) / static_cast<double>(cell.n);
    }
    cell.state = draws.chance(present) ? vermeil::State::present
                                       : static_cast<vermeil::State>(draws.below(vermeil::state_count));
    cell.flags = static_cast<std::uint8_t>(draws.below(4));
    cell.flags = draws.chance(0.1)
                     ? vermeil::carried_flag(cell.flags, 1 + static_cast<std::uint32_t>(draws.below(3)))
                     : cell.flags;
    cell.as_of = as_of;
    cell.day = draws.chance(0.2) ? vermeil::no_day : as_of + 20 - static_cast<std::int32_t>(draws.below(900));
    if (cell.state != vermeil::State::present) {
        constexpr std::array<double, 4> junk{0, -1e300, 1e300, std::numeric_limits<double>::quiet_NaN()};
        cell.value = draws.one_of(junk);
    }
    return cell;
}

/// A cell for each measure of the framework.
inline std::vector<vermeil::Cell> row(Draws& draws, const vermeil::Framework& framework,
                                      const Wish& wish = {}, double present = 0.7) {
    std::vector<vermeil::Cell> cells;
    const auto& indicators = framework.rules().indicators;
    for (std::size_t i = 0; i < framework.measures().size(); ++i) {
        const auto* scale = i < indicators.size() ? &indicators[i].scale : nullptr;
        cells.push_back(some_cell(draws, scale, wish, present));
    }
    return cells;
}

/// The rows as a table whose services are named s0, s1 and so on.
inline vermeil::MeasureTable table(const vermeil::Framework& framework,
                                   const std::vector<std::vector<vermeil::Cell>>& rows) {
    std::vector<std::string> services;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        services.push_back("s" + std::to_string(i));
    }
    vermeil::MeasureTable table(std::move(services), std::nullopt, vermeil::date_of(as_of));
    for (std::size_t m = 0; m < framework.measures().size(); ++m) {
        vermeil::CellBuffer cells(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            cells.set(i, rows[i][m]);
        }
        vermeil::add(table, framework.measures()[m].id, std::move(cells));
    }
    return table;
}

} // namespace made_up
