// SPDX-License-Identifier: MIT
#pragma once
// Measures that were computed elsewhere: a table with a column for each, read for one framework.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/headings.hpp>
#include <vermeil/framework/measure_columns.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/framework/rows_with_ids.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

/// The columns that a measure is read from, for a message.
inline std::string columns_needed(const Measure& measure) {
    const auto* rate = std::get_if<GivenRate>(&measure.value);
    if (rate == nullptr) {
        return quoted(measure.id) + " for the measure of that name";
    }
    return quoted(rate->column) + (rate->over.empty() ? "" : " or none " + quoted(rate->over)) +
           " for the measure " + quoted(measure.id);
}

/// Measures in an order in which facts that are taken together come after what they are made of.
inline std::vector<Measure> together_last(std::vector<Measure> measures) {
    std::stable_partition(measures.begin(), measures.end(), [](const Measure& measure) {
        return !std::holds_alternative<GivenTogether>(measure.value);
    });
    return measures;
}

} // namespace detail

/// Reads a table with one row a service and one column a measure, named by its id; beside it may stand `id.state`,
/// `id.n`, `id.count`, `id.flags` and `id.day`. A null without a state is `unknown`. Where `id.n` and `id.count` are
/// given, `id` may be left out. A column of doubles is used where it stands, not copied. Ages are counted as of `as_of`, or
/// of the last day of the quarter. A heading that differs from an id in capitals, blanks, hyphens and underscores alone
/// will do. Texts are read as people publish them: `1,234`, `61.9 %`, the
/// words of a rating, and those that the framework has for absence.
///
/// A cell that cannot be (NaN, a share above 1, an unknown word) becomes a kept reject and `unknown`; a service
/// named twice is rejected the second time.
/// @throws Error when the id column or the column of a live measure is missing; the message lists the columns.
inline Measured read_measures(const Framework& framework, const Frame& given, std::string_view id,
                              std::optional<Quarter> quarter = std::nullopt,
                              std::optional<Date> as_of = std::nullopt) {
    const auto frame = detail::called_as_asked(given, detail::asked_headings(framework, id));
    Rejects rejects = frame.provenance().faults;
    std::vector<std::string> ids;
    const auto rows = detail::rows_with_ids(frame, id, ids, rejects);
    MeasureTable table(std::move(ids), quarter, as_of);
    detail::MeasureReader reader(framework, frame, rows, rejects);
    for (const auto& measure : detail::together_last(framework.measures())) {
        if (!reader.read(measure, table) && measure.live) {
            std::vector<std::string> names;
            for (const auto& column : given.columns()) {
                names.push_back(column.name);
            }
            throw Error(frame.source() + ": no column " + detail::columns_needed(measure) + "; it has " +
                        one_of(names) + did_you_mean(measure.id, names) +
                        "; a measure that nobody has yet is live = false in the framework");
        }
    }
    return {std::move(table), std::move(rejects)};
}

} // namespace vermeil
