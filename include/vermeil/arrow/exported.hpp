// SPDX-License-Identifier: MIT
#pragma once
// What stands behind an exported schema or array, and how a column's buffers are passed on.

#include <vermeil/arrow/abi.hpp>
#include <vermeil/arrow/bits.hpp>
#include <vermeil/arrow/held.hpp>
#include <vermeil/core/frame.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// What stands behind an exported schema or array: its children, and whatever `Kept` adds to keep alive. Children
/// that the consumer moved out are marked released and left to it.
template <class Abi, class Kept> struct Exported {
    std::vector<Abi> children;
    std::vector<Abi*> child_list;
    Kept kept;

    explicit Exported(std::size_t child_count) : children(child_count) {
        for (auto& child : children) {
            child_list.push_back(&child);
        }
    }
    Exported(const Exported&) = delete;
    Exported& operator=(const Exported&) = delete;
    ~Exported() {
        for (auto& child : children) {
            if (child.release != nullptr) {
                child.release(&child);
            }
        }
    }

    static void release(Abi* released) noexcept {
        if (released->release != nullptr) {
            delete static_cast<Exported*>(released->private_data);
            released->release = nullptr;
            released->private_data = nullptr;
        }
    }
};

/// Gives an exported struct its children, its keeper and its release.
template <class Abi, class Kept> void hand_over(Abi& out, std::unique_ptr<Exported<Abi, Kept>> exported) {
    out.n_children = static_cast<std::int64_t>(exported->children.size());
    out.children = exported->child_list.empty() ? nullptr : exported->child_list.data();
    out.release = &Exported<Abi, Kept>::release;
    out.private_data = exported.release();
}

inline constexpr std::size_t largest_offset = 2'147'483'647;

/// Whether `Data` holds words, in any form.
template <class Data> inline constexpr bool is_words =
    is_words_as_they_lie<Data> || std::is_same_v<Data, std::span<const std::string_view>>;

/// Whether words need 64-bit offsets: their bytes together are more than `most`.
template <class Words>
bool is_large_text(const Words& words, const Column& column, std::size_t most = largest_offset) {
    std::size_t bytes = 0;
    for (std::size_t row = 0; row < words.size(); ++row) {
        bytes += column.has(row) ? words[row].size() : 0;
    }
    return bytes > most;
}

template <class Words> const char* text_format(const Words& words, const Column& column) {
    return is_large_text(words, column) ? "U" : "u";
}

inline const char* arrow_format(const Column& column) {
    struct Format {
        const Column& column;
        const char* operator()(std::span<const double>) const { return "g"; }
        const char* operator()(std::span<const std::int64_t>) const { return "l"; }
        const char* operator()(std::span<const std::uint32_t>) const { return "I"; }
        const char* operator()(std::span<const std::uint8_t>) const { return "C"; }
        const char* operator()(Days) const { return "tdD"; }
        const char* operator()(std::span<const std::string_view> words) const {
            return text_format(words, column);
        }
        const char* operator()(const Texts& words) const { return text_format(words, column); }
        const char* operator()(const Coded& words) const { return text_format(words, column); }
    };
    return std::visit(Format{column}, column.data);
}

struct KeptName {
    std::string name;
    Owned<ArrowSchema> dictionary{}; ///< of words that go out by their places
};

inline void export_field(const char* format, std::string name, std::size_t child_count, ArrowSchema& out,
                         const Column* entries = nullptr) {
    auto exported = std::make_unique<Exported<ArrowSchema, KeptName>>(child_count);
    exported->kept.name = std::move(name);
    out = ArrowSchema{};
    out.format = format;
    out.name = exported->kept.name.c_str();
    out.flags = child_count == 0 ? ARROW_FLAG_NULLABLE : 0;
    if (entries != nullptr) {
        export_field(arrow_format(*entries), "", 0, *exported->kept.dictionary.get());
        out.dictionary = exported->kept.dictionary.get();
    }
    hand_over(out, std::move(exported));
}

struct KeptBuffers {
    std::vector<const void*> buffers;
    std::shared_ptr<const void> owner; ///< of numbers and bitmap that are passed on uncopied
    Bits bits;
    std::vector<unsigned char> copied;
    std::vector<std::int32_t> offsets;
    std::vector<std::int64_t> large_offsets;
    std::string bytes;
    Owned<ArrowArray> dictionary{};
};

inline constexpr std::int64_t no_values[1] = {0}; ///< where a buffer may not be null but is empty

/// The bitmap: passed on where it begins at a whole byte, else shifted into a copy.
inline const void* exported_validity(const Column& column, KeptBuffers& kept) {
    if (column.valid == nullptr) {
        return nullptr;
    }
    if (column.owner != nullptr && column.valid_offset % 8 == 0) {
        return column.valid + column.valid_offset / 8;
    }
    kept.bits.append(validity_of(column), column.size());
    return kept.bits.empty() ? nullptr : kept.bits.data();
}

/// The numbers: passed on, or copied where no owner would keep them.
template <class Value>
const void* exported_values(std::span<const Value> values, const Column& column, KeptBuffers& kept) {
    if (values.empty()) {
        return no_values;
    }
    if (column.owner != nullptr) {
        return values.data();
    }
    const auto* const first = reinterpret_cast<const unsigned char*>(values.data());
    kept.copied.assign(first, first + values.size_bytes());
    return kept.copied.data();
}

/// Writes words one after the other, with their offsets; null rows take no bytes.
template <class Offset, class Words> const void*
exported_words(const Words& words, const Column& column, std::string& bytes, std::vector<Offset>& offsets) {
    offsets.reserve(words.size() + 1);
    offsets.push_back(0);
    for (std::size_t row = 0; row < words.size(); ++row) {
        bytes += column.has(row) ? words[row] : std::string_view{};
        offsets.push_back(static_cast<Offset>(bytes.size()));
    }
    return offsets.data();
}

inline void fill_buffers(const Column& column, KeptBuffers& kept) {
    kept.owner = column.owner;
    kept.buffers.push_back(exported_validity(column, kept));
    std::visit(
        [&]<class Data>(const Data& data) {
            if constexpr (is_words<Data>) {
                kept.buffers.push_back(is_large_text(data, column)
                                           ? exported_words(data, column, kept.bytes, kept.large_offsets)
                                           : exported_words(data, column, kept.bytes, kept.offsets));
                kept.buffers.push_back(kept.bytes.data());
            } else {
                kept.buffers.push_back(exported_values(values_of(data), column, kept));
            }
        },
        column.data);
}

/// The words of a dictionary as a column of their own.
inline Column entries_of(const Coded& coded, const Column& column) {
    return {"", coded.words, nullptr, 0, column.owner};
}

/// Writes a column; one of words by their places with its dictionary where `by_place` says so.
inline void export_column(const Column& column, bool by_place, ArrowArray& out) {
    auto exported = std::make_unique<Exported<ArrowArray, KeptBuffers>>(0);
    auto& kept = exported->kept;
    const auto* const coded = by_place ? column.as<Coded>() : nullptr;
    if (coded == nullptr) {
        fill_buffers(column, kept);
    } else {
        kept.owner = column.owner;
        kept.buffers.push_back(exported_validity(column, kept));
        kept.buffers.push_back(exported_values(coded->places, column, kept));
        export_column(entries_of(*coded, column), false, *kept.dictionary.get());
    }
    out = ArrowArray{};
    out.dictionary = coded == nullptr ? nullptr : kept.dictionary.get();
    out.length = static_cast<std::int64_t>(column.size());
    out.null_count = column.valid == nullptr ? 0 : -1;
    out.n_buffers = static_cast<std::int64_t>(exported->kept.buffers.size());
    out.buffers = exported->kept.buffers.data();
    hand_over(out, std::move(exported));
}

} // namespace vermeil::detail
