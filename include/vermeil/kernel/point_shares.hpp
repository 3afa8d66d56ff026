// SPDX-License-Identifier: MIT
#pragma once
// Cells of which some earn but a share of their points.

#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/sums.hpp>

#include <cstddef>
#include <cstdint>

namespace vermeil::detail {

/// Tells what a leaf's cells are, as `ReadCells` does; each earns its share of its points, all of them where `shares` is null.
template <std::size_t Rows> void read_cells(Width width, const Leaf& leaf, std::uint8_t bit,
                                            const double* value, const State* state, const PeerIndex* peers,
                                            const double* shares, Cells<Rows>& cells) {
    if (shares == nullptr) {
        run<ReadCells<Rows>>(width, leaf, bit, value, state, peers, cells);
        return;
    }
    const auto before = cells.earned;
    cells.earned.fill(0);
    run<ReadCells<Rows>>(width, leaf, bit, value, state, peers, cells);
    for (std::size_t i = 0; i < run_length<Rows>; ++i) {
        cells.earned[i] = before[i] + shares[i] * cells.earned[i];
    }
}

} // namespace vermeil::detail
