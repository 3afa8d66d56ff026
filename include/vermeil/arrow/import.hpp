// SPDX-License-Identifier: MIT
#pragma once
// Tables that come in through the Arrow C data interface.

#include <vermeil/arrow/abi.hpp>
#include <vermeil/arrow/column.hpp>
#include <vermeil/arrow/held.hpp>
#include <vermeil/arrow/part.hpp>
#include <vermeil/arrow/type.hpp>
#include <vermeil/arrow/word_coder.hpp>
#include <vermeil/arrow/words.hpp>
#include <vermeil/core/frame.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace vermeil {

/// In which form words come in: as views, which every reader of tables takes; as their source holds them, end to end or by
/// their places in a dictionary, for a reader of long tables; or by their places in a list that is made of them where they
/// repeat, batch by batch, which needs their source no longer.
enum class WordsAs : std::uint8_t { views, they_lie, coded };

namespace detail {

/// Refuses a schema that is not that of a table.
inline void check_table_schema(const std::string& source, const ArrowSchema* schema) {
    if (schema->release == nullptr || schema->format == nullptr) {
        throw Error(source + ": malformed Arrow data: a schema is missing or was released");
    }
    if (std::string_view(schema->format) != "+s") {
        throw Error(source + " is one column of the Arrow type " + arrow_type(schema->format).name +
                    "; a table of named columns is wanted");
    }
    if (schema->n_children < 0 || (schema->n_children > 0 && schema->children == nullptr)) {
        throw Error(source + ": malformed Arrow data: a schema of " + std::to_string(schema->n_children) +
                    " columns, and no list of them");
    }
    for (std::int64_t i = 0; i < schema->n_children; ++i) {
        if (schema->children[i] == nullptr || schema->children[i]->format == nullptr) {
            throw Error(source + ": malformed Arrow data: column " + std::to_string(i + 1) +
                        " has no schema");
        }
    }
}

/// Refuses a batch that is not one of the schema's tables.
inline void check_batch(const std::string& source, const ArrowSchema* schema, const ArrowArray* batch) {
    check_array(source, batch);
    if (batch->n_children != schema->n_children) {
        throw Error(source + ": malformed Arrow data: a batch of " + std::to_string(batch->n_children) +
                    " columns where the schema has " + std::to_string(schema->n_children));
    }
    for (std::int64_t i = 0; i < batch->n_children; ++i) {
        const auto* const name = schema->children[i]->name;
        const auto label = source + ": column " + quoted(name == nullptr ? "" : name);
        check_array(label, batch->children[i]);
        if (batch->children[i]->length < batch->offset + batch->length) {
            throw Error(label + ": malformed Arrow data: " + std::to_string(batch->children[i]->length) +
                        " rows where the batch needs " + std::to_string(batch->offset + batch->length));
        }
    }
}

/// The rows that a whole batch marks as null, for every column of it.
inline Validity batch_validity(const ArrowArray& batch) {
    if (batch.null_count == 0 || batch.n_buffers == 0 || batch.buffers[0] == nullptr) {
        return {};
    }
    return {static_cast<const std::uint8_t*>(batch.buffers[0]), static_cast<std::size_t>(batch.offset)};
}

/// One column of all batches, joined.
inline Column table_column(const std::string& source, const ArrowSchema* schema, std::size_t child,
                           const std::vector<OwnedBatch>& batches, std::size_t first_row, WordsAs words) {
    const auto* const field = schema->children[child];
    ArrowPart part{field,    nullptr,
                   0,        0,
                   nullptr,  source + ": column " + quoted(field->name == nullptr ? "" : field->name),
                   first_row};
    std::vector<Column> columns;
    for (const auto& owned : batches) {
        const ArrowArray& batch = *owned->get();
        part.array = batch.children[child];
        part.offset = static_cast<std::size_t>(batch.offset) + static_cast<std::size_t>(part.array->offset);
        part.rows = static_cast<std::size_t>(batch.length);
        part.owner = owned;
        if (part.rows > 0) {
            auto column = words == WordsAs::they_lie ? words_where_they_lie(part) : arrow_column(part);
            columns.push_back(masked(std::move(column), batch_validity(batch)));
        }
        part.first_row += part.rows;
    }
    if (columns.empty()) {
        columns.push_back(arrow_column({field, nullptr, 0, 0, nullptr, part.label, first_row}));
    }
    return joined_parts(std::move(columns));
}

inline Frame table(const ArrowSchema* schema, const std::vector<OwnedBatch>& batches, std::string source,
                   std::size_t first_row, WordsAs words) {
    for (const auto& batch : batches) {
        check_batch(source, schema, batch->get());
    }
    std::vector<Column> columns;
    for (std::int64_t child = 0; child < schema->n_children; ++child) {
        columns.push_back(
            table_column(source, schema, static_cast<std::size_t>(child), batches, first_row, words));
    }
    return {std::move(source), std::move(columns), first_row};
}

/// A table that is brought in batch by batch, its words coded: nothing is kept of a batch of words.
class CodedTable {
  public:
    CodedTable(const ArrowSchema* schema, std::string source, std::size_t first_row)
        : schema_(schema), source_(std::move(source)), first_row_(first_row),
          words_(static_cast<std::size_t>(schema->n_children)), rest_(words_.size()) {}

    void add(const OwnedBatch& batch) {
        check_batch(source_, schema_, batch->get());
        for (std::size_t child = 0; child < words_.size(); ++child) {
            if (is_of_words(child)) {
                add_words(batch, child);
            } else if (batch->get()->length > 0) {
                rest_[child].push_back(
                    table_column(source_, schema_, child, {batch}, first_row_ + rows_, WordsAs::views));
            }
        }
        rows_ += static_cast<std::size_t>(batch->get()->length);
    }
    [[nodiscard]] Frame frame() && {
        std::vector<Column> columns;
        for (std::size_t child = 0; child < words_.size(); ++child) {
            const auto* const name = schema_->children[child]->name;
            if (is_of_words(child)) {
                columns.push_back(std::move(words_[child]).column(name == nullptr ? "" : name));
            } else if (rest_[child].empty()) {
                columns.push_back(table_column(source_, schema_, child, {}, first_row_, WordsAs::views));
            } else {
                columns.push_back(joined_parts(std::move(rest_[child])));
            }
        }
        return {std::move(source_), std::move(columns), first_row_};
    }

  private:
    [[nodiscard]] bool is_of_words(std::size_t child) const {
        const auto* const field = schema_->children[child];
        return field->dictionary == nullptr && is_text(arrow_type(field->format).kind);
    }
    void add_words(const OwnedBatch& owned, std::size_t child) {
        constexpr std::size_t at_once = 1U << 16U; // rows whose views are made at a time
        const ArrowArray& batch = *owned->get();
        const auto* const field = schema_->children[child];
        ArrowPart part{field, batch.children[child],
                       0,     0,
                       owned, source_ + ": column " + quoted(field->name == nullptr ? "" : field->name),
                       0};
        const auto length = static_cast<std::size_t>(batch.length);
        for (std::size_t first = 0; first < length; first += at_once) {
            part.rows = std::min(at_once, length - first);
            part.offset = static_cast<std::size_t>(batch.offset + part.array->offset) + first;
            part.first_row = first_row_ + rows_ + first;
            auto valid = batch_validity(batch);
            valid.offset += first;
            words_[child].add(masked(arrow_column(part), valid));
        }
    }

    const ArrowSchema* schema_;
    std::string source_;
    std::size_t first_row_;
    std::size_t rows_ = 0;
    std::vector<WordCoder> words_;          ///< of the columns of words
    std::vector<std::vector<Column>> rest_; ///< of the others, batch by batch
};

[[noreturn]] inline void fail_stream(const std::string& source, ArrowArrayStream* stream, int code) {
    const char* const told = stream->get_last_error == nullptr ? nullptr : stream->get_last_error(stream);
    throw Error(source + ": the table could not be read: " +
                (told != nullptr ? std::string(told) : std::generic_category().message(code)));
}

} // namespace detail

/// Makes a frame of one batch, a struct of columns. Takes schema and array over and releases them, the array once
/// the last column that looks at it is gone.
///
/// Columns of float64, int64, uint32, uint8 and date32 are looked at where they lie, and so are the bytes of text.
/// Other whole numbers become int64, float32 becomes float64, truth values 0 and 1, decimals their exact text,
/// date64 and timestamps days (see `detail::DayClock`; the time within the day is left out), dictionaries
/// what they stand for unless `words` says otherwise, and a column of nulls a float64 column without a value.
/// @param source names the table in messages; `first_row` is the number of its first row there.
/// @throws Error naming the column for any other type, a number beyond int64, two columns of one name, or malformed
/// data; what was given is released then too.
inline Frame import_array(ArrowSchema& schema, ArrowArray& array, std::string source, std::size_t first_row,
                          WordsAs words = WordsAs::views) {
    detail::Owned<ArrowSchema> layout(schema);
    const auto batch = std::make_shared<detail::Owned<ArrowArray>>(array);
    detail::check_table_schema(source, layout.get());
    if (words == WordsAs::coded) {
        detail::CodedTable coded(layout.get(), std::move(source), first_row);
        coded.add(batch);
        return std::move(coded).frame();
    }
    return detail::table(layout.get(), {batch}, std::move(source), first_row, words);
}

/// Makes a frame of all batches of a stream, which it takes over and releases; see `import_array`.
///
/// Where rows come in several batches, each column of numbers is copied once to join them.
/// @throws Error as `import_array` does, and with the stream's own words where it fails.
inline Frame import_stream(ArrowArrayStream& stream, std::string source, std::size_t first_row,
                           WordsAs words = WordsAs::views) {
    detail::Owned<ArrowArrayStream> batches_of(stream);
    if (batches_of.is_released()) {
        throw Error(source + ": this stream was read already; a stream can be read once");
    }
    detail::Owned<ArrowSchema> layout;
    if (const int code = batches_of->get_schema(batches_of.get(), layout.get()); code != 0) {
        detail::fail_stream(source, batches_of.get(), code);
    }
    detail::check_table_schema(source, layout.get());
    std::vector<detail::OwnedBatch> batches;
    std::optional<detail::CodedTable> coded;
    if (words == WordsAs::coded) {
        coded.emplace(layout.get(), source, first_row);
    }
    while (true) {
        auto batch = std::make_shared<detail::Owned<ArrowArray>>();
        if (const int code = batches_of->get_next(batches_of.get(), batch->get()); code != 0) {
            detail::fail_stream(source, batches_of.get(), code);
        }
        if (batch->is_released()) {
            return coded ? std::move(*coded).frame()
                         : detail::table(layout.get(), batches, std::move(source), first_row, words);
        }
        if (coded) {
            coded->add(batch);
        } else {
            batches.push_back(std::move(batch));
        }
    }
}

} // namespace vermeil
