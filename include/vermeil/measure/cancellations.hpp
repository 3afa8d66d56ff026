// SPDX-License-Identifier: MIT
#pragma once
// How visits were cancelled: by whom, and how long before they were to begin.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence/cancelled_at.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// Visits that one side cancelled; each worker's row counts.
struct CancelledSide {
    std::uint64_t visits = 0;
    /// For each whose cancelling has its moment, the seconds from that to the planned start; 0 where it came later.
    std::vector<std::int64_t> notice{};

    /// How many were cancelled with less notice than so many seconds.
    [[nodiscard]] std::uint64_t shorter_than(double seconds) const {
        return static_cast<std::uint64_t>(std::count_if(notice.begin(), notice.end(), [&](std::int64_t each) {
            return static_cast<double>(each) < seconds;
        }));
    }
    /// Adds what another part of the log has.
    void add(const CancelledSide& other) {
        visits += other.visits;
        notice.insert(notice.end(), other.notice.begin(), other.notice.end());
    }
};

/// What a service's log says of cancelled visits. Those of parts of a log are added up to those of the whole.
struct Cancellations {
    std::string service;
    std::uint64_t planned = 0; ///< rows that are used, whatever became of the visit
    CancelledSide by_person{};
    CancelledSide by_provider{};

    /// Adds what another part of the log has of the same service.
    void add(const Cancellations& other) {
        planned += other.planned;
        by_person.add(other.by_person);
        by_provider.add(other.by_provider);
    }
};

namespace detail {

/// Counts the rows of one block of a log whose services have these codes; it begins at row `first` of its part.
inline void count_block(const VisitLog& log, const VisitBlock& block, const CancelledAt& at, std::size_t part,
                        std::size_t first, std::vector<Cancellations>& of) {
    BlockOf<std::uint32_t> services, starts;
    BlockOf<MomentCell> cells;
    block.read(log.service, services);
    block.read_starts(starts);
    at.read(part, first, block.rows(), cells.data());
    for (std::size_t i = 0; i < block.rows(); ++i) {
        const auto mark = block.marks()[i];
        if ((mark & VisitMark::status_bits) == VisitMark::left_out) {
            continue;
        }
        auto& service = of[services[i]];
        ++service.planned;
        if (!is_cancelled(mark)) {
            continue;
        }
        const auto status = static_cast<VisitStatus>(mark & VisitMark::status_bits);
        auto& side = status == VisitStatus::cancelled_by_person ? service.by_person : service.by_provider;
        ++side.visits;
        if (cells[i] == MomentCell::read || cells[i] == MomentCell::repeated) {
            const auto notice = std::int64_t{starts[i]} - at.seconds(part, first + i);
            side.notice.push_back(std::max<std::int64_t>(notice, 0));
        }
    }
}

/// The cancellations of each service by its code; those without a row have none planned.
inline std::vector<Cancellations> cancellations_by_code(const VisitLog& log, const CancelledAt& at) {
    std::vector<Cancellations> of(log.service.size());
    std::size_t part = 0;
    std::size_t first = 0;
    each_block(log, 0, log.rows(), [&](const VisitBlock& block) {
        while (first == log.parts[part].rows()) {
            ++part;
            first = 0;
        }
        count_block(log, block, at, part, first, of);
        first += block.rows();
    });
    return of;
}

} // namespace detail

/// The cancellations of each service that the log names, in the order of ids.
/// @param at the moments of cancelling of this log, or of the one of which it is a window.
inline std::vector<Cancellations> cancellations(const VisitLog& log, const detail::CancelledAt& at) {
    auto of = detail::cancellations_by_code(log, at);
    std::vector<Cancellations> made;
    for (const auto code : log.service.in_order()) {
        if (of[code].planned > 0) {
            of[code].service = log.service.name(code);
            made.push_back(std::move(of[code]));
        }
    }
    return made;
}

/// The same of a log whose column `cancelled_at` is read for it alone.
/// @throws Error when that column holds something else than moments and texts.
inline std::vector<Cancellations> cancellations(const VisitLog& log, std::size_t threads = 1) {
    return cancellations(log, detail::CancelledAt(log, threads));
}

/// A table of them, a row a service: visits planned and cancelled, and of both sides how many have the moment of
/// cancelling (`_dated`) and how many of those were cancelled with less notice than so many hours (`_short`).
inline Frame frame_of(const std::vector<Cancellations>& all, double short_hours) {
    std::vector<std::string> services;
    std::vector<std::vector<std::int64_t>> counts(7);
    for (const auto& each : all) {
        services.push_back(each.service);
        std::size_t at = 0;
        const auto put = [&](std::uint64_t count) {
            counts[at++].push_back(static_cast<std::int64_t>(count));
        };
        put(each.planned);
        for (const auto* side : {&each.by_person, &each.by_provider}) {
            put(side->visits);
            put(side->notice.size());
            put(side->shorter_than(short_hours * 3600));
        }
    }
    std::vector<Column> columns{text_column("service", std::move(services))};
    std::size_t at = 0;
    for (const auto* name :
         {"planned", "cancelled_by_person", "cancelled_by_person_dated", "cancelled_by_person_short",
          "cancelled_by_provider", "cancelled_by_provider_dated", "cancelled_by_provider_short"}) {
        columns.push_back(number_column(name, std::move(counts[at++])));
    }
    return {"cancellations", std::move(columns)};
}

} // namespace vermeil
