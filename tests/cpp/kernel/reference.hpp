// SPDX-License-Identifier: MIT
#pragma once
// One row evaluated the plain slow way, written apart from the kernel, to compare the kernel with.

#include "kernel/reference_questions.hpp"

#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace reference {

/// The first band, from the top, that the score reaches.
inline std::size_t band_of(const vermeil::Rules& rules, double score) {
    std::size_t band = 0;
    while (rules.bands[band].cut) {
        const double cut = vermeil::snapped(*rules.bands[band].cut);
        if (score > cut || (score == cut && rules.bands[band].tie == vermeil::Tie::in)) {
            break;
        }
        ++band;
    }
    return band;
}

/// The first band of several whose cut or condition is met, at the lowest and at the highest.
inline std::pair<std::size_t, std::size_t>
asked_bands(const Service& service, const std::vector<vermeil::Band>& bands, const Side& score) {
    std::pair<std::size_t, std::size_t> ends{bands.size() - 1, bands.size() - 1};
    for (std::size_t i = bands.size() - 1; i-- > 0;) {
        const auto comparison =
            bands[i].tie == vermeil::Tie::in ? vermeil::Comparison::at_least : vermeil::Comparison::above;
        const auto met = bands[i].when ? fires(service, *bands[i].when)
                                       : compare(score, comparison, number(*bands[i].cut));
        ends.first = met == Fires::yes ? i : ends.first;
        ends.second = met != Fires::no ? i : ends.second;
    }
    return ends;
}

/// The band of the whole at the lowest and at the highest.
inline std::pair<std::size_t, std::size_t> bands_of(const Service& service) {
    const auto& rules = service.rules;
    const bool asks = std::any_of(rules.bands.begin(), rules.bands.end(),
                                  [](const auto& band) { return band.when.has_value(); });
    const auto [low, high] = whole_score(service);
    return asks ? asked_bands(service, rules.bands, {low, high, service.whole->due > 0})
                : std::pair{band_of(rules, low), band_of(rules, high)};
}

/// The band after a limiter that fires.
inline std::size_t after(const std::vector<vermeil::Band>& bands, const vermeil::Limiter& limiter,
                         std::size_t band, std::size_t first) {
    std::size_t target = 0;
    while (vermeil::names_band(limiter.effect) && bands[target].name != limiter.band) {
        ++target;
    }
    switch (limiter.effect) {
    case vermeil::Effect::cap:
        return std::max(band, target);
    case vermeil::Effect::set:
        return target;
    case vermeil::Effect::floor:
        return std::min(band, target);
    case vermeil::Effect::up:
        return band > limiter.steps ? band - limiter.steps : 0;
    case vermeil::Effect::down:
        return std::min(band + limiter.steps, bands.size() - 1);
    case vermeil::Effect::at_most_up:
        return band + limiter.steps < first ? first - limiter.steps : band;
    case vermeil::Effect::withhold:
        break;
    }
    return band;
}

/// A node's bands and limiters.
struct NodeRules {
    const std::vector<vermeil::Band>& bands;
    const std::vector<vermeil::Limiter>& limiters;
};

/// The band after the first `count` limiters in one world: bit i of it says whether limiter i, if unknown, fires.
inline std::size_t limited(const NodeRules& rules, const std::vector<Fires>& firing, std::size_t count,
                           std::size_t world, std::size_t first) {
    auto band = first;
    for (std::size_t i = 0; i < count; ++i) {
        const bool in_this_world = ((world >> i) & 1U) != 0;
        if (firing[i] == Fires::yes || (firing[i] == Fires::perhaps && in_this_world)) {
            band = after(rules.bands, rules.limiters[i], band, first);
        }
    }
    return band;
}

/// The lowest and the highest band over every world, after the first `count` limiters.
inline std::pair<std::size_t, std::size_t> over_worlds(const NodeRules& rules,
                                                       const std::vector<Fires>& firing, std::size_t count,
                                                       std::pair<std::size_t, std::size_t> first) {
    std::pair<std::size_t, std::size_t> ends{0, rules.bands.size()};
    for (std::size_t world = 0; world < (std::size_t{1} << count); ++world) {
        ends.first = std::max(ends.first, limited(rules, firing, count, world, first.first));
        ends.second = std::min(ends.second, limited(rules, firing, count, world, first.second));
    }
    return ends;
}

/// The bands of a group at the lowest and at the highest, after its limiters.
inline std::pair<std::size_t, std::size_t> group_bands(const vermeil::Rules& rules,
                                                       const std::vector<vermeil::Cell>& cells,
                                                       const vermeil::Group& group, const Closed& before) {
    Service service{rules, cells, nullptr, &group, &before};
    service.bands = before.absent ? std::pair{group.bands.size() - 1, std::size_t{0}}
                                  : asked_bands(service, group.bands,
                                                {before.ends.first, before.ends.second, before.due > 0});
    const auto first = service.bands;
    std::vector<Fires> firing;
    for (const auto& limiter : group.limiters) {
        firing.push_back(fires(service, limiter.when));
        service.bands = over_worlds({group.bands, group.limiters}, firing, firing.size(), first);
    }
    return service.bands;
}

/// What the limiters decided beyond the bands.
struct Limited {
    bool settled = false;  ///< one set the band for certain
    bool withheld = false; ///< one withholds every band, or may
};

/// Applies the limiters to the bands at both ends.
inline Limited limit(Service service, vermeil::Outcome& made) {
    const auto& rules = service.rules;
    std::vector<Fires> firing;
    Limited limited;
    const auto first = bands_of(service);
    auto ends = first;
    for (const auto& limiter : rules.limiters) {
        service.bands = ends;
        firing.push_back(fires(service, limiter.when));
        limited.settled |= firing.back() == Fires::yes && limiter.effect == vermeil::Effect::set;
        const bool withholds = limiter.effect == vermeil::Effect::withhold;
        limited.withheld |= withholds && firing.back() != Fires::no;
        const auto next = over_worlds({rules.bands, rules.limiters}, firing, firing.size(), first);
        const bool acts = firing.back() == Fires::yes && (withholds || next != ends);
        made.limiter = acts ? static_cast<std::uint8_t>(firing.size()) : made.limiter;
        ends = next;
    }
    made.lowest = static_cast<std::uint8_t>(ends.first);
    made.highest = static_cast<std::uint8_t>(ends.second);
    return limited;
}

/// What the rules make of one service, given a cell for each measure.
inline vermeil::Outcome outcome(const vermeil::Framework& framework,
                                const std::vector<vermeil::Cell>& cells) {
    const auto& rules = framework.rules();
    const auto whole = node_of(rules, cells, "", rules.aggregate);
    const Service service{rules, cells, &whole};
    vermeil::Outcome made;
    std::tie(made.lowest_score, made.highest_score) = whole_score(service);
    made.coverage = whole.live > 0 ? vermeil::snapped(whole.known / whole.live) : 0;
    if (whole.unweighed) {
        made.coverage = 0;
        made.lowest = static_cast<std::uint8_t>(rules.bands.size() - 1);
        made.highest = 0;
        made.reason = vermeil::Reason::weight;
        made.band = vermeil::no_band;
        return made;
    }
    const auto limited = limit(service, made);
    const bool one_band = made.lowest == made.highest;
    const auto worst = rules.higher_is == vermeil::Face::better ? made.lowest : made.highest;
    if (limited.withheld) {
        made.reason = vermeil::Reason::withheld;
    } else if (limited.settled && one_band) {
        made.reason = vermeil::Reason::decided;
    } else if (!(whole.due > 0)) {
        made.reason = vermeil::Reason::nothing_applicable;
    } else if (!has_members(rules.presence, whole)) {
        made.reason = vermeil::Reason::members;
    } else if (made.coverage < vermeil::snapped(rules.least_coverage)) {
        made.reason = vermeil::Reason::coverage;
    } else {
        made.reason = one_band ? vermeil::Reason::decided : vermeil::Reason::open;
    }
    const bool stands = made.reason == vermeil::Reason::decided ||
                        (made.reason == vermeil::Reason::open && rules.open == vermeil::Open::lowest);
    made.band = stands ? worst : vermeil::no_band;
    return made;
}

} // namespace reference
