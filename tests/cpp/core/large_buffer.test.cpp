// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/large_buffer.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

using vermeil::detail::LargeBuffer;

TEST_CASE("a buffer holds what is written to it, below a large page, at its size and beyond") {
    for (const std::size_t size : {1U, (1U << 21U) - 1, 1U << 21U, (1U << 21U) + 1}) {
        const LargeBuffer<std::uint8_t> buffer(size);
        CHECK(buffer.size() == size);
        buffer.data()[0] = 1;
        buffer.data()[size - 1] = 2;
        CHECK(buffer.data()[size - 1] == 2);
    }
}

TEST_CASE("a large buffer begins at a large page") {
    const LargeBuffer<std::uint64_t> buffer(1U << 18U);
    CHECK(reinterpret_cast<std::uintptr_t>(buffer.data()) % (1U << 21U) == 0);
}

TEST_CASE("an empty buffer is one, and a moved buffer keeps its place") {
    CHECK(LargeBuffer<int>(0).size() == 0);
    LargeBuffer<int> one(3);
    one.data()[2] = 7;
    const auto* const at = one.data();
    const LargeBuffer<int> other = std::move(one);
    CHECK(other.data() == at);
    CHECK(other.data()[2] == 7);
}
