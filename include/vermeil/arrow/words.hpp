// SPDX-License-Identifier: MIT
#pragma once
// Words of one Arrow batch where they lie: texts, and places in a dictionary of them.

#include <vermeil/arrow/column.hpp>
#include <vermeil/arrow/part.hpp>
#include <vermeil/arrow/type.hpp>
#include <vermeil/core/coded.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/texts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Whether values of that type can be read where they lie.
template <class Value> bool is_aligned(const ArrowPart& part, std::size_t buffer) {
    return reinterpret_cast<std::uintptr_t>(part.buffer(buffer)) % alignof(Value) == 0;
}

template <class Value> std::span<const Value> values_where_they_lie(const ArrowPart& part) {
    if (!is_aligned<Value>(part, 1)) {
        part.fail("a buffer that does not begin at a whole value");
    }
    const auto* const first = static_cast<const Value*>(part.buffer(1));
    return {first == nullptr ? nullptr : first + part.offset, part.rows};
}

/// Texts where they lie, once their offsets are seen to rise.
template <class Offset> Texts texts_where_they_lie(const ArrowPart& part) {
    if (part.rows == 0) {
        return {};
    }
    if (!is_aligned<Offset>(part, 1)) {
        part.fail("offsets that do not begin at a whole number");
    }
    const auto* const offsets = static_cast<const Offset*>(part.buffer(1)) + part.offset;
    const auto* const bytes = static_cast<const char*>(part.array->buffers[2]);
    bool rises = offsets[0] >= 0;
    for (std::size_t row = 0; row < part.rows; ++row) {
        rises = rises && offsets[row] <= offsets[row + 1];
    }
    if (!rises || (bytes == nullptr && offsets[part.rows] > offsets[0])) {
        part.fail("offsets of texts that do not rise, or texts of no bytes");
    }
    return {offsets, bytes, part.rows};
}

inline bool is_text(ArrowKind kind) {
    return kind == ArrowKind::text || kind == ArrowKind::large_text || kind == ArrowKind::text_view;
}

/// Whether a part with a dictionary is one of texts.
inline bool is_of_texts(const ArrowPart& part) {
    const auto* const format = part.schema->dictionary->format;
    return format != nullptr && part.schema->dictionary->dictionary == nullptr &&
           is_index(arrow_type(part.schema->format).kind) && is_text(arrow_type(format).kind);
}

/// A dictionary of texts; its places are looked at where they lie when they are 32 bits wide. `keeper` becomes who keeps all of
/// it alive.
inline Coded coded_where_it_lies(const ArrowPart& part, std::shared_ptr<const void>& keeper) {
    struct Owner {
        Column words;
        std::vector<std::uint32_t> places;
        std::shared_ptr<const void> producer;
    };
    auto owner = std::make_shared<Owner>();
    const auto entries = dictionary_of(part);
    owner->words = plain_column(entries, arrow_type(entries.schema->format));
    owner->producer = part.owner;
    const auto words = std::get<std::span<const std::string_view>>(owner->words.data);
    Coded coded{{}, words};
    const auto kind = arrow_type(part.schema->format).kind;
    if ((kind == ArrowKind::int32 || kind == ArrowKind::uint32) && is_aligned<std::uint32_t>(part, 1)) {
        coded.places = values_where_they_lie<std::uint32_t>(part);
    } else {
        const auto indices = plain_column(part, arrow_type(part.schema->format));
        for (std::size_t row = 0; row < part.rows; ++row) {
            const auto index = indices.has(row) ? index_at(indices, row) : 0;
            owner->places.push_back(static_cast<std::uint32_t>(std::min<std::size_t>(index, 0xffffffff)));
        }
        coded.places = owner->places;
    }
    const auto validity = part.validity();
    for (std::size_t row = 0; row < part.rows; ++row) {
        if (coded.places[row] >= coded.words.size() && validity.has(row)) {
            part.fail_at(row, "malformed Arrow data: index " +
                                  std::to_string(static_cast<std::int32_t>(coded.places[row])) +
                                  " of a dictionary of " + std::to_string(coded.words.size()));
        }
    }
    keeper = std::move(owner);
    return coded;
}

/// A column whose words stay where they lie, if they can; any other is as `arrow_column` gives it.
inline Column words_where_they_lie(const ArrowPart& part) {
    const auto kind = arrow_type(part.schema->format).kind;
    const bool wide = kind == ArrowKind::large_text;
    const bool is_coded = part.schema->dictionary != nullptr;
    if (part.rows == 0 || (is_coded ? !is_of_texts(part) : !wide && kind != ArrowKind::text)) {
        return arrow_column(part);
    }
    part.expect_buffers(is_coded ? 2 : 3); // before the bitmap is looked for among them
    const auto validity = part.validity();
    Column column{part.name(), Texts(), validity.bits, validity.offset, part.owner};
    if (is_coded) {
        column.data = coded_where_it_lies(part, column.owner);
        return column;
    }
    if (wide ? !is_aligned<std::int64_t>(part, 1) : !is_aligned<std::int32_t>(part, 1)) {
        return arrow_column(part);
    }
    column.data = wide ? texts_where_they_lie<std::int64_t>(part) : texts_where_they_lie<std::int32_t>(part);
    return column;
}

} // namespace vermeil::detail
