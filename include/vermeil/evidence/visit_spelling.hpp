// SPDX-License-Identifier: MIT
#pragma once
// Ids of a log of visits that are two only by their capitals or blanks.

#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/id_column.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_doubles.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Codes of texts that are alike but for capitals and blanks, together; in the order of their bytes.
inline std::vector<std::vector<std::uint32_t>> codes_alike(const IdColumn& ids) {
    std::vector<std::vector<std::uint32_t>> alike;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_fold;
    for (std::uint32_t code = 0; ids.is_text() && code < ids.size(); ++code) {
        by_fold[folded(ids.name(code))].push_back(code);
    }
    for (auto& [fold, codes] : by_fold) {
        if (codes.size() > 1) {
            std::sort(codes.begin(), codes.end(),
                      [&](auto one, auto other) { return ids.name(one) < ids.name(other); });
            alike.push_back(std::move(codes));
        }
    }
    return alike;
}

/// Calls `work(row, code)` for the rows that are used and name an id.
template <class Work>
void each_id(const VisitLog& log, std::size_t field, const IdColumn& ids, const Work& work) {
    BlockOf<std::uint32_t> codes;
    std::uint64_t row = 0;
    each_block(log, 0, log.rows(), [&](const VisitBlock& block) {
        block.read(ids, codes);
        for (std::size_t i = 0; i < block.rows(); ++i, ++row) {
            if (!is_left_out(block.marks()[i]) && (field != visit_field::worker || block.has_worker(i))) {
                work(row, codes[i]);
            }
        }
    });
}

/// Doubts the rows of one column.
inline void check_spelling(VisitLog& log, std::size_t field, const IdColumn& ids) {
    const auto alike = codes_alike(ids);
    if (alike.empty()) {
        return;
    }
    std::vector<std::uint64_t> rows(ids.size());
    each_id(log, field, ids, [&](std::uint64_t, std::uint32_t code) { ++rows[code]; });
    std::vector<bool> is_rarer(ids.size(), false);
    for (const auto& codes : alike) {
        const auto usual = *std::max_element(codes.begin(), codes.end(),
                                             [&](auto one, auto other) { return rows[one] < rows[other]; });
        for (const auto code : codes) {
            is_rarer[code] = code != usual;
        }
    }
    each_id(log, field, ids, [&](std::uint64_t row, std::uint32_t code) {
        if (is_rarer[code]) {
            constexpr auto doubt = VisitDoubt::spelt_otherwise;
            log.faults.push_back({row, doubt, static_cast<std::uint8_t>(field), is_kept(doubt)});
        }
    });
}

} // namespace detail

/// Doubts services, people and workers whose id differs from another in capitals or blanks alone: of such ids all rows but those
/// of the one that stands in the most rows, of equals the first in the order of bytes. Only distinct ids are compared, so
/// that a log without such ids costs nothing by the row.
inline void check_spelling(VisitLog& log) {
    detail::check_spelling(log, detail::visit_field::service, log.service);
    detail::check_spelling(log, detail::visit_field::person, log.person);
    detail::check_spelling(log, detail::visit_field::worker, log.worker);
}

} // namespace vermeil
