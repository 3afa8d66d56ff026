// SPDX-License-Identifier: MIT
#pragma once
// The columns by which rows of evidence say what they are about.

#include <vermeil/core/schema.hpp>

namespace vermeil::detail {

/// The service that a row is about.
inline Field service_column() {
    return {"service", CellKind::id, "The service's id, as in the services table"};
}
/// The quarter that a row is about.
inline Field quarter_column() {
    return {"quarter", CellKind::quarter,
            "The quarter, as 2024-25 Q3 (financial year) or 2024 Q4 (calendar year)"};
}
/// The survey that a row belongs to; it may be left open.
inline Field survey_column() {
    return {"survey", CellKind::text, "The survey's id in the framework; may be left empty", false};
}

} // namespace vermeil::detail
