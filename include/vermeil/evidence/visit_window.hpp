// SPDX-License-Identifier: MIT
#pragma once
// The part of a log of visits that lies within some days, and how much of a service's rows was lost.

#include <vermeil/core/date.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/core/london_clock.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace vermeil {

/// The moment at which a day begins in London, in seconds of UTC since 1970-01-01.
inline std::int64_t london_midnight(Date day) {
    return LondonClock().moment(std::int64_t{day_number(day)} * 86'400).utc_seconds;
}

/// The same log with only the visits that are planned to start from the first to the last day, both counted, on London's
/// clock; other rows are left out without a word.
inline VisitLog visits_within(const VisitLog& log, Date first, Date last) {
    auto window = log;
    window.marks = std::make_shared<detail::LargeBuffer<std::uint8_t>>(log.rows());
    const auto begin = london_midnight(first);
    const auto end = london_midnight(last + boost::gregorian::days(1));
    auto* mark = window.marks->data();
    detail::BlockOf<std::uint32_t> starts;
    detail::each_block(log, 0, log.rows(), [&](const detail::VisitBlock& block) {
        block.read_starts(starts);
        for (std::size_t i = 0; i < block.rows(); ++i) {
            const bool within = starts[i] >= begin && starts[i] < end;
            *mark++ = within ? block.marks()[i] : std::uint8_t{VisitMark::left_out};
        }
    });
    mark = window.marks->data();
    for (auto& part : window.parts) {
        part.marks = {mark, part.rows()};
        mark += part.rows();
    }
    return window;
}

/// For each code of a service, the share of its rows that had to be left out, rows that stand there twice apart.
inline std::vector<double> lost_shares(const VisitLog& log) {
    std::vector<std::uint64_t> rows(log.service.size());
    std::vector<std::uint64_t> lost(log.service.size());
    std::vector<std::uint64_t> doubles;
    for (const auto& fault : log.faults) {
        if (fault.doubt == VisitDoubt::duplicate) {
            doubles.push_back(fault.row);
        }
    }
    std::sort(doubles.begin(), doubles.end());
    detail::BlockOf<std::uint32_t> services;
    std::uint64_t row = 0;
    detail::each_block(log, 0, log.rows(), [&](const detail::VisitBlock& block) {
        block.read(log.service, services);
        for (std::size_t i = 0; i < block.rows(); ++i, ++row) {
            const bool is_out = (block.marks()[i] & VisitMark::status_bits) == VisitMark::left_out;
            if (services[i] < rows.size() &&
                !(is_out && std::binary_search(doubles.begin(), doubles.end(), row))) {
                ++rows[services[i]];
                lost[services[i]] += static_cast<std::uint64_t>(is_out);
            }
        }
    });
    std::vector<double> shares(rows.size());
    for (std::size_t code = 0; code < rows.size(); ++code) {
        shares[code] =
            rows[code] == 0 ? 0 : static_cast<double>(lost[code]) / static_cast<double>(rows[code]);
    }
    return shares;
}

} // namespace vermeil
