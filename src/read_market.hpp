// SPDX-License-Identifier: MIT
#pragma once
// A market with the rows that could not be used, as Python holds it.

#include <vermeil/core/rejects.hpp>
#include <vermeil/market/market.hpp>

namespace vermeil::python {

/// A market and the rejects of its reading.
struct ReadMarket {
    Market market;
    Rejects rejects;
};

} // namespace vermeil::python
