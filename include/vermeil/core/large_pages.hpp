// SPDX-License-Identifier: MIT
#pragma once
// Memory in pages as large as the system gives.

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include <cstddef>
#include <limits>
#include <new>

namespace vermeil::detail {

/// The bytes of a large page.
inline constexpr std::size_t large_page = std::size_t{1} << 21U;

/// The bytes from which on memory lies in large pages of its own: where three quarters of one may stay empty.
inline constexpr std::size_t least_in_large_pages = large_page / 4;

constexpr std::align_val_t page_alignment(std::size_t bytes) noexcept {
    return std::align_val_t(bytes >= least_in_large_pages ? large_page : alignof(std::max_align_t));
}

/// The bytes that whole large pages take which hold so many.
/// @throws std::bad_alloc when no memory has so many.
inline std::size_t in_whole_pages(std::size_t bytes) {
    if (bytes > std::numeric_limits<std::size_t>::max() - large_page) {
        throw std::bad_alloc();
    }
    return (bytes + large_page - 1) / large_page * large_page;
}

/// Room for so many bytes. The first touch of each small page costs more than filling it does, and threads that touch them wait
/// for each other, so large ones are asked for where they are known, and whole ones: the rest of one would be small.
/// @throws std::bad_alloc when there is none.
inline void* take_pages(std::size_t bytes) {
    if (bytes < least_in_large_pages) {
        return ::operator new(bytes, page_alignment(bytes));
    }
    const auto whole = in_whole_pages(bytes);
    void* const taken = ::operator new(whole, page_alignment(bytes));
#if defined(__linux__)
    // Advice only: where it is not taken, nothing but time is lost.
    (void)madvise(taken, whole, MADV_HUGEPAGE);
#endif
    return taken;
}

/// Gives back what `take_pages` gave for so many bytes.
inline void give_pages(void* taken, std::size_t bytes) noexcept {
    ::operator delete(taken, page_alignment(bytes));
}

} // namespace vermeil::detail
