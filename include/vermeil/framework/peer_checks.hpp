// SPDX-License-Identifier: MIT
#pragma once
// What must hold where services are compared with each other.

#include <vermeil/framework/band_checks.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/scale_checks.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil::detail {

/// Whether any rule needs to know the other services.
inline bool compares(const std::same_as<Rules> auto& rules) {
    const auto relative = [](const auto& each) { return each.relative.has_value(); };
    return std::any_of(rules.indicators.begin(), rules.indicators.end(), relative) ||
           std::any_of(
               rules.groups.begin(), rules.groups.end(),
               [&](const auto& each) { return relative(each) || each.cuts.by != Cuts::By::scores; }) ||
           rules.cuts.by != Cuts::By::scores ||
           std::any_of(rules.missing.by_state.begin(), rules.missing.by_state.end(),
                       [](const auto& rule) { return rule.policy == Policy::peer_mean; });
}

inline void check_peers_fact(const std::same_as<Rules> auto& rules, const std::string& fact,
                             const Place& place, const std::string& about) {
    auto known = names_of(rules.facts, [](const auto& each) { return each.id; });
    for (const auto& indicator : rules.indicators) {
        known.push_back(indicator.measure.id);
    }
    require(fact.empty() || std::find(known.begin(), known.end(), fact) != known.end(), place,
            about + " has the peers " + quoted(fact) +
                "; they are told apart by a fact or a measure: " + instead_of(fact, known));
}

/// Bands of the first so many of the peers: every band but the last, each with more than the one above it.
inline void check_first(const std::vector<Band>& bands, bool ranks) {
    std::uint32_t above = 0;
    for (const auto& band : bands) {
        const auto about = "band " + quoted(band.name);
        check_first(band, ranks);
        require(!ranks || !band.cut, band.place,
                about + " has a cut; of ranks it takes the first so many: first = 10");
        const bool last = &band == &bands.back();
        require(!ranks || last != (band.first > 0), band.place,
                last ? "the last band, " + quoted(band.name) + ", takes the rest: it has no first"
                     : about + " does not say how many it takes: first = 10");
        require(!ranks || last || band.first > above, band.place,
                about + " takes the first " + std::to_string(band.first) +
                    ", all of whom are in the band above, the first " + std::to_string(above) +
                    "; count from the top");
        above = band.first;
    }
}

/// Peers are told apart by a fact, by the number of members, or not at all.
inline void check_one_way(const std::string& peers, bool by_members, const Place& place,
                          const std::string& about) {
    require(peers.empty() || !by_members, place,
            about + " has both peers and same_members; one of them tells peers apart");
}

/// Where the cuts of the bands of one node come from.
inline void check_cuts(const std::same_as<Rules> auto& rules, const Cuts& cuts,
                       const std::vector<Band>& bands, const Place& around) {
    check_first(bands, cuts.by == Cuts::By::ranks);
    const auto& place = place_or(cuts.place, around);
    check_peers_fact(rules, cuts.peers, place, "cuts");
    check_one_way(cuts.peers, cuts.by_members, place, "cuts");
    require(cuts.by != Cuts::By::scores || (cuts.peers.empty() && !cuts.by_members), place,
            "cuts by scores are the same for all services and have no peers");
    for (const auto& band : bands) {
        const auto about = "band " + quoted(band.name);
        require(cuts.by == Cuts::By::scores || !band.when, band.place,
                about + " has a condition; where cuts come from the peers, every band has a cut");
        require(cuts.by != Cuts::By::k_means || !band.cut, band.place,
                about + " has a cut; k_means finds the cuts itself");
        require(cuts.by != Cuts::By::percentiles || !band.cut || (*band.cut >= 0 && *band.cut <= 100),
                band.place,
                about + " has a cut of " + shortest(band.cut.value_or(0)) +
                    "; a percentile is a number from 0 to 100");
    }
}

/// A group's scale and the cuts of its bands.
inline void check_group_peers(const std::same_as<Rules> auto& rules, const Group& group) {
    const auto about = "group " + quoted(group.id);
    if (group.relative) {
        check_relative(*group.relative, about);
        check_peers_fact(rules, group.relative->peers, group.relative->place, about);
        check_one_way(group.relative->peers, group.relative->by_members, group.relative->place, about);
    } else if (group.scale) {
        check_scale(*group.scale, group.place, about);
    }
    const auto& place = place_or(group.cuts.place, group.place);
    require(!group.bands.empty() || group.cuts.by == Cuts::By::scores, place,
            about + " has cuts and no bands: say [[group.band]]");
    check_cuts(rules, group.cuts, group.bands, group.place);
}

inline void check_peers(const std::same_as<Rules> auto& rules) {
    for (const auto& indicator : rules.indicators) {
        if (indicator.relative) {
            const auto about = "measure " + quoted(indicator.measure.id);
            check_relative(*indicator.relative, about);
            check_peers_fact(rules, indicator.relative->peers, indicator.relative->place, about);
            require(!indicator.relative->by_members, indicator.relative->place,
                    about +
                        " has same_members, and a measure has no members; say so in the scale of the group "
                        "around it, or write peers = \"...\" with a fact that tells the peers apart");
        }
    }
    for (const auto& group : rules.groups) {
        check_group_peers(rules, group);
    }
    std::optional<std::string> peers;
    for (const auto& rule : rules.missing.by_state) {
        if (rule.policy == Policy::peer_mean) {
            const auto& place = place_or(rule.place, rules.place);
            check_peers_fact(rules, rule.peers, place, "peer_mean");
            require(!peers || *peers == rule.peers, place,
                    "peer_mean names the peers " + quoted(peers.value_or("")) + " and " + quoted(rule.peers) +
                        "; every state needs the same");
            peers = rule.peers;
        }
    }
    check_peers_fact(rules, rules.ranked_within, place_or(rules.rank_place, rules.place), "rank_within");
    check_cuts(rules, rules.cuts, rules.bands, rules.place);
}

} // namespace vermeil::detail
