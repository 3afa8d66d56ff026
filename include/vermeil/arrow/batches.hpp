// SPDX-License-Identifier: MIT
#pragma once
// Long tables that come in through the Arrow C data interface, looked at where they lie.

#include <vermeil/arrow/abi.hpp>
#include <vermeil/arrow/column.hpp>
#include <vermeil/arrow/import.hpp>
#include <vermeil/arrow/part.hpp>
#include <vermeil/arrow/type.hpp>
#include <vermeil/arrow/words.hpp>
#include <vermeil/core/batch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// A column that `arrow_column` writes out, with whoever owns it.
inline BatchColumn written_out(const ArrowPart& part) { return batch_column(arrow_column(part), part.label); }

/// A column of that type where it lies; its values are still to be put in.
inline BatchColumn where_it_lies(const ArrowPart& part, std::int64_t buffers) {
    part.expect_buffers(buffers); // before the bitmap is looked for among them
    const auto validity = part.validity();
    return {part.name(), {}, validity.bits, validity.offset, part.owner};
}

/// One column of a batch; what cannot be looked at where it lies is written out.
inline BatchColumn column_where_it_lies(const ArrowPart& part) {
    const auto type = arrow_type(part.schema->format);
    if (part.schema->dictionary != nullptr) {
        if (!is_of_texts(part)) {
            return written_out(part);
        }
        auto made = where_it_lies(part, 2);
        made.data = coded_where_it_lies(part, made.owner);
        return made;
    }
    const auto with = [&](std::int64_t buffers, auto data) {
        auto made = where_it_lies(part, buffers);
        made.data = data(part);
        return made;
    };
    switch (type.kind) {
    case ArrowKind::uint8: // as numbers: a column of bytes would be one of truth values
        part.expect_buffers(2);
        return batch_column(widened<std::uint8_t, std::int64_t>(part), part.label);
    case ArrowKind::int32:
        return with(2, values_where_they_lie<std::int32_t>);
    case ArrowKind::int64:
        return with(2, values_where_they_lie<std::int64_t>);
    case ArrowKind::timestamp:
        return with(2, [&](const ArrowPart& of) {
            return Moments{values_where_they_lie<std::int64_t>(of), type.units_per_second, type.zone.empty()};
        });
    case ArrowKind::text:
        return with(3, texts_where_they_lie<std::int32_t>);
    case ArrowKind::large_text:
        return with(3, texts_where_they_lie<std::int64_t>);
    default:
        return written_out(part);
    }
}

/// Some rows of a table, of which only these columns are looked at.
inline Batch batch_of(const std::string& source, const ArrowSchema* schema, const OwnedBatch& owned,
                      std::span<const std::string_view> names, std::size_t first_row) {
    const ArrowArray& array = *owned->get();
    check_batch(source, schema, &array);
    Batch batch{{}, static_cast<std::size_t>(array.length), first_row};
    if (batch_validity(array).bits != nullptr) {
        throw Error(source + ": whole rows are marked as null; give a table, or leave these rows out");
    }
    for (std::int64_t child = 0; child < schema->n_children; ++child) {
        const auto* const field = schema->children[child];
        const std::string_view name = field->name == nullptr ? "" : field->name;
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            continue;
        }
        const auto* const column = array.children[child];
        const auto offset = static_cast<std::size_t>(array.offset) + static_cast<std::size_t>(column->offset);
        const ArrowPart part{field,    column, offset, batch.rows, owned, source + ": column " + quoted(name),
                             first_row};
        batch.columns.push_back(column_where_it_lies(part));
    }
    return batch;
}

} // namespace detail

/// Reads the batches of a stream, which it takes over and releases. Only the named columns are looked at; a column of
/// int32, int64, a timestamp, text or a dictionary of texts stays where it lies, whatever the number of batches.
/// @throws Error as `import_stream` does.
inline Batches import_batches(ArrowArrayStream& stream, std::string source, std::size_t first_row,
                              std::span<const std::string_view> names) {
    detail::Owned<ArrowArrayStream> batches_of(stream);
    if (batches_of.is_released()) {
        throw Error(source + ": this stream was read already; a stream can be read once");
    }
    detail::Owned<ArrowSchema> layout;
    if (const int code = batches_of->get_schema(batches_of.get(), layout.get()); code != 0) {
        detail::fail_stream(source, batches_of.get(), code);
    }
    detail::check_table_schema(source, layout.get());
    Batches made{std::move(source), {}};
    while (true) {
        const auto batch = std::make_shared<detail::Owned<ArrowArray>>();
        if (const int code = batches_of->get_next(batches_of.get(), batch->get()); code != 0) {
            detail::fail_stream(made.source, batches_of.get(), code);
        }
        if (batch->is_released()) {
            return made;
        }
        made.parts.push_back(detail::batch_of(made.source, layout.get(), batch, names, first_row));
        first_row += made.parts.back().rows;
    }
}

} // namespace vermeil
