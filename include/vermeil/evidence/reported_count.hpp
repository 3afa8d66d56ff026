// SPDX-License-Identifier: MIT
#pragma once
// A share that somebody returns as counts, such as qualified workers of all workers.

#include <vermeil/core/date.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/core/proportion.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/origin.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace vermeil {

/// One item of a quarterly return: counts, or the reason why there are none; and when it was due, came and was
/// chased. A row whose figures were refused is `unknown`.
struct ReportedCount {
    std::string service;
    Quarter quarter;
    std::string item;
    Observed<Proportion> counts;
    std::optional<Date> due_on;
    std::optional<Date> received_on;
    std::optional<Date> reminded_on;
    Origin origin;
    bool refused = false; ///< its figures could not be used: see the rejects

    /// Whether it came after the day on which it was due.
    [[nodiscard]] bool is_late() const { return due_on && received_on && *received_on > *due_on; }
    /// Whether on that day the due date had passed and a reminder had gone out.
    [[nodiscard]] bool is_chased_on(Date day) const {
        return due_on && *due_on < day && reminded_on && *reminded_on <= day;
    }
};

/// Quarterly returns as counts, one row an item.
inline const Schema& counts_schema() {
    static const Schema schema{
        "counts",
        "Quarterly returns as counts: one row for each service, quarter and item",
        {detail::service_column(),
         detail::quarter_column(),
         {"item", CellKind::text, "What is counted, by its id in the framework, such as leavers"},
         {"count", CellKind::whole, "How many count, such as workers who left", false},
         {"base", CellKind::whole, "Of how many, such as workers employed", false},
         {"state",
          CellKind::word,
          "Why there are no counts; leave empty where there are",
          false,
          {state_names.begin() + 1, state_names.end()}},
         {"due_on", CellKind::date, "The day the return was due", false},
         {"received_on", CellKind::date, "The day it came", false},
         {"reminded_on", CellKind::date, "The day a reminder went out, where it did not come", false}}};
    return schema;
}

namespace detail::reported_count_field {
enum : std::size_t { service, quarter, item, count, base, state, due_on, received_on, reminded_on };
}

} // namespace vermeil
