// SPDX-License-Identifier: MIT
#pragma once
// How the tables of a market are read: row by row, values that refuse, and cells that hold a list.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/period.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/market/repeated.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Runs `make`; the `Error` that it throws becomes a reject of that cell.
template <class Make> auto guarded(RowReader& row, std::size_t field, Make make)
    -> std::optional<decltype(make())> {
    try {
        return make();
    } catch (const Error& fault) {
        row.reject(field, fault.what());
        return std::nullopt;
    }
}

/// The parts of a cell that lists several, separated by `;`. Blanks around them and empty parts fall away.
inline std::vector<std::string> listed(std::string_view cell) {
    std::vector<std::string> parts;
    while (!cell.empty()) {
        const auto end = cell.find(';');
        const auto part = trimmed(cell.substr(0, end));
        if (!part.empty()) {
            parts.emplace_back(part);
        }
        cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
    }
    return parts;
}

/// The ids that a cell lists, in its order; none for an empty cell. A repeat is a reject.
template <class IdType> std::vector<IdType> ids_in(RowReader& row, std::size_t field) {
    std::vector<IdType> ids;
    for (auto& part : listed(row.text(field).value_or(""))) {
        if (auto id = guarded(row, field, [&] { return IdType(std::move(part)); })) {
            ids.push_back(std::move(*id));
        }
    }
    if (const auto* twice = repeated(ids)) {
        row.reject(field, quoted(twice->text()) + " stands twice");
    }
    return ids;
}

/// The days from one column to another; the second may be empty.
inline std::optional<Period> period_in(RowReader& row, std::size_t from, std::size_t to) {
    const auto first = row.date(from);
    const auto last = row.date(to);
    if (!first || !row.ok()) {
        return std::nullopt;
    }
    return guarded(row, to, [&] { return Period(*first, last); });
}

/// Reads every row with `read_one` and hands what comes of it, with its row, to `accept`.
template <class ReadOne, class Accept>
void for_each_row(const Reader& reader, Rejects& rejects, ReadOne read_one, Accept accept) {
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        if (reader.is_blank(i)) {
            continue;
        }
        auto row = reader.row(i, rejects);
        if (auto noun = read_one(row)) {
            accept(std::move(*noun), row);
        }
    }
}

/// Reads a table of things with ids, the id being the first field. A second row of one id is a reject, so is
/// a row that `check` refuses through the row reader it is given.
template <class ReadOne, class Check> auto read_register(const Schema& schema, const Frame& frame,
                                                         Rejects& rejects, ReadOne read_one, Check check) {
    std::vector<std::remove_reference_t<decltype(*read_one(std::declval<RowReader&>()))>> nouns;
    std::unordered_map<std::string, std::size_t> seen; // id to position
    const Reader reader(schema, frame);
    for_each_row(reader, rejects, read_one, [&](auto&& noun, RowReader& row) {
        const auto id = noun.id().text();
        if (seen.contains(id)) {
            row.reject(0, "this id stands already in an earlier row");
            return;
        }
        check(noun, row);
        if (row.ok()) {
            seen.emplace(id, nouns.size());
            nouns.push_back(std::move(noun));
        }
    });
    return nouns;
}

/// The same without a check of its own.
template <class ReadOne>
auto read_register(const Schema& schema, const Frame& frame, Rejects& rejects, ReadOne read_one) {
    return read_register(schema, frame, rejects, read_one, [](const auto&, const RowReader&) {});
}

} // namespace vermeil::detail
