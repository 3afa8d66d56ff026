// SPDX-License-Identifier: MIT
#pragma once
// Large columns that are written before they are read.

#include <cstddef>
#include <new>
#include <utility>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace vermeil {

/// Leaves new elements as memory gives them, so that a column is first touched by the thread that fills it; asks for
/// large pages where a column fills several and the system has them.
template <class T> struct Unfilled {
    using value_type = T;

    Unfilled() = default;
    template <class Other> Unfilled(const Unfilled<Other>&) noexcept {} // NOLINT: allocators convert

    /// Memory for so many elements.
    /// @throws std::bad_alloc when there is none.
    [[nodiscard]] T* allocate(std::size_t count) {
        void* memory = ::operator new(count * sizeof(T), alignment(count));
#ifdef __linux__
        if (is_large(count)) {
            (void)::madvise(memory, count * sizeof(T),
                            MADV_HUGEPAGE); // a wish: without it all works, more slowly
        }
#endif
        return static_cast<T*>(memory);
    }
    /// Gives the memory back.
    void deallocate(T* memory, std::size_t count) noexcept { ::operator delete(memory, alignment(count)); }

    /// Begins the life of an element without a value.
    template <class Element> void construct(Element* place) noexcept { ::new (place) Element; }
    /// Begins the life of an element with a value.
    template <class Element, class... Parts> void construct(Element* place, Parts&&... parts) {
        ::new (place) Element(std::forward<Parts>(parts)...);
    }

    friend bool operator==(const Unfilled&, const Unfilled&) { return true; }

  private:
    static constexpr std::size_t large_page = std::size_t{1} << 21U;
    static bool is_large(std::size_t count) { return count * sizeof(T) >= 2 * large_page; }
    static std::align_val_t alignment(std::size_t count) {
        return std::align_val_t{is_large(count) ? large_page : alignof(std::max_align_t)};
    }
};

/// A vector whose new elements hold no values until they are written.
template <class T> using UnfilledVector = std::vector<T, Unfilled<T>>;

} // namespace vermeil
