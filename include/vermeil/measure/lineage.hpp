// SPDX-License-Identifier: MIT
#pragma once
// Whose evidence counts for a service that took over from others.

#include <vermeil/core/quarter.hpp>
#include <vermeil/evidence/evidence.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace vermeil {

/// The services that one took over from, and those that they took over from, the nearest first and each once. The register
/// has no circles: reading it refuses them.
inline std::vector<const Service*> ancestors_of(const Evidence& evidence, const Service& service) {
    std::vector<const Service*> found;
    const auto add = [&](const Service& heir) {
        for (const auto& id : heir.predecessors()) {
            const auto* before = evidence.find(id.text());
            if (before != nullptr && std::find(found.begin(), found.end(), before) == found.end()) {
                found.push_back(before);
            }
        }
    };
    add(service);
    for (std::size_t next = 0; next < found.size(); ++next) {
        add(*found[next]);
    }
    return found;
}

/// Those whose returns and answers of a quarter are the service's: its own; of a quarter that ended before it opened, those
/// of the services that it took over from. A service whose first day is not known has its own alone.
inline std::vector<const Service*> owners_in(const Evidence& evidence, const Service& service,
                                             Quarter quarter) {
    const auto opened = service.first_day();
    if (!opened || *opened <= quarter.last_day() || service.predecessors().empty()) {
        return {&service};
    }
    std::vector<const Service*> owners;
    for (const auto& id : service.predecessors()) {
        if (const auto* before = evidence.find(id.text())) {
            for (const auto* owner : owners_in(evidence, *before, quarter)) {
                if (std::find(owners.begin(), owners.end(), owner) == owners.end()) {
                    owners.push_back(owner);
                }
            }
        }
    }
    return owners.empty() ? std::vector<const Service*>{&service} : owners;
}

} // namespace vermeil
