// SPDX-License-Identifier: MIT
#pragma once
// Words of one Arrow batch, and decimals, as a column of a frame.

#include <vermeil/arrow/decimal.hpp>
#include <vermeil/arrow/held.hpp>
#include <vermeil/arrow/part.hpp>
#include <vermeil/arrow/type.hpp>
#include <vermeil/core/frame.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Words between offsets into one run of bytes; the bytes stay where they are.
template <class Offset> Column from_text(const ArrowPart& part) {
    const auto validity = part.validity();
    const void* const offsets = part.buffer(1);
    const auto* const bytes = part.rows == 0 ? nullptr : static_cast<const char*>(part.array->buffers[2]);
    Held<std::string_view> held;
    held.values.resize(part.rows);
    for (std::size_t row = 0; row < part.rows; ++row) {
        const auto begin = loaded<Offset>(offsets, part.offset + row);
        const auto end = loaded<Offset>(offsets, part.offset + row + 1);
        if (!validity.has(row) || (begin == end && begin >= 0)) {
            continue;
        }
        if (begin < 0 || end < begin || bytes == nullptr) {
            part.fail_at(row, "malformed Arrow data: a text from byte " + std::to_string(begin) + " to " +
                                  std::to_string(end) + (bytes == nullptr ? " of no bytes" : ""));
        }
        held.values[row] = {bytes + begin, static_cast<std::size_t>(end - begin)};
    }
    held.producers.push_back(part.owner);
    return column_of<std::span<const std::string_view>>(part.name(), std::move(held), validity);
}

/// One view of a string view column: its length, then up to 12 bytes in place or the number and offset of a buffer.
inline std::string_view viewed_text(const ArrowPart& part, const unsigned char* view, std::size_t row) {
    const auto length = loaded<std::int32_t>(view, 0);
    if (length >= 0 && length <= 12) {
        return {reinterpret_cast<const char*>(view + 4), static_cast<std::size_t>(length)};
    }
    const auto index = loaded<std::int32_t>(view, 2);
    const auto begin = loaded<std::int32_t>(view, 3);
    const auto count = part.array->n_buffers - 3;
    const void* const sizes = count > 0 ? part.buffer(static_cast<std::size_t>(count + 2)) : nullptr;
    const bool inside = length >= 0 && index >= 0 && index < count && begin >= 0 &&
                        loaded<std::int64_t>(sizes, static_cast<std::size_t>(index)) - length >= begin;
    if (!inside) {
        part.fail_at(row, "malformed Arrow data: a text of " + std::to_string(length) + " bytes from byte " +
                              std::to_string(begin) + " of buffer " + std::to_string(index));
    }
    const auto* const bytes = static_cast<const char*>(part.buffer(static_cast<std::size_t>(index) + 2));
    return {bytes + begin, static_cast<std::size_t>(length)};
}

inline Column from_text_views(const ArrowPart& part) {
    const auto validity = part.validity();
    const auto* const views = static_cast<const unsigned char*>(part.buffer(1));
    Held<std::string_view> held;
    held.values.resize(part.rows);
    for (std::size_t row = 0; row < part.rows; ++row) {
        if (validity.has(row)) {
            held.values[row] = viewed_text(part, views + (part.offset + row) * 16, row);
        }
    }
    held.producers.push_back(part.owner);
    return column_of<std::span<const std::string_view>>(part.name(), std::move(held), validity);
}

inline Column from_decimals(const ArrowPart& part, const ArrowType& type) {
    const auto validity = part.validity();
    const auto* const numbers = static_cast<const unsigned char*>(part.buffer(1));
    const auto width = static_cast<std::size_t>(type.bytes);
    std::vector<std::string> words(part.rows);
    for (std::size_t row = 0; row < part.rows; ++row) {
        if (validity.has(row)) {
            words[row] = decimal_text(numbers + (part.offset + row) * width, width, type.scale);
        }
    }
    return masked(text_column(part.name(), std::move(words)), validity);
}

} // namespace vermeil::detail
