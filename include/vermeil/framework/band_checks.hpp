// SPDX-License-Identifier: MIT
#pragma once
// What bands and limiters must satisfy, of the whole and of its groups.

#include <vermeil/framework/condition_checks.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace vermeil::detail {

inline void check_cut(const Band& band, const Band* above) {
    require_number(*band.cut, band.place, "band " + quoted(band.name) + " has a cut");
    if (above != nullptr && above->cut) {
        require(*band.cut < *above->cut, band.place,
                "bands are out of order: " + quoted(band.name) + " at " + shortest(*band.cut) +
                    " stands below " + quoted(above->name) + " at " + shortest(*above->cut) +
                    "; begin with the highest cut");
    }
}

/// Only bands whose cuts come from ranks take the first so many.
inline void check_first(const Band& band, bool ranks) {
    require(ranks || band.first == 0, band.place,
            "band " + quoted(band.name) + " takes the first " + std::to_string(band.first) +
                ", as bands do whose cuts come from ranks: cuts = { by = \"ranks\" } at the top, or in the "
                "group");
}

/// Bands of one node, from the highest down; `finds_cuts` where they come from elsewhere.
inline void check_bands(const std::vector<Band>& bands, bool finds_cuts, const Place& place) {
    require(bands.size() < 100, place, "more than 99 bands");
    std::map<std::string, std::string> seen;
    const Band* above = nullptr;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const auto& band = bands[i];
        const auto about = "band " + quoted(band.name);
        require(!band.name.empty(), band.place, "a band has no name");
        require_own_name(seen, band.name, band.place, "bands");
        check_first(band, finds_cuts);
        const bool last = i + 1 == bands.size();
        require(finds_cuts || last != (band.cut || band.when), band.place,
                last ? "the last band, " + quoted(band.name) + ", takes the rest: it has no cut"
                     : about + " has no cut: say at_least or above, or a condition: when = { ... }");
        require(!band.cut || !band.when, band.place, about + " has both a cut and a condition");
        if (band.cut) {
            check_cut(band, above);
        }
        above = band.cut ? &band : above;
    }
}

inline void check_bands(const std::same_as<Rules> auto& rules) {
    require(!rules.bands.empty(), rules.place, "the framework has no band");
    check_bands(rules.bands, rules.cuts.by == Cuts::By::k_means || rules.cuts.by == Cuts::By::ranks,
                rules.place);
    for (const auto& band : rules.bands) {
        require(!band.points, band.place,
                "band " + quoted(band.name) +
                    " has points; only the bands of a group turn its score into points");
    }
}

/// The limiters of one node.
inline void check_limiters(const std::vector<Limiter>& limiters, const std::vector<Band>& bands,
                           Asking asking) {
    const auto names = names_of(bands, [](const auto& each) { return each.name; });
    require(limiters.size() < 255, asking.place, "more than 254 limiters");
    asking.about = "a limiter";
    for (const auto& limiter : limiters) {
        require(!names_band(limiter.effect) ||
                    std::find(names.begin(), names.end(), limiter.band) != names.end(),
                limiter.place,
                "a limiter names the band " + quoted(limiter.band) + "; the bands are " +
                    instead_of(limiter.band, names));
        require(limiter.steps >= 1 && limiter.steps < 100, limiter.place,
                "a limiter goes " + std::to_string(limiter.steps) + " bands; 1 to 99 are possible");
        check_condition({asking.rules, limiter.place, asking.about, asking.group}, limiter.when);
    }
}

/// The conditions of the bands of one node.
inline void check_band_conditions(const std::vector<Band>& bands, const Asking& asking) {
    for (const auto& band : bands) {
        if (band.when) {
            check_condition({asking.rules, band.place, "band " + quoted(band.name), asking.group, false},
                            *band.when);
        }
    }
}

/// A group's own bands and limiters.
inline void check_group_bands(const std::same_as<Rules> auto& rules, const Group& group) {
    const auto about = "group " + quoted(group.id);
    check_bands(group.bands, group.cuts.by == Cuts::By::k_means || group.cuts.by == Cuts::By::ranks,
                group.place);
    const auto with_points = std::count_if(group.bands.begin(), group.bands.end(),
                                           [](const auto& band) { return band.points.has_value(); });
    for (const auto& band : group.bands) {
        require(band.points || with_points == 0, band.place,
                "band " + quoted(band.name) + " of " + about + " has no points, and others of it have");
        require_number(band.points.value_or(0), band.place, "band " + quoted(band.name) + " has points");
    }
    require(group.limiters.empty() || !group.bands.empty(), group.place,
            about + " has a limiter and no bands");
    for (const auto& limiter : group.limiters) {
        require(limiter.effect != Effect::withhold, limiter.place,
                "a limiter of " + about + " withholds; only the rating of the whole can be withheld");
    }
    const Asking asking{rules, group.place, about, &group};
    check_band_conditions(group.bands, asking);
    check_limiters(group.limiters, group.bands, asking);
}

/// The test of a count; no other node has one.
inline void check_where(const Asking& asking, const std::string& node, Aggregate aggregate,
                        const MemberTest& where) {
    if (aggregate == Aggregate::count) {
        check_members(asking, node, where);
    }
}

inline void check_limiters(const std::same_as<Rules> auto& rules) {
    const Asking asking{rules, rules.place, "the framework"};
    check_limiters(rules.limiters, rules.bands, asking);
    check_band_conditions(rules.bands, asking);
    check_where(asking, "", rules.aggregate, rules.where);
    for (const auto& group : rules.groups) {
        check_group_bands(rules, group);
        check_where({rules, group.place, "group " + quoted(group.id), &group}, group.id, group.aggregate,
                    group.where);
    }
}

} // namespace vermeil::detail
