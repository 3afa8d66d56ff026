// SPDX-License-Identifier: MIT
#pragma once
// Any Arrow column of one batch, dictionaries written out, as a column of a frame.

#include <vermeil/arrow/held.hpp>
#include <vermeil/arrow/number.hpp>
#include <vermeil/arrow/part.hpp>
#include <vermeil/arrow/text.hpp>
#include <vermeil/arrow/type.hpp>
#include <vermeil/core/frame.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace vermeil::detail {

/// A column of numbers, truth values or days.
inline Column numeric_column(const ArrowPart& part, const ArrowType& type) {
    using enum ArrowKind;
    part.expect_buffers(2);
    switch (type.kind) {
    case boolean:
        return from_truths(part);
    case int8:
        return widened<std::int8_t, std::int64_t>(part);
    case int16:
        return widened<std::int16_t, std::int64_t>(part);
    case int32:
        return widened<std::int32_t, std::int64_t>(part);
    case int64:
        return seen<std::int64_t>(part);
    case uint8:
        return seen<std::uint8_t>(part);
    case uint16:
        return widened<std::uint16_t, std::int64_t>(part);
    case uint32:
        return seen<std::uint32_t>(part);
    case uint64:
        return from_uint64(part);
    case float32:
        return widened<float, double>(part);
    case float64:
        return seen<double>(part);
    case date32:
        return seen<std::int32_t, Days>(part);
    case date64:
        return from_moments(part, 1'000, "");
    default:
        return from_moments(part, type.units_per_second, type.zone);
    }
}

/// The column as `type` says: for a dictionary, its indices.
/// @throws Error naming the column and its type where that is not read.
inline Column plain_column(const ArrowPart& part, const ArrowType& type) {
    switch (type.kind) {
    case ArrowKind::refused:
        throw Error(part.label + " is of the Arrow type " + type.name + "; what can be read is " +
                    one_of(readable_arrow_types()) + ", or a dictionary of one of them");
    case ArrowKind::null:
        return from_nulls(part);
    case ArrowKind::text:
        part.expect_buffers(3);
        return from_text<std::int32_t>(part);
    case ArrowKind::large_text:
        part.expect_buffers(3);
        return from_text<std::int64_t>(part);
    case ArrowKind::text_view:
        part.expect_buffers(3, true);
        return from_text_views(part);
    case ArrowKind::decimal:
        part.expect_buffers(2);
        return from_decimals(part, type);
    default:
        return numeric_column(part, type);
    }
}

/// The index of a row: a whole number of any width.
inline std::size_t index_at(const Column& indices, std::size_t row) {
    return std::visit(
        [row]<class Data>(const Data& data) -> std::size_t {
            if constexpr (requires { data[row] % 1; }) {
                return static_cast<std::size_t>(
                    data[row]); // a negative index becomes one beyond every dictionary
            } else {
                return std::numeric_limits<std::size_t>::max();
            }
        },
        indices.data);
}

/// The entries that the indices name, row by row. A row is null where its index or the entry is.
template <class Data> Column picked(const ArrowPart& part, const Column& indices, const Column& entries) {
    const auto from = values_of(std::get<Data>(entries.data));
    using Value = std::remove_const_t<typename decltype(from)::element_type>;
    Held<Value> held;
    held.values.resize(part.rows);
    for (std::size_t row = 0; row < part.rows; ++row) {
        bool has = indices.has(row);
        if (has) {
            const auto index = index_at(indices, row);
            if (index >= from.size()) {
                part.fail_at(row, "malformed Arrow data: index " +
                                      std::to_string(static_cast<std::int64_t>(index)) +
                                      " of a dictionary of " + std::to_string(from.size()));
            }
            held.values[row] = from[index];
            has = entries.has(index);
        }
        if (entries.valid != nullptr) {
            held.bits.append(has);
        }
    }
    held.producers.push_back(indices.owner);
    held.producers.push_back(entries.owner);
    return column_of<Data>(part.name(), std::move(held), validity_of(indices));
}

inline bool is_index(ArrowKind kind) {
    using enum ArrowKind;
    return kind == int8 || kind == int16 || kind == int32 || kind == int64 || kind == uint8 ||
           kind == uint16 || kind == uint32 || kind == uint64;
}

/// The dictionary of a part, as a part of its own.
inline ArrowPart dictionary_of(const ArrowPart& part) {
    ArrowPart entries{part.schema->dictionary, nullptr, 0, 0, part.owner, part.label + ": its dictionary", 0};
    if (part.array != nullptr) {
        entries.array = part.array->dictionary;
        check_array(entries.label, entries.array);
        entries.offset = static_cast<std::size_t>(entries.array->offset);
        entries.rows = static_cast<std::size_t>(entries.array->length);
    }
    return entries;
}

/// Any column that can be read, as a column of a frame.
/// @throws Error naming the column, and the type or the row, where it cannot.
inline Column arrow_column(const ArrowPart& part) {
    const auto type = arrow_type(part.schema->format);
    if (part.schema->dictionary == nullptr) {
        return plain_column(part, type);
    }
    const auto entries_part = dictionary_of(part);
    if (entries_part.schema->format == nullptr || entries_part.schema->dictionary != nullptr ||
        !is_index(type.kind)) {
        part.fail("a dictionary of a dictionary, or one whose indices are no whole numbers");
    }
    const auto entries = plain_column(entries_part, arrow_type(entries_part.schema->format));
    const auto indices = plain_column(part, type);
    return std::visit(
        [&]<class Data>(const Data&) -> Column {
            if constexpr (is_words_as_they_lie<Data>) {
                part.fail("a dictionary whose entries are no plain column"); // `plain_column` gives none such
            } else {
                return picked<Data>(part, indices, entries);
            }
        },
        entries.data);
}

} // namespace vermeil::detail
