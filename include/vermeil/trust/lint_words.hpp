// SPDX-License-Identifier: MIT
#pragma once
// How a witness reads: values, cells, outcomes and what changed between two rows.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/trust/finding.hpp>
#include <vermeil/trust/trial_values.hpp>

#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// A number with at most four decimals; a large one as it is.
inline std::string readable(double number) {
    return shortest(std::abs(number) < 1e11 ? std::round(number * 1e4) / 1e4 : number);
}

/// A value as the framework's authors write it: the word of a rating, else the number.
inline std::string written(const Framework& framework, const Measure& measure, double value) {
    if (const auto* scale = scale_of(framework.rules(), measure)) {
        const auto position = static_cast<std::size_t>(value);
        if (position >= 1 && position <= scale->words.size()) {
            return quoted(scale->words[position - 1]);
        }
    }
    return readable(value);
}

/// A cell: its value, or why there is none; a share of few answers by its counts.
inline std::string written(const Framework& framework, std::size_t measure, const Cell& cell) {
    const auto& about = framework.measures()[measure];
    if (cell.state != State::present) {
        return std::string(to_string(cell.state));
    }
    const bool is_share =
        cell.n > 0 && cell.n < tried_base && cell.value == static_cast<double>(cell.count) / cell.n;
    return is_share ? std::to_string(cell.count) + " of " + std::to_string(cell.n)
                    : written(framework, about, cell.value);
}

/// `Gold (score 81)`, or `Not rated`.
inline std::string written(const Framework& framework, const Outcome& outcome) {
    const auto score = [&] {
        const auto low = readable(outcome.lowest_score);
        const auto high = readable(outcome.highest_score);
        return low == high ? low : low + " to " + high;
    };
    const auto band =
        outcome.band == no_band ? std::string("Not rated") : quoted(framework.band_name(outcome.band));
    return outcome.reason == Reason::nothing_applicable ? band : band + " (score " + score() + ")";
}

/// Whether two cells read alike in a witness.
inline bool reads_alike(const Cell& left, const Cell& right) noexcept {
    return left.state == right.state && left.value == right.value && left.n == right.n;
}

/// All cells of a row, or those at so many positions, as far as a line holds them.
inline std::string all_of(const Framework& framework, const std::vector<Cell>& cells,
                          const std::vector<std::size_t>& positions) {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < positions.size() && i < most; ++i) {
        text += (i == 0 ? "" : ", ") + framework.measures()[positions[i]].id + " " +
                written(framework, positions[i], cells[positions[i]]);
    }
    return positions.size() > most ? text + " and " + std::to_string(positions.size() - most) + " more"
                                   : text;
}
inline std::string all_of(const Framework& framework, const std::vector<Cell>& cells) {
    std::vector<std::size_t> positions(cells.size());
    std::iota(positions.begin(), positions.end(), 0);
    return all_of(framework, cells, positions);
}

/// `dignity 0.8 gives 'Gold' (score 81); dignity 0.79 gives 'Silver' (score 79); with control 0.5 in both`: two rows by what
/// differs between them, and what stays the same.
inline std::string difference(const Framework& framework, const Shown& before, const Shown& after) {
    std::vector<std::size_t> differ, same;
    for (std::size_t i = 0; i < before.cells.size(); ++i) {
        (reads_alike(before.cells[i], after.cells[i]) ? same : differ).push_back(i);
    }
    return all_of(framework, before.cells, differ) + " gives " + written(framework, before.outcome) + "; " +
           all_of(framework, after.cells, differ) + " gives " + written(framework, after.outcome) +
           (same.empty() ? "" : "; with " + all_of(framework, before.cells, same) + " in both");
}

} // namespace vermeil::detail
