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

/// One service under one framework, while the rules of one node are asked.
struct Service {
    const vermeil::Rules& rules;
    const std::vector<vermeil::Cell>& cells;
    const Node* whole = nullptr;                        ///< while the rules of the whole are asked
    const vermeil::Group* group = nullptr;              ///< whose rules are asked
    const Closed* own = nullptr;                        ///< that group, before its bands
    std::pair<std::size_t, std::size_t> bands = {0, 0}; ///< the lowest and the highest that stand so far
};

/// The score of the whole at the lowest and the highest, as it is compared.
inline std::pair<double, double> whole_score(const Service& service) {
    const auto& rules = service.rules;
    const auto passed = rules.aggregate == vermeil::Aggregate::count
                            ? passing(rules, service.cells, "", rules.where)
                            : Ends{0, 0};
    auto [low, high] = score(*service.whole, rules.aggregate, {}, passed);
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

/// Places of bands, from 1.
inline Side places(std::pair<std::size_t, std::size_t> bands, bool applies) {
    return {static_cast<double>(bands.second + 1), static_cast<double>(bands.first + 1), applies};
}

inline Side side_of_whole(const Service& service, vermeil::Aspect of) {
    const auto& whole = *service.whole;
    const bool applies = whole.due > 0;
    if (of == vermeil::Aspect::band) {
        return places(service.bands, applies);
    }
    const double members = static_cast<double>(whole.members.size());
    const double known = whole.live > 0 ? whole.known / whole.live : 0;
    const auto [low, high] = whole_score(service);
    return of == vermeil::Aspect::n          ? Side{members, members, applies}
           : of == vermeil::Aspect::coverage ? Side{known, known, applies}
                                             : Side{low, high, applies};
}

inline Side side_of_group(const Service& service, const vermeil::Group& group, vermeil::Aspect of) {
    const auto node = node_of(service.rules, service.cells, group.id, group.aggregate);
    const bool own = service.group == &group;
    const auto before = before_bands(service.rules, service.cells, group, node);
    const bool applies = before.due > 0;
    if (of == vermeil::Aspect::band) {
        return places(own ? service.bands : group_bands(service.rules, service.cells, group, before),
                      applies);
    }
    const auto made = own ? before : closed(service.rules, service.cells, group, node);
    return of == vermeil::Aspect::n          ? Side{made.members, made.members, applies}
           : of == vermeil::Aspect::coverage ? Side{made.share_known, made.share_known, applies}
                                             : Side{made.ends.first, made.ends.second, applies};
}

/// Something of a cell other than its value.
inline Side side_of_cell(const vermeil::Measure& measure, const vermeil::Cell& cell, vermeil::Aspect of,
                         bool left_out) {
    constexpr double most = std::numeric_limits<double>::max();
    const bool present = cell.state == vermeil::State::present;
    if (of == vermeil::Aspect::n && cell.n > 0) {
        return number(cell.n);
    }
    Side seen{-most, most, !left_out};
    if (of == vermeil::Aspect::n) {
        const bool few = cell.state == vermeil::State::too_few;
        seen.low = 0;
        seen.high = few ? (measure.least_n > 0 ? measure.least_n - 1.0 : 0) : most;
    } else if (of == vermeil::Aspect::late) {
        seen.low = present && (cell.flags & vermeil::CellFlag::late) != 0 ? 1 : 0;
        seen.high = present ? seen.low : 1;
    } else if (of == vermeil::Aspect::quarters_old) {
        seen.low = present ? cell.flags / 8 : 0;
        seen.high = present ? seen.low : most;
    } else if (of == vermeil::Aspect::age) {
        const bool known = present && cell.day != vermeil::no_day && cell.day <= cell.as_of;
        seen.low = known ? cell.as_of - cell.day : 0;
        seen.high = known ? seen.low : most;
    } else if (present && cell.n > 0 && cell.count <= cell.n) {
        const auto ends = vermeil::wilson_interval({cell.count, cell.n});
        seen.low = seen.high = of == vermeil::Aspect::lower ? ends.lower : ends.upper;
    }
    return seen;
}

inline Side side(const Service& service, const vermeil::Subject& subject) {
    const auto& rules = service.rules;
    if (subject.kind == vermeil::Subject::Kind::whole) {
        return side_of_whole(service, subject.of);
    }
    for (const auto& group : rules.groups) {
        if (subject.kind == vermeil::Subject::Kind::group && group.id == subject.id) {
            return side_of_group(service, group, subject.of);
        }
    }
    std::size_t at = 0;
    const auto measure = [&](std::size_t i) -> const vermeil::Measure& {
        return i < rules.indicators.size() ? rules.indicators[i].measure
                                           : rules.facts[i - rules.indicators.size()];
    };
    while (measure(at).id != subject.id) {
        ++at;
    }
    const auto cell = seen(measure(at), service.cells[at]);
    const auto policy = rules.missing.of(cell.state).policy;
    const bool present = cell.state == vermeil::State::present;
    const bool left_out =
        !present && (policy == vermeil::Policy::leave_out || policy == vermeil::Policy::renormalise);
    if (subject.of != vermeil::Aspect::value) {
        return side_of_cell(measure(at), cell, subject.of, left_out);
    }
    constexpr double most = std::numeric_limits<double>::max();
    return present ? number(cell.value) : Side{-most, most, !left_out};
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

/// How many members of a node pass a test, at the least and at the most.
inline Ends passing(const Service& service, const std::string& node, const vermeil::MemberTest& where) {
    const auto& rules = service.rules;
    double least = 0, most = 0;
    const auto count = [&](const vermeil::Subject& member) {
        const auto answer = compare(side(service, member), where.comparison, number(where.threshold));
        least += answer == Fires::yes ? 1 : 0;
        most += answer != Fires::no ? 1 : 0;
    };
    for (const auto& indicator : rules.indicators) {
        if (indicator.within == node) {
            const auto of = where.of == vermeil::Aspect::band ? vermeil::Aspect::value : where.of;
            count({vermeil::Subject::Kind::measure, indicator.measure.id, of});
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == node) {
            count({vermeil::Subject::Kind::group, group.id, where.of});
        }
    }
    return {least, most};
}

inline Ends passing(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                    const std::string& node, const vermeil::MemberTest& where) {
    return passing(Service{rules, cells}, node, where);
}

inline Fires counted(const Service& service, const vermeil::Counting& counting) {
    const auto [least, most] = passing(service, counting.node.id, counting.where);
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
    if (parts.empty()) {
        return Fires::yes; // none of no questions holds
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
