// SPDX-License-Identifier: MIT
#pragma once
// What bands and limiters must satisfy, and the questions that they ask.

#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/tree_checks.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// The ids of all measures, those that only conditions ask about last.
inline std::vector<std::string> measure_names(const Rules& rules) {
    auto names = names_of(rules.indicators, [](const auto& each) { return each.measure.id; });
    for (const auto& fact : rules.facts) {
        names.push_back(fact.id);
    }
    return names;
}

inline void check_subject(const Rules& rules, const Subject& subject, const Place& place,
                          const std::string& about) {
    if (subject.kind == Subject::Kind::whole) {
        return;
    }
    const bool is_group = subject.kind == Subject::Kind::group;
    const auto known =
        is_group ? names_of(rules.groups, [](const auto& each) { return each.id; }) : measure_names(rules);
    const std::string noun = is_group ? "group" : "measure";
    require(std::find(known.begin(), known.end(), subject.id) != known.end(), place,
            about + " asks about the " + noun + " " + quoted(subject.id) + "; the " + noun + "s are " +
                instead_of(subject.id, known));
}

/// `depth` guards against questions within questions without end.
inline void check_condition(const Rules& rules, const Condition& condition, const Place& place,
                            const std::string& about, int depth = 0) {
    constexpr int deepest = 8;
    require(depth < deepest, place, about + " asks questions within questions more than 8 levels deep");
    if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
        check_subject(rules, comparing->subject, place, about);
        if (const auto* other = std::get_if<Subject>(&comparing->with)) {
            check_subject(rules, *other, place, about);
        } else {
            require_number(std::get<double>(comparing->with), place, about + " has a threshold");
        }
    } else if (const auto* counting = std::get_if<Counting>(&condition.question)) {
        require(counting->node.kind != Subject::Kind::measure, place,
                about + " counts the members of a measure; it has none");
        check_subject(rules, counting->node, place, about);
        require_number(counting->threshold, place, about + " has a threshold");
        require_number(counting->number, place, about + " has a threshold");
    } else {
        const auto& parts = std::get<Joining>(condition.question).parts;
        require(!parts.empty(), place, about + " joins no questions");
        for (const auto& part : parts) {
            check_condition(rules, part, place, about, depth + 1);
        }
    }
}

inline void check_cut(const Band& band, const Band* above) {
    require_number(*band.cut, band.place, "band " + quoted(band.name) + " has a cut");
    if (above != nullptr && above->cut) {
        require(*band.cut < *above->cut, band.place,
                "bands are out of order: " + quoted(band.name) + " at " + shortest(*band.cut) +
                    " stands below " + quoted(above->name) + " at " + shortest(*above->cut) +
                    "; begin with the highest cut");
    }
}

inline void check_bands(const Rules& rules) {
    require(!rules.bands.empty(), rules.place, "the framework has no band");
    require(rules.bands.size() < 100, rules.place, "more than 99 bands");
    std::set<std::string> seen;
    const Band* above = nullptr;
    for (std::size_t i = 0; i < rules.bands.size(); ++i) {
        const auto& band = rules.bands[i];
        const auto about = "band " + quoted(band.name);
        require(!band.name.empty(), band.place, "a band has no name");
        require(seen.insert(band.name).second, band.place, "two bands are named " + quoted(band.name));
        const bool last = i + 1 == rules.bands.size();
        require(rules.cuts.by == Cuts::By::k_means || last != (band.cut || band.when), band.place,
                last ? "the last band, " + quoted(band.name) + ", takes the rest: it has no cut"
                     : about + " has no cut: say at_least or above, or a condition: when = { ... }");
        require(!band.cut || !band.when, band.place, about + " has both a cut and a condition");
        if (band.cut) {
            check_cut(band, above);
        }
        above = band.cut ? &band : above;
    }
}

inline void check_limiters(const Rules& rules) {
    const auto bands = names_of(rules.bands, [](const auto& each) { return each.name; });
    require(rules.limiters.size() < 255, rules.place, "more than 254 limiters");
    for (const auto& limiter : rules.limiters) {
        require(!names_band(limiter.effect) ||
                    std::find(bands.begin(), bands.end(), limiter.band) != bands.end(),
                limiter.place,
                "a limiter names the band " + quoted(limiter.band) + "; the bands are " +
                    instead_of(limiter.band, bands));
        require(limiter.steps >= 1 && limiter.steps < 100, limiter.place,
                "a limiter goes " + std::to_string(limiter.steps) + " bands; 1 to 99 are possible");
        check_condition(rules, limiter.when, limiter.place, "a limiter");
    }
    for (const auto& band : rules.bands) {
        if (band.when) {
            check_condition(rules, *band.when, band.place, "band " + quoted(band.name));
        }
    }
}

} // namespace vermeil::detail
