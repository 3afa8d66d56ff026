// SPDX-License-Identifier: MIT
#pragma once
// The questions of conditions answered for one row, the plain slow way.

#include "kernel/reference_tree.hpp"

#include <vermeil/core/interval.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
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
    const auto at = position(rules, subject.id);
    const auto& measure = measure_at(rules, at);
    const auto cell = seen(measure, service.cells[at]);
    const auto policy = rules.missing.of(cell.state).policy;
    const bool present = cell.state == vermeil::State::present;
    const bool left_out =
        !present && (policy == vermeil::Policy::leave_out || policy == vermeil::Policy::renormalise);
    if (subject.of != vermeil::Aspect::value) {
        return side_of_cell(measure, cell, subject.of, left_out);
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

} // namespace reference
