// SPDX-License-Identifier: MIT
#pragma once
// A small risk scheme, and rows for it.

#include "kernel/small.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/risk/risk_scheme.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace small_risk {

inline const vermeil::Date day(2024, 12, 31);

/// One indicator and a trigger.
inline vermeil::RiskScheme scheme() {
    auto rules = small::scheme();
    rules.facts = {small::fact("closed")};
    rules.limiters = {small::limiter(vermeil::Effect::set, "Red", "closed", "the service is closed")};
    return vermeil::RiskScheme(vermeil::Framework(rules));
}

/// One row for each pair of cells: concerns, closed.
inline vermeil::MeasureTable table(const std::vector<std::pair<vermeil::Cell, vermeil::Cell>>& rows) {
    std::vector<std::string> services;
    vermeil::CellBuffer concerns(rows.size());
    vermeil::CellBuffer closed(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        services.push_back("S" + std::to_string(i));
        concerns.set(i, rows[i].first);
        closed.set(i, rows[i].second);
    }
    vermeil::MeasureTable made(services);
    vermeil::add(made, "concerns", std::move(concerns));
    vermeil::add(made, "closed", std::move(closed));
    return made;
}

} // namespace small_risk
