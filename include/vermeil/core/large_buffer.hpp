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

/// Room for `size` values that are written before they are read; they begin as whatever lay there.
///
/// The first touch of each small page costs more than filling it does, so large ones are asked for where they are known.
template <class Value> class LargeBuffer {
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

  public:
    explicit LargeBuffer(std::size_t size)
        : size_(size),
          values_(static_cast<Value*>(::operator new(size * sizeof(Value), alignment(size))), {size}) {
#if defined(__linux__)
        if (size * sizeof(Value) >= large_page) {
            // Advice only: where it is not taken, nothing but time is lost.
            (void)madvise(values_.get(), size * sizeof(Value) / large_page * large_page, MADV_HUGEPAGE);
        }
#endif
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] Value* data() const noexcept { return values_.get(); }

  private:
    static constexpr std::size_t large_page = std::size_t{1} << 21U;
    static constexpr std::align_val_t alignment(std::size_t size) noexcept {
        return std::align_val_t(size * sizeof(Value) >= large_page ? large_page : alignof(std::max_align_t));
    }
    struct Release {
        std::size_t size;
        void operator()(Value* values) const noexcept { ::operator delete(values, alignment(size)); }
    };

    std::size_t size_;
    std::unique_ptr<Value, Release> values_;
};

} // namespace vermeil::detail
