// SPDX-License-Identifier: MIT
#pragma once
// Bytes of a tally that a test has changed, with the sum that fits them.

#include <vermeil/core/bytes.hpp>

#include <cstdint>
#include <string>

/// The bytes with another sum at their end, so that what they hold is read.
inline std::string resealed(std::string bytes) {
    bytes.resize(bytes.size() - sizeof(std::uint64_t));
    vermeil::detail::ByteWriter sum;
    sum.put(vermeil::detail::sum_of_bytes(bytes));
    return bytes + sum.bytes();
}
