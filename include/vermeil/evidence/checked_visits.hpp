// SPDX-License-Identifier: MIT
#pragma once
// A log of visits, read and held against itself and against what else is known.

#include <vermeil/core/batch.hpp>
#include <vermeil/evidence/cancelled_at.hpp>
#include <vermeil/evidence/visit_doubles.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/evidence/visit_register.hpp>
#include <vermeil/evidence/visit_spelling.hpp>
#include <vermeil/market/care_package.hpp>
#include <vermeil/market/service.hpp>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

/// What a log of visits is held against; null where it is not known.
struct VisitRegister {
    const std::vector<Service>* services = nullptr; ///< in the order of ids
    const std::vector<CarePackage>* packages = nullptr;
};

/// Reads a log with every check: of each row, of rows that cannot all be true, and against the register.
/// @throws Error as `read_visits` does.
inline VisitLog checked_visits(Batches table, const VisitRegister& known = {}, std::size_t threads = 1) {
    auto log = read_visits(std::move(table), VisitChecks::rows, threads);
    check_cancellations(log, threads);
    check_duplicates(log, threads);
    if (known.services != nullptr) {
        check_services(log, *known.services);
    }
    if (known.packages != nullptr) {
        check_packages(log, *known.packages);
    }
    check_places(log, threads);
    check_spelling(log);
    std::sort(log.faults.begin(), log.faults.end(), [](const VisitFault& a, const VisitFault& b) {
        return std::tuple(a.row, a.field, a.doubt) < std::tuple(b.row, b.field, b.doubt);
    });
    return log;
}

} // namespace vermeil
