// SPDX-License-Identifier: MIT
#pragma once
// Columns that own what was converted or joined, beside the producers whose memory they still look at.

#include <vermeil/arrow/bits.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// What a column is made of when it does not look at one producer's memory alone.
template <class Value> struct Held {
    std::vector<Value> values;
    Bits bits;                                          ///< valid rows, where they had to be written anew
    std::vector<std::shared_ptr<const void>> producers; ///< whose memory is still looked at
};

/// The numbers, words or day numbers of one kind of column.
template <class Data> auto values_of(const Data& data) {
    if constexpr (std::is_same_v<Data, Days>) {
        return data.values;
    } else {
        return data;
    }
}

inline Validity validity_of(const Column& column) { return {column.valid, column.valid_offset}; }

/// A column of the kind `Data` that owns `held`; its valid rows are those of `held.bits` unless that is empty.
template <class Data, class Value>
Column column_of(std::string name, Held<Value> held, Validity validity = {}) {
    const auto owner = std::make_shared<const Held<Value>>(std::move(held));
    if (!owner->bits.empty()) {
        validity = {owner->bits.data(), 0};
    }
    return {std::move(name), Data{std::span<const Value>(owner->values)}, validity.bits, validity.offset,
            owner};
}

/// Whether `Data` holds words in another form than views.
template <class Data> inline constexpr bool is_words_as_they_lie =
    std::is_same_v<Data, Texts> || std::is_same_v<Data, Coded>;

/// The same column, its words as views.
inline Column with_views(Column column) {
    std::visit(
        [&column]<class Data>(const Data& data) {
            if constexpr (is_words_as_they_lie<Data>) {
                Held<std::string_view> held;
                held.values.resize(data.size());
                for (std::size_t row = 0; row < data.size(); ++row) {
                    held.values[row] = column.has(row) ? data[row] : std::string_view{};
                }
                held.producers.push_back(column.owner);
                column = column_of<std::span<const std::string_view>>(column.name, std::move(held),
                                                                      validity_of(column));
            }
        },
        Column::Data(column.data));
    return column;
}

/// The values of columns of one kind, end to end.
template <class Data> Column joined_values(std::vector<Column> parts) {
    using Value = std::remove_const_t<typename decltype(values_of(std::declval<Data>()))::element_type>;
    Held<Value> held;
    std::size_t rows = 0;
    bool any_null = false;
    for (const auto& part : parts) {
        rows += part.size();
        any_null = any_null || part.valid != nullptr;
    }
    held.values.reserve(rows);
    for (const auto& part : parts) {
        const auto values = values_of(std::get<Data>(part.data));
        held.values.insert(held.values.end(), values.begin(), values.end());
        if (any_null) {
            held.bits.append(validity_of(part), part.size());
        }
        if constexpr (std::is_same_v<Value, std::string_view>) {
            held.producers.push_back(part.owner);
        }
    }
    return column_of<Data>(parts.front().name, std::move(held));
}

/// Joins columns of one kind, end to end, in one copy. One column alone is passed on as it is.
inline Column joined_parts(std::vector<Column> parts) {
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    for (auto& part : parts) {
        part = with_views(std::move(part));
    }
    return std::visit(
        [&parts]<class Data>(const Data&) -> Column {
            if constexpr (is_words_as_they_lie<Data>) {
                throw Error(parts.front().name + " holds words that are no views"); // none is left
            } else {
                return joined_values<Data>(std::move(parts));
            }
        },
        parts.front().data);
}

/// The same column with further rows made null.
inline Column masked(Column column, Validity validity) {
    if (validity.bits == nullptr || column.size() == 0) {
        return column;
    }
    struct Masked {
        Bits bits;
        std::shared_ptr<const void> producer;
    };
    auto owner =
        std::make_shared<Masked>(Masked{both(validity_of(column), validity, column.size()), column.owner});
    column.valid = owner->bits.data();
    column.valid_offset = 0;
    column.owner = std::move(owner);
    return column;
}

} // namespace vermeil::detail
