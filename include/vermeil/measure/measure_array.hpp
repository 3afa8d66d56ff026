// SPDX-License-Identifier: MIT
#pragma once
// A measure's values as an Eigen array.

#include <vermeil/measure/measure_table.hpp>

#include <Eigen/Core>

namespace vermeil {

/// The values as an Eigen array, for arithmetic; entries of absent cells mean nothing. It looks at the column's memory.
inline Eigen::Map<const Eigen::ArrayXd> array_of(const MeasureColumn& column) {
    return {column.value.data(), static_cast<Eigen::Index>(column.value.size())};
}

} // namespace vermeil
