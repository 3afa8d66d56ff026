// SPDX-License-Identifier: MIT
#pragma once
// Memory in pages as large as the system gives.

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include <cstddef>
#include <new>

namespace vermeil::detail {

/// The bytes from which on memory is asked for in large pages, and begins at one.
inline constexpr std::size_t large_page = std::size_t{1} << 21U;

constexpr std::align_val_t page_alignment(std::size_t bytes) noexcept {
    return std::align_val_t(bytes >= large_page ? large_page : alignof(std::max_align_t));
}

/// Room for so many bytes. The first touch of each small page costs more than filling it does, so large ones are asked
/// for where they are known.
/// @throws std::bad_alloc when there is none.
inline void* take_pages(std::size_t bytes) {
    void* const taken = ::operator new(bytes, page_alignment(bytes));
#if defined(__linux__)
    if (bytes >= large_page) {
        // Advice only: where it is not taken, nothing but time is lost.
        (void)madvise(taken, bytes / large_page * large_page, MADV_HUGEPAGE);
    }
#endif
    return taken;
}

/// Gives back what `take_pages` gave for so many bytes.
inline void give_pages(void* taken, std::size_t bytes) noexcept {
    ::operator delete(taken, page_alignment(bytes));
}

} // namespace vermeil::detail
