// SPDX-License-Identifier: MIT
#pragma once
// Columns of many rows, in pages as large as the system gives.

#include <vermeil/core/large_buffer.hpp>
#include <vermeil/core/unfilled.hpp>

#include <cstddef>
#include <vector>

namespace vermeil {

/// Takes memory as `detail::LargeBuffer` does, and leaves new elements as memory gives them.
template <class T> struct LargePages : Unfilled<T> {
    template <class Other> struct rebind { using other = LargePages<Other>; };
    /// One is like the other: they hold nothing.
    LargePages() = default;
    /// The same for elements of another type.
    template <class Other> LargePages(const LargePages<Other>&) noexcept {} // NOLINT: allocators convert

    /// Room for so many elements.
    [[nodiscard]] T* allocate(std::size_t count) {
        return static_cast<T*>(detail::large_memory(count * sizeof(T)));
    }
    /// Gives it back.
    void deallocate(T* first, std::size_t count) noexcept { detail::release_large(first, count * sizeof(T)); }
};

/// A vector whose new elements hold no values until they are written, and whose memory is dear to touch no more than once in a
/// large page.
template <class T> using LargeVector = std::vector<T, LargePages<T>>;

} // namespace vermeil
