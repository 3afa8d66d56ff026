// SPDX-License-Identifier: MIT
#pragma once
// What was told of many services, counted with its base.

#include <vermeil/risk/news.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// How often one kind of fact was told, of how many services, with its base.
struct Theme {
    std::string source;
    std::string kind;
    std::size_t facts = 0;    ///< each row once, whatever the number of services it concerns
    std::size_t services = 0; ///< of which it was told
    std::size_t of = 0;       ///< services open on the day: the base
};

/// The themes of some facts, those of most services first, then by their names. Returns of every quarter are no theme, and
/// capitals make no other kind.
inline std::vector<Theme> themes(const std::vector<NewFact>& facts, const Evidence& evidence, Date as_of) {
    const auto open = std::count_if(evidence.services.begin(), evidence.services.end(),
                                    [&](const Service& each) { return each.is_open_on(as_of); });
    struct Told {
        std::string kind; // as it was first written
        std::set<std::pair<std::string, std::size_t>> rows;
        std::set<std::string> services;
    };
    std::map<std::pair<std::string, std::string>, Told> told;
    for (const auto& fact : facts) {
        if (fact.periodic) {
            continue;
        }
        auto& theme = told[{fact.source, folded(fact.kind)}];
        theme.kind = theme.kind.empty() ? fact.kind : theme.kind;
        theme.rows.insert({fact.origin.source ? *fact.origin.source : "", fact.origin.row});
        theme.services.insert(fact.service);
    }
    std::vector<Theme> all;
    for (const auto& [key, theme] : told) {
        all.push_back({key.first, theme.kind, theme.rows.size(), theme.services.size(),
                       static_cast<std::size_t>(open)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Theme& a, const Theme& b) { return a.services > b.services; });
    return all;
}

} // namespace vermeil
