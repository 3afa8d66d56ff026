// SPDX-License-Identifier: MIT
#pragma once
// One row evaluated the plain slow way, written apart from the kernel, to compare the kernel with.

#include "kernel/reference_tree.hpp"

#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace reference {

/// One service under one framework.
struct Service {
    const vermeil::Framework& framework;
    const std::vector<vermeil::Cell>& cells;
    Node whole;
};

/// The score of the whole at the lowest and the highest, as it is compared.
inline std::pair<double, double> whole_score(const Service& service) {
    const auto& rules = service.framework.rules();
    auto [low, high] = score(service.whole, rules.aggregate, {});
    low = vermeil::snapped(low);
    high = vermeil::snapped(high);
    return rules.rounding
               ? std::pair{vermeil::rounded(low, *rules.rounding), vermeil::rounded(high, *rules.rounding)}
               : std::pair{low, high};
}

enum class Fires { no, perhaps, yes };

/// What a side of a comparison may be.
struct Side {
    double low, high;
    bool applies;
};

inline Side number(double value) { return {value, value, true}; }

inline Side side(const Service& service, const vermeil::Subject& subject) {
    const auto& rules = service.framework.rules();
    if (subject.kind == vermeil::Subject::Kind::whole) {
        const auto [low, high] = whole_score(service);
        return {low, high, service.whole.due > 0};
    }
    if (subject.kind == vermeil::Subject::Kind::group) {
        for (const auto& group : rules.groups) {
            if (group.id == subject.id) {
                const auto node = node_of(rules, service.cells, group.id, group.aggregate);
                const auto made = closed(rules, group, node);
                return {made.ends.first, made.ends.second, made.due > 0};
            }
        }
    }
    const auto at = service.framework.position(subject.id);
    const auto cell = seen(service.framework.measures()[at], service.cells[at]);
    if (cell.state == vermeil::State::present) {
        return number(cell.value);
    }
    const auto policy = rules.missing.of(cell.state).policy;
    constexpr double most = std::numeric_limits<double>::max();
    return {-most, most, policy != vermeil::Policy::leave_out && policy != vermeil::Policy::renormalise};
}

/// Tries the four pairs of ends.
inline Fires compare(const Side& left, vermeil::Comparison comparison, const Side& right) {
    if (!left.applies || !right.applies) {
        return Fires::no;
    }
    int held = 0;
    for (const double a : {left.low, left.high}) {
        for (const double b : {right.low, right.high}) {
            held += vermeil::holds(a, comparison, b) ? 1 : 0;
        }
    }
    using vermeil::snapped;
    const bool meet = snapped(left.low) <= snapped(right.high) && snapped(right.low) <= snapped(left.high);
    const bool possible = comparison == vermeil::Comparison::is ? meet : held > 0;
    return held == 4 ? Fires::yes : possible ? Fires::perhaps : Fires::no;
}

inline Fires counted(const Service& service, const vermeil::Counting& counting) {
    const auto& rules = service.framework.rules();
    double least = 0, most = 0;
    const auto count = [&](const vermeil::Subject& member) {
        const auto answer = compare(side(service, member), counting.member, number(counting.threshold));
        least += answer == Fires::yes ? 1 : 0;
        most += answer != Fires::no ? 1 : 0;
    };
    for (const auto& indicator : rules.indicators) {
        if (indicator.within == counting.node.id) {
            count({vermeil::Subject::Kind::measure, indicator.measure.id});
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == counting.node.id) {
            count({vermeil::Subject::Kind::group, group.id});
        }
    }
    return compare({least, most, true}, counting.comparison, number(counting.number));
}

/// The answer to a question: of several, the least certain one or the most.
inline Fires fires(const Service& service, const vermeil::Condition& condition) {
    if (const auto* comparing = std::get_if<vermeil::Comparing>(&condition.question)) {
        const auto* other = std::get_if<vermeil::Subject>(&comparing->with);
        return compare(side(service, comparing->subject), comparing->comparison,
                       other != nullptr ? side(service, *other) : number(std::get<double>(comparing->with)));
    }
    if (const auto* counting = std::get_if<vermeil::Counting>(&condition.question)) {
        return counted(service, *counting);
    }
    const auto& joining = std::get<vermeil::Joining>(condition.question);
    std::vector<Fires> parts;
    for (const auto& part : joining.parts) {
        parts.push_back(fires(service, part));
    }
    if (joining.how == vermeil::Joining::How::all) {
        return *std::min_element(parts.begin(), parts.end());
    }
    const auto any = *std::max_element(parts.begin(), parts.end());
    const bool none = joining.how == vermeil::Joining::How::none;
    return !none ? any : any == Fires::yes ? Fires::no : any == Fires::no ? Fires::yes : Fires::perhaps;
}

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

/// The band at the lowest and at the highest.
inline std::pair<std::size_t, std::size_t> bands_of(const Service& service) {
    const auto& rules = service.framework.rules();
    const bool asks = std::any_of(rules.bands.begin(), rules.bands.end(),
                                  [](const auto& band) { return band.when.has_value(); });
    const auto [low, high] = whole_score(service);
    if (!asks) {
        return {band_of(rules, low), band_of(rules, high)};
    }
    std::pair<std::size_t, std::size_t> ends{rules.bands.size() - 1, rules.bands.size() - 1};
    for (std::size_t i = rules.bands.size() - 1; i-- > 0;) {
        const auto& band = rules.bands[i];
        const auto comparison =
            band.tie == vermeil::Tie::in ? vermeil::Comparison::at_least : vermeil::Comparison::above;
        const auto met = band.when
                             ? fires(service, *band.when)
                             : compare({low, high, service.whole.due > 0}, comparison, number(*band.cut));
        ends.first = met == Fires::yes ? i : ends.first;
        ends.second = met != Fires::no ? i : ends.second;
    }
    return ends;
}

/// The band after a limiter that fires.
inline std::size_t after(const vermeil::Rules& rules, const vermeil::Limiter& limiter, std::size_t band) {
    std::size_t target = 0;
    while (vermeil::names_band(limiter.effect) && rules.bands[target].name != limiter.band) {
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
        return std::min(band + limiter.steps, rules.bands.size() - 1);
    case vermeil::Effect::withhold:
        break;
    }
    return band;
}

/// The band after the first `count` limiters in one world: bit i of it says whether limiter i, if unknown, fires.
inline std::size_t limited(const vermeil::Rules& rules, const std::vector<Fires>& firing, std::size_t count,
                           std::size_t world, std::size_t band) {
    for (std::size_t i = 0; i < count; ++i) {
        const bool in_this_world = ((world >> i) & 1U) != 0;
        if (firing[i] == Fires::yes || (firing[i] == Fires::perhaps && in_this_world)) {
            band = after(rules, rules.limiters[i], band);
        }
    }
    return band;
}

/// The lowest and the highest band over every world, after the first `count` limiters.
inline std::pair<std::size_t, std::size_t> over_worlds(const vermeil::Rules& rules,
                                                       const std::vector<Fires>& firing, std::size_t count,
                                                       std::size_t low, std::size_t high) {
    std::pair<std::size_t, std::size_t> ends{0, rules.bands.size()};
    for (std::size_t world = 0; world < (std::size_t{1} << count); ++world) {
        ends.first = std::max(ends.first, limited(rules, firing, count, world, low));
        ends.second = std::min(ends.second, limited(rules, firing, count, world, high));
    }
    return ends;
}

/// What the limiters decided beyond the bands.
struct Limited {
    bool settled = false;  ///< one set the band for certain
    bool withheld = false; ///< one withholds every band, or may
};

/// Applies the limiters to the bands at both ends.
inline Limited limit(const Service& service, vermeil::Outcome& made) {
    const auto& rules = service.framework.rules();
    std::vector<Fires> firing;
    Limited limited;
    const auto [low, high] = bands_of(service);
    auto ends = std::pair{low, high};
    for (const auto& limiter : rules.limiters) {
        firing.push_back(fires(service, limiter.when));
        limited.settled |= firing.back() == Fires::yes && limiter.effect == vermeil::Effect::set;
        const bool withholds = limiter.effect == vermeil::Effect::withhold;
        limited.withheld |= withholds && firing.back() != Fires::no;
        const auto next = over_worlds(rules, firing, firing.size(), low, high);
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
    const Service service{framework, cells, node_of(rules, cells, "", rules.aggregate)};
    const auto& whole = service.whole;
    vermeil::Outcome made;
    std::tie(made.lowest_score, made.highest_score) = whole_score(service);
    made.coverage = whole.live > 0 ? vermeil::snapped(whole.known / whole.live) : 0;
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
