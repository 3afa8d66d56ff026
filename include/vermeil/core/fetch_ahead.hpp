// SPDX-License-Identifier: MIT
#pragma once
// Values that are read soon.

#include <algorithm>
#include <cstddef>
#include <span>

namespace vermeil::detail {

/// Has the values fetched that follow `count` of them from `first` on, as many again where there are so many. Who reads block by
/// block and does much with each finds the next one near.
template <class Value>
void fetch_ahead(std::span<const Value> values, std::size_t first, std::size_t count) noexcept {
    const auto end = std::min(first + 2 * count, values.size());
    for (auto i = first + count; i < end; i += std::max<std::size_t>(64 / sizeof(Value), 1)) {
        __builtin_prefetch(&values[i]);
    }
}

} // namespace vermeil::detail
