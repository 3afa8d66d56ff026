// SPDX-License-Identifier: MIT
#pragma once
// Builds columns that own their memory: with nulls, or with words that are repeated many times.

#include <vermeil/core/coded.hpp>
#include <vermeil/core/date.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/rejects.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// A column of numbers of which some are null: those rows for which `has(row)` is false.
template <class Number, class Has>
Column nullable_column(std::string name, std::vector<Number> values, Has has) {
    struct Holder {
        std::vector<Number> values;
        std::vector<std::uint8_t> valid;
    };
    auto owner = std::make_shared<Holder>();
    owner->values = std::move(values);
    owner->valid.assign(owner->values.size() / 8 + 1, 0);
    for (std::size_t i = 0; i < owner->values.size(); ++i) {
        if (has(i)) {
            owner->valid[i / 8] = static_cast<std::uint8_t>(owner->valid[i / 8] | (1U << (i % 8)));
        }
    }
    return {std::move(name), std::span<const Number>(owner->values), owner->valid.data(), 0, owner};
}

/// A column of days of which some are null: those that are `no_day`. `keeper` keeps the numbers alive.
inline Column day_column(std::string name, std::span<const std::int32_t> days,
                         std::shared_ptr<const void> keeper) {
    auto has = [days](std::size_t row) { return days[row] != no_day; };
    auto valid = nullable_column(name, std::vector<std::uint8_t>(days.size()), has);
    struct Holder {
        std::shared_ptr<const void> valid, days;
    };
    auto owner = std::make_shared<Holder>(Holder{valid.owner, std::move(keeper)});
    return {std::move(name), Days{days}, valid.valid, 0, owner};
}

/// A column of words that `keeper` keeps alive.
inline Column word_column(std::string name, std::vector<std::string_view> words,
                          std::shared_ptr<const void> keeper) {
    struct Holder {
        std::vector<std::string_view> words;
        std::shared_ptr<const void> keeper;
    };
    auto owner = std::make_shared<Holder>(Holder{std::move(words), std::move(keeper)});
    return {std::move(name), std::span<const std::string_view>(owner->words), nullptr, 0, owner};
}

/// A column of words by their places in a list, which `keeper` keeps alive; a row without a word has the place of an empty one.
template <class Memory> Column coded_column(std::string name, std::vector<std::uint32_t, Memory> places,
                                            std::span<const std::string_view> words,
                                            std::shared_ptr<const void> keeper) {
    struct Holder {
        std::vector<std::uint32_t, Memory> places;
        std::shared_ptr<const void> keeper;
    };
    auto owner = std::make_shared<Holder>(Holder{std::move(places), std::move(keeper)});
    return {std::move(name), Coded{owner->places, words}, nullptr, 0, owner};
}

/// Faults as a table: source, row, column, value, reason, kept. Values that name people are masked unless asked for.
inline Frame frame_of(const std::vector<Reject>& rejects, bool unmasked = false) {
    std::vector<std::string> source;
    std::vector<std::int64_t> row;
    std::vector<std::string> column;
    std::vector<std::string> value;
    std::vector<std::string> reason;
    std::vector<std::string> outcome;
    for (const auto& reject : rejects) {
        source.push_back(reject.source);
        row.push_back(static_cast<std::int64_t>(reject.row));
        column.push_back(reject.column);
        value.push_back(reject.shown_value(unmasked));
        reason.push_back(reject.reason);
        outcome.emplace_back(reject.kept ? "kept" : "left out");
    }
    return {"rejects",
            {text_column("source", std::move(source)), number_column("row", std::move(row)),
             text_column("column", std::move(column)), text_column("value", std::move(value)),
             text_column("reason", std::move(reason)), text_column("outcome", std::move(outcome))}};
}

/// The same of those that are told, with one of row 0 for each kind that has more.
inline Frame frame_of(const Rejects& rejects, bool unmasked = false) {
    return frame_of(rejects.summed_up(), unmasked);
}

} // namespace vermeil
