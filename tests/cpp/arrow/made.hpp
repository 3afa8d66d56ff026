// SPDX-License-Identifier: MIT
#pragma once
// Arrow schemas, arrays and streams built by hand; releasing one frees its memory, so a late look is a fault.

#include <vermeil/arrow/abi.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace made {

/// How many structs were made and not yet released.
inline int alive = 0;

/// Bytes of one buffer; nothing for a null pointer.
using Buffer = std::optional<std::vector<unsigned char>>;

template <class Value> Buffer buffer(const std::vector<Value>& values) {
    std::vector<unsigned char> bytes(values.size() * sizeof(Value));
    if (!bytes.empty()) {
        std::memcpy(bytes.data(), values.data(), bytes.size());
    }
    return bytes;
}

/// A bitmap from one character a row, `1` or `0`, the first row first.
inline Buffer bits(const std::string& rows) {
    std::vector<unsigned char> bytes((rows.size() + 7) / 8);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        bytes[row / 8] =
            static_cast<unsigned char>(bytes[row / 8] | (rows[row] == '1' ? 1U << (row % 8) : 0U));
    }
    return bytes;
}

template <class Abi> struct Kept {
    std::vector<Buffer> bytes;
    std::vector<const void*> buffers;
    std::string format;
    std::string name;
    std::vector<Abi> children;
    std::vector<Abi*> list;
    std::vector<Abi> dictionary;

    static void release(Abi* released) {
        auto* const kept = static_cast<Kept*>(released->private_data);
        for (auto* part : {&kept->children, &kept->dictionary}) {
            for (auto& child : *part) {
                if (child.release != nullptr) {
                    child.release(&child);
                }
            }
        }
        delete kept;
        released->release = nullptr;
        --alive;
    }

    static void attach(Abi& out, Kept* kept) {
        for (auto& child : kept->children) {
            kept->list.push_back(&child);
        }
        out.n_children = static_cast<std::int64_t>(kept->children.size());
        out.children = kept->list.data();
        out.dictionary = kept->dictionary.empty() ? nullptr : kept->dictionary.data();
        out.release = &release;
        out.private_data = kept;
        ++alive;
    }
};

inline ArrowSchema schema(std::string format, std::string name = "", std::vector<ArrowSchema> children = {},
                          std::vector<ArrowSchema> dictionary = {}) {
    auto* const kept = new Kept<ArrowSchema>{
        {}, {}, std::move(format), std::move(name), std::move(children), {}, std::move(dictionary)};
    ArrowSchema out{};
    out.format = kept->format.c_str();
    out.name = kept->name.c_str();
    Kept<ArrowSchema>::attach(out, kept);
    return out;
}

inline ArrowArray array(std::int64_t length, std::vector<Buffer> buffers, std::int64_t offset = 0,
                        std::vector<ArrowArray> children = {}, std::vector<ArrowArray> dictionary = {}) {
    auto* const kept =
        new Kept<ArrowArray>{std::move(buffers), {}, "", "", std::move(children), {}, std::move(dictionary)};
    for (const auto& bytes : kept->bytes) {
        kept->buffers.push_back(bytes ? bytes->data() : nullptr);
    }
    ArrowArray out{};
    out.length = length;
    out.null_count = -1;
    out.offset = offset;
    out.n_buffers = static_cast<std::int64_t>(kept->buffers.size());
    out.buffers = kept->buffers.data();
    Kept<ArrowArray>::attach(out, kept);
    return out;
}

/// A batch of columns.
inline ArrowArray batch(std::int64_t length, std::vector<ArrowArray> columns, std::int64_t offset = 0,
                        Buffer validity = std::nullopt) {
    return array(length, {std::move(validity)}, offset, std::move(columns));
}

/// What a made stream gives: its schema, its batches, then `code` with `error` where that is not 0.
struct Source {
    ArrowSchema schema{};
    std::vector<ArrowArray> batches{};
    int code = 0;
    const char* error = nullptr;
    bool schema_fails = false;
    std::size_t given = 0;

    static Source* of(ArrowArrayStream* stream) { return static_cast<Source*>(stream->private_data); }
};

inline ArrowArrayStream stream(Source source) {
    ArrowArrayStream out{};
    out.private_data = new Source(std::move(source));
    ++alive;
    out.get_schema = [](ArrowArrayStream* self, ArrowSchema* to) {
        auto* const from = Source::of(self);
        if (!from->schema_fails) {
            *to = std::exchange(from->schema, ArrowSchema{});
        }
        return from->schema_fails ? from->code : 0;
    };
    out.get_next = [](ArrowArrayStream* self, ArrowArray* to) {
        auto* const from = Source::of(self);
        if (from->given < from->batches.size()) {
            *to = std::exchange(from->batches[from->given++], ArrowArray{});
            return 0;
        }
        *to = ArrowArray{};
        return from->code;
    };
    out.get_last_error = [](ArrowArrayStream* self) { return Source::of(self)->error; };
    out.release = [](ArrowArrayStream* self) {
        auto* const from = Source::of(self);
        for (auto& batch : from->batches) {
            if (batch.release != nullptr) {
                batch.release(&batch);
            }
        }
        if (from->schema.release != nullptr) {
            from->schema.release(&from->schema);
        }
        delete from;
        self->release = nullptr;
        --alive;
    };
    return out;
}

} // namespace made
