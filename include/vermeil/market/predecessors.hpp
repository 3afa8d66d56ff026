// SPDX-License-Identifier: MIT
#pragma once
// Which services took over from which, checked over the whole register.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/market/service.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vermeil::detail {

/// The services by id.
using ServicesById = std::map<std::string, Service*>;

/// Whether the way back from a service, through those that it took over from, leads to `sought`.
inline bool leads_back(const ServicesById& services, const std::string& from, const std::string& sought,
                       std::set<std::string>& seen) {
    const auto found = services.find(from);
    if (found == services.end() || !seen.insert(from).second) {
        return false;
    }
    for (const auto& before : found->second->predecessors()) {
        if (before.text() == sought || leads_back(services, before.text(), sought, seen)) {
            return true;
        }
    }
    return false;
}

/// The first row of a table that holds a service, counted from 0; nothing where none does.
inline std::optional<std::size_t> row_of(const Frame& frame, const std::string& service) {
    const auto* column = frame.find("service");
    for (std::size_t row = 0; column != nullptr && row < column->size(); ++row) {
        if (cell_text(*column, row) == service) {
            return row;
        }
    }
    return std::nullopt;
}

/// Strikes out predecessors that the register does not list and those that would make a service its own predecessor. The
/// row is kept, and the fault told.
inline void refuse_bad_predecessors(const Frame& frame, std::vector<Service>& services, Rejects& rejects) {
    ServicesById by_id;
    for (auto& service : services) {
        by_id.emplace(service.id().text(), &service);
    }
    for (auto& service : services) {
        const auto named = service.predecessors(); // a copy, since some may be struck out
        for (const auto& before : named) {
            std::set<std::string> seen;
            const auto& id = service.id().text();
            const bool circle = before.text() == id || leads_back(by_id, before.text(), id, seen);
            if (!circle && by_id.contains(before.text())) {
                continue;
            }
            const auto row = row_of(frame, id);
            rejects.push_back({row ? frame.source(*row) : frame.source(), row ? frame.row_number(*row) : 0,
                               "predecessors", before.text(),
                               circle ? "the service would be its own predecessor"
                                      : "no such service in the register; list it, with its last day",
                               true, false});
            service = service.without_predecessor(before);
        }
    }
}

} // namespace vermeil::detail
