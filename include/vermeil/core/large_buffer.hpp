// SPDX-License-Identifier: MIT
#pragma once
// Memory for many numbers, in pages as large as the system gives.

#include <vermeil/core/large_pages.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>

namespace vermeil::detail {

/// Room for `size` values that are written before they are read; they begin as whatever lay there.
template <class Value> class LargeBuffer {
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

  public:
    explicit LargeBuffer(std::size_t size)
        : size_(size), values_(static_cast<Value*>(take_pages(size * sizeof(Value))), {size}) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] Value* data() const noexcept { return values_.get(); }

  private:
    struct Release {
        std::size_t size;
        void operator()(Value* values) const noexcept { give_pages(values, size * sizeof(Value)); }
    };

    std::size_t size_;
    std::unique_ptr<Value, Release> values_;
};

} // namespace vermeil::detail
