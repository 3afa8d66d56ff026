// SPDX-License-Identifier: MIT
#pragma once
// Large columns that are written before they are read.

#include <vermeil/core/large_pages.hpp>

#include <cstddef>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace vermeil {

/// Leaves new elements as memory gives them, so that a column is first touched by the thread that fills it.
template <class T> struct Unfilled : std::allocator<T> {
    /// One is like the other: they hold nothing.
    Unfilled() = default;
    /// The same for elements of another type.
    template <class Other> Unfilled(const Unfilled<Other>&) noexcept {} // NOLINT: allocators convert

    /// Room for so many elements, in large pages where they are many.
    /// @throws std::bad_alloc when there is none.
    [[nodiscard]] T* allocate(std::size_t count) {
        return static_cast<T*>(detail::take_pages(count * sizeof(T)));
    }
    /// Gives it back.
    void deallocate(T* place, std::size_t count) noexcept { detail::give_pages(place, count * sizeof(T)); }

    /// Begins the life of an element without a value.
    template <class Element> void construct(Element* place) noexcept { ::new (place) Element; }
    /// Begins the life of an element with a value.
    template <class Element, class... Parts> void construct(Element* place, Parts&&... parts) {
        ::new (place) Element(std::forward<Parts>(parts)...);
    }
};

/// A vector whose new elements hold no values until they are written.
template <class T> using UnfilledVector = std::vector<T, Unfilled<T>>;

} // namespace vermeil
