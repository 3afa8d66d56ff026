// SPDX-License-Identifier: MIT
#pragma once
// Reads earlier ratings from a table, such as the ratings.csv of an earlier quarter.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/rating/history.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// Earlier ratings, one row for each service and quarter.
inline const Schema& history_schema() {
    static const Schema schema{
        "history",
        "Earlier ratings, one row for each service and quarter",
        {{"service", CellKind::id, "The service, as in the measures"},
         {"quarter", CellKind::quarter, "The quarter of the rating, as 2024-25 Q3"},
         {"band", CellKind::text, "The band that stood, or Not rated"},
         {"proposed", CellKind::text, "The band that the rules proposed; empty: the one that stood", false}}};
    return schema;
}

namespace detail {

/// The number of a band; a reject where the framework has none of that name.
inline std::optional<std::uint8_t> band_in(RowReader& row, std::size_t field, std::string_view name,
                                           const Framework& framework) {
    const auto& bands = framework.rules().bands;
    if (name == "Not rated") {
        return no_band;
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (bands[i].name == name) {
            return static_cast<std::uint8_t>(i);
        }
        names.push_back(bands[i].name);
    }
    names.emplace_back("Not rated");
    row.reject(field, "no band of this edition; it has " + one_of(names));
    return std::nullopt;
}

} // namespace detail

/// Adds the rows of a table to a history. A row whose band the framework does not have, and a second row for one service and
/// quarter, are rejects: for the framework there was no rating then.
/// @throws Error when a required column is missing.
inline void read_history(const Framework& framework, const Frame& frame, History& history, Rejects& rejects) {
    const auto& faults = frame.provenance().faults;
    rejects.append(faults);
    enum : std::size_t { service, quarter, band, proposed };
    const Reader reader(history_schema(), frame);
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        if (reader.is_blank(i)) {
            continue;
        }
        auto row = reader.row(i, rejects);
        const auto id = row.text(service);
        const auto when = row.quarter(quarter);
        const auto stood = row.text(band);
        if (!row.ok()) {
            continue;
        }
        const auto standing = detail::band_in(row, band, *stood, framework);
        const auto proposal = row.text(proposed);
        const auto meant = proposal ? detail::band_in(row, proposed, *proposal, framework) : standing;
        if (row.ok() && !history.add(*id, {*when, *standing, *meant})) {
            row.reject(quarter, "this service and quarter stand already in an earlier row");
        }
    }
}

} // namespace vermeil
