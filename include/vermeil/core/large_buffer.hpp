// SPDX-License-Identifier: MIT
#pragma once
// Memory for many numbers, in pages as large as the system gives.

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

namespace vermeil::detail {

inline constexpr std::size_t large_page = std::size_t{1} << 21U;

constexpr std::align_val_t large_alignment(std::size_t bytes) noexcept {
    return std::align_val_t(bytes >= large_page ? large_page : alignof(std::max_align_t));
}

/// Memory of so many bytes, in large pages where there are enough of them.
///
/// The first touch of each small page costs more than filling it does, so large ones are asked for where they are known.
inline void* large_memory(std::size_t bytes) {
    void* const memory = ::operator new(bytes, large_alignment(bytes));
#if defined(__linux__)
    if (bytes >= large_page) {
        // Advice only: where it is not taken, nothing but time is lost.
        (void)madvise(memory, bytes / large_page * large_page, MADV_HUGEPAGE);
    }
#endif
    return memory;
}

inline void release_large(void* memory, std::size_t bytes) noexcept {
    ::operator delete(memory, large_alignment(bytes));
}

/// Room for `size` values that are written before they are read; they begin as whatever lay there.
template <class Value> class LargeBuffer {
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

  public:
    explicit LargeBuffer(std::size_t size)
        : size_(size), values_(static_cast<Value*>(large_memory(size * sizeof(Value))), {size}) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] Value* data() const noexcept { return values_.get(); }

  private:
    struct Release {
        std::size_t size;
        void operator()(Value* values) const noexcept { release_large(values, size * sizeof(Value)); }
    };

    std::size_t size_;
    std::unique_ptr<Value, Release> values_;
};

} // namespace vermeil::detail
