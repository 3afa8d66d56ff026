// SPDX-License-Identifier: MIT
#pragma once
// What a group's score becomes: nothing where members are missing that it needs, points where it has a scale.

#include <vermeil/core/interval.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/kernel/absent.hpp>
#include <vermeil/kernel/group_plan.hpp>
#include <vermeil/kernel/node_score.hpp>
#include <vermeil/kernel/recorder.hpp>
#include <vermeil/kernel/standing.hpp>
#include <vermeil/kernel/sums.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace vermeil::detail {

/// Whether a node has the members that it needs.
template <std::size_t Rows> bool has_members(const Needed& needed, const Sums<Rows>& sums, std::size_t i) {
    return !needed.asks() || // the lanes below are kept only where some node asks
           (sums.members[i] >= needed.members && sums.required[i] >= needed.required);
}

/// Counts a group as `too_few`, by the policy of that state; a policy that needs a value of its own is as `bounds`.
template <std::size_t Rows>
void make_absent(const GroupPlan& group, bool stretches, Sums<Rows>& own, std::size_t i) {
    const bool leaves = group.without == Policy::leave_out;
    const bool counts = !leaves && group.without != Policy::renormalise;
    own.known[i] = 0;
    own.low[i] = counts ? group.range.fewest : 0;
    own.high[i] = counts ? group.range.most : 0;
    own.live[i] = leaves ? 0 : own.live[i];
    if (stretches && !counts) {
        own.stretched[i] = 0;
    }
}

/// Whether a group lacks members that it needs, or its peers are not known: its score is then that of nobody.
template <std::size_t Rows>
bool is_absent(const GroupPlan& group, PeerIndex peer, const Sums<Rows>& own, std::size_t i) {
    return !has_members(group.needed, own, i) || (group.scales.splits() && peer == no_peers);
}

/// The fewest and the most points of the bands that a row may have.
template <std::size_t Rows>
PointRange points_between(const std::vector<double>& points, const Standing<Rows>& bands, std::size_t i) {
    const auto from = points.begin() + bands.highest[i];
    const auto [fewest, most] = std::minmax_element(from, points.begin() + bands.lowest[i] + 1);
    return {*fewest, *most};
}

/// Writes the share of a group's weight that is known.
template <std::size_t Rows> struct ShareKnown {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Sums<Rows>& own, Lane<Rows>& coverage, std::size_t at) {
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            coverage[i] = own.known[i] / above_zero(own.live[i]);
        }
    }
};

/// What is to be told of a group that was added up; nothing where nobody listens.
template <bool Records, std::size_t Rows>
auto group_step(const Program& program, std::size_t index, const Sums<Rows>& own, bool weighed) {
    if constexpr (Records) {
        Lane<Rows> low = own.low, high = own.high;
        const auto& due = own.due(program.stretches());
        const auto& group = program.groups()[index];
        if (group.merges) {
            FinishGroup<Rows>::run(group, due, low, high, 0);
        }
        GroupStep made{index, snapped(low[0]), snapped(high[0]), due[0], own.live[0], own.known[0]};
        made.weighed = weighed;
        made.members = program.counts_members() ? own.members[0] : 0;
        return made;
    } else {
        return false;
    }
}

/// Turns one row's score into what the group counts as; `peer` is the position of its peers among the scales.
template <std::size_t Rows>
void finish_score(const GroupPlan& group, bool stretches, PeerIndex peer, Sums<Rows>& own, std::size_t i) {
    if (!(own.due(stretches)[i] > 0)) {
        return;
    }
    if (is_absent(group, peer, own, i)) {
        make_absent(group, stretches, own, i);
        return;
    }
    if (!group.scales.each.empty()) {
        const auto& scale = group.scales.each[group.scales.splits() ? peer : 0];
        const auto points = points_within(scale, Interval{snapped(own.low[i]), snapped(own.high[i])});
        own.low[i] = points.low;
        own.high[i] = points.high;
    }
}

} // namespace vermeil::detail
