// SPDX-License-Identifier: MIT
#pragma once
// Numbers out of returns that are owed for each quarter.

#include <vermeil/measure/lineage.hpp>
#include <vermeil/measure/pooled_share.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// Part and base of one return.
struct Counted {
    std::uint64_t count = 0;
    std::uint64_t n = 0;
};

namespace detail {

/// A number of a return; `not_submitted` where its cell is empty, `unknown` where it was refused.
inline Observed<std::uint64_t> number_of(const Record& row, std::size_t field) {
    const auto* number = row.get<std::uint32_t>(field);
    return number != nullptr ? Observed<std::uint64_t>(*number)
                             : (row.is_refused(field) ? State::unknown : State::not_submitted);
}

/// The sum of several, all of which are needed.
inline Observed<std::uint64_t> sum_of(const Record& row, std::initializer_list<std::size_t> fields) {
    std::uint64_t sum = 0;
    for (const auto field : fields) {
        const auto number = number_of(row, field);
        if (!number.is_present()) {
            return number;
        }
        sum += number.value();
    }
    return sum;
}

/// A part with its base; absent where one of the two is.
inline Observed<Counted> counted(const Observed<std::uint64_t>& count, const Observed<std::uint64_t>& n) {
    return !count.is_present() ? Observed<Counted>(count.state())
           : !n.is_present()   ? Observed<Counted>(n.state())
                               : Observed<Counted>(Counted{count.value(), n.value()});
}

/// A service's return for a quarter: `not_submitted` where there is none, `unknown` where one was refused that may be it.
inline Observed<const Record*> return_of(const StandardTask& task, std::string_view table,
                                         const std::string& service, Quarter quarter) {
    const auto* records = task.evidence->find_records(table);
    bool lost = false;
    for (const auto& row : records != nullptr ? records->of(service) : std::span<const Record>()) {
        if (!row.refused && row.from == quarter.first_day()) {
            return &row;
        }
        lost = lost || row.refused;
    }
    return lost ? State::unknown : State::not_submitted;
}

/// Whose returns of a quarter count for a service.
inline std::vector<const Service*> owners_of(const StandardTask& task, const Service& service,
                                             Quarter quarter) {
    return task.measure.inherits ? owners_in(*task.evidence, service, quarter)
                                 : std::vector<const Service*>{&service};
}

/// Whether a return came after its due date, or did not come though it was asked for again, as flags.
inline std::uint8_t return_flags(const Record& row, const RecordKind& kind, Date as_of) {
    const auto day = [&](std::string_view name) { return row.get<Date>(kind.schema.position(name)); };
    const auto *due = day("due_on"), *received = day("received_on"), *reminded = day("reminded_on");
    const bool is_late = due != nullptr && received != nullptr && *received > *due;
    const bool is_chased = due != nullptr && *due < as_of && reminded != nullptr && *reminded <= as_of;
    return static_cast<std::uint8_t>((is_late ? CellFlag::late : 0) | (is_chased ? CellFlag::chased : 0));
}

/// A share whose part and base `take` finds in each return; pooled over quarters it adds the counts.
template <class Take> Cell share_of_returns(const StandardTask& task, const RecordKind& kind,
                                            const Service& service, const DrawingDay& day, Take take) {
    PooledShare pooled{day.as_of};
    for (int back = static_cast<int>(task.measure.quarters) - 1; back >= 0; --back) {
        const auto quarter = day.quarter - back;
        for (const auto* owner : owners_of(task, service, quarter)) {
            const auto row = return_of(task, kind.schema.name, owner->id().text(), quarter);
            if (!row.is_present()) {
                return absent_cell(row.state());
            }
            const auto flags = return_flags(*row.value(), kind, day.as_of);
            const Observed<Counted> found = take(*row.value());
            if (!found.is_present()) {
                return absent_cell(found.state(), flags & CellFlag::chased);
            }
            pooled.count += found.value().count;
            pooled.add(found.value().n, quarter.last_day(), owner != &service);
            pooled.flags = static_cast<std::uint8_t>(pooled.flags | (flags & CellFlag::late));
        }
    }
    return pooled.cell(task.measure.least_n);
}

} // namespace detail

} // namespace vermeil
