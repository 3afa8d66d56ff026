// SPDX-License-Identifier: MIT
#pragma once
// One column of one Arrow batch, its shape checked before a buffer is touched.

#include <vermeil/arrow/abi.hpp>
#include <vermeil/arrow/bits.hpp>
#include <vermeil/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace vermeil::detail {

/// Reads one value of a buffer that may begin anywhere.
template <class Value> Value loaded(const void* buffer, std::size_t index) {
    Value value;
    std::memcpy(&value, static_cast<const unsigned char*>(buffer) + index * sizeof(Value), sizeof(Value));
    return value;
}

/// Checks what can be checked of an array without reading its buffers.
/// @throws Error, beginning with `label`, when it cannot be an array.
inline void check_array(const std::string& label, const ArrowArray* array) {
    const auto fail = [&label](const std::string& what) {
        throw Error(label + ": malformed Arrow data: " + what);
    };
    if (array == nullptr || array->release == nullptr) {
        fail("an array is missing or was released");
    }
    if (array->length < 0 || array->offset < 0 ||
        array->length > std::numeric_limits<std::int64_t>::max() - array->offset) {
        fail("length " + std::to_string(array->length) + ", offset " + std::to_string(array->offset));
    }
    if (array->null_count < -1 || array->null_count > array->length) {
        fail(std::to_string(array->null_count) + " nulls in " + std::to_string(array->length) + " rows");
    }
    if (array->n_buffers < 0 || array->n_children < 0 ||
        (array->n_buffers > 0 && array->buffers == nullptr) ||
        (array->n_children > 0 && array->children == nullptr)) {
        fail(std::to_string(array->n_buffers) + " buffers and " + std::to_string(array->n_children) +
             " children, and no list of them");
    }
}

/// Some rows of one column: the array that holds them, where they begin in its buffers, and who keeps it alive.
/// `array` may be null when there are no rows.
struct ArrowPart {
    const ArrowSchema* schema = nullptr;
    const ArrowArray* array = nullptr;
    std::size_t offset = 0;
    std::size_t rows = 0;
    std::shared_ptr<const void> owner = nullptr;
    std::string label;         ///< source and column, as messages begin
    std::size_t first_row = 0; ///< the number of the first of these rows in the source

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(label + ": malformed Arrow data: " + what);
    }
    [[noreturn]] void fail_at(std::size_t row, const std::string& what) const {
        throw Error(label + ", row " + std::to_string(first_row + row) + ": " + what);
    }

    [[nodiscard]] std::string name() const { return schema->name == nullptr ? "" : schema->name; }

    /// Refuses an array that has not the number of buffers that its type has.
    void expect_buffers(std::int64_t count, bool or_more = false) const {
        if (array != nullptr && (array->n_buffers < count || (array->n_buffers > count && !or_more))) {
            fail(std::to_string(array->n_buffers) + " buffers where its type has " + std::to_string(count));
        }
    }

    /// A buffer; null only where there are no rows.
    [[nodiscard]] const void* buffer(std::size_t index) const {
        if (rows == 0) {
            return nullptr;
        }
        const void* const found = array->buffers[index];
        if (found == nullptr) {
            fail("buffer " + std::to_string(index) + " is missing");
        }
        return found;
    }

    /// Which rows hold values; row 0 is the first of this part.
    [[nodiscard]] Validity validity() const {
        if (rows == 0 || array->null_count == 0) {
            return {};
        }
        const auto* const bits = static_cast<const std::uint8_t*>(array->buffers[0]);
        if (bits == nullptr && array->null_count > 0) {
            fail(std::to_string(array->null_count) + " nulls and no bitmap of them");
        }
        return {bits, bits == nullptr ? 0 : offset};
    }
};

} // namespace vermeil::detail
