// SPDX-License-Identifier: MIT
#pragma once
// A value that a list holds twice.

#include <cstddef>
#include <vector>

namespace vermeil::detail {

/// The first value that stands twice, or null.
template <class Value> const Value* repeated(const std::vector<Value>& values) noexcept {
    for (std::size_t i = 1; i < values.size(); ++i) {
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            if (values[earlier] == values[i]) {
                return &values[i];
            }
        }
    }
    return nullptr;
}

} // namespace vermeil::detail
