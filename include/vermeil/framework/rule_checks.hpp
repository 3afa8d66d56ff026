// SPDX-License-Identifier: MIT
#pragma once
// What rules must satisfy before anything is computed with them; `Framework` calls these in turn.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <vermeil/core/error.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/framework/rules.hpp>

namespace vermeil::detail {

inline void require(bool condition, const Place& place, const std::string& message) {
    if (!condition) {
        throw DefinitionError(place, message);
    }
}

template <class Items, class Name> std::vector<std::string> names_of(const Items& items, Name name) {
    std::vector<std::string> names;
    for (const auto& item : items) {
        names.push_back(name(item));
    }
    return names;
}

inline void check_edition(const Rules& rules) {
    const auto& edition = rules.edition;
    require(edition.language == 1, rules.place,
            "language " + std::to_string(edition.language) + " is not known; this library speaks language 1");
    require(MeasureId::is_valid(edition.id), rules.place, "the framework has no id");
    require(!edition.edition.empty(), rules.place, "the framework has no edition");
    require(edition.effective_from.has_value(), rules.place,
            "the edition has no date: say effective_from = 2011-10-01, the day from which it applies");
    require(edition.published_on.has_value(), rules.place,
            "the edition has no date of publication: say published_on = 2011-09-08");
    require(rules.least_coverage >= 0 && rules.least_coverage <= 1, rules.place,
            "least_coverage is " + shortest(rules.least_coverage) + "; it is a share from 0 to 1");
}

inline void check_bands(const Rules& rules) {
    require(!rules.bands.empty(), rules.place, "the framework has no band");
    require(rules.bands.size() < 100, rules.place, "more than 99 bands");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rules.bands.size(); ++i) {
        const auto& band = rules.bands[i];
        require(!band.name.empty(), band.place, "a band has no name");
        require(seen.insert(band.name).second, band.place, "two bands are named " + quoted(band.name));
        const bool last = i + 1 == rules.bands.size();
        require(last != band.cut.has_value(), band.place,
                last ? "the last band, " + quoted(band.name) + ", takes the rest: it has no cut"
                     : "band " + quoted(band.name) + " has no cut: say at_least or above");
        require(!band.cut || std::isfinite(*band.cut), band.place, "the cut of band " + quoted(band.name) + " is not a number");
        if (i > 0 && band.cut) {
            const auto& above = rules.bands[i - 1];
            require(*band.cut < *above.cut, band.place,
                    "bands are out of order: " + quoted(band.name) + " at " + shortest(*band.cut) + " stands below " +
                        quoted(above.name) + " at " + shortest(*above.cut) + "; begin with the highest cut");
        }
    }
}

inline void check_vocabulary(const Rules& rules) {
    std::set<std::string> seen;
    for (const auto& survey : rules.surveys) {
        require(seen.insert(survey.id).second, survey.place, "two surveys are named " + quoted(survey.id));
        std::set<std::string> items;
        for (const auto& set : survey.sets) {
            require(set.answers.size() >= 2, survey.place, "survey " + quoted(survey.id) + " has a set of fewer than two answers");
            for (const auto& item : set.items) {
                require(items.insert(item).second, survey.place,
                        "survey " + quoted(survey.id) + " has item " + quoted(item) + " twice");
            }
            require(set.routed_from.empty() || survey.find(set.routed_from) != nullptr, survey.place,
                    "survey " + quoted(survey.id) + " routes from " + quoted(set.routed_from) + ", which is none of its items");
        }
    }
    for (const auto& scale : rules.ordered_scales) {
        require(seen.insert("rating:" + scale.id).second, scale.place, "two rating scales are named " + quoted(scale.id));
        require(scale.words.size() >= 2, scale.place, "rating scale " + quoted(scale.id) + " has fewer than two words");
    }
}

inline void check_value(const Rules& rules, const Measure& measure) {
    const auto about = "measure " + quoted(measure.id);
    if (const auto* share = std::get_if<SurveyShare>(&measure.value)) {
        for (const auto& survey : rules.surveys) {
            if (survey.id != share->survey) {
                continue;
            }
            const auto* set = survey.find(share->item);
            require(set != nullptr, measure.place, about + " asks for item " + quoted(share->item) + ", which survey " + quoted(survey.id) + " does not have");
            require(!share->positive.empty(), measure.place, about + " counts no answer as positive");
            for (const auto& answer : share->positive) {
                require(has_word(set->answers, answer), measure.place,
                        about + " counts " + quoted(answer) + " as positive; the answers are " + one_of(set->answers));
            }
            return;
        }
        throw DefinitionError(measure.place, about + " asks for survey " + quoted(share->survey) + "; the framework has " +
                                                 one_of(names_of(rules.surveys, [](const auto& each) { return each.id; })));
    }
    if (const auto* rating = std::get_if<LatestRating>(&measure.value)) {
        const auto known = names_of(rules.ordered_scales, [](const auto& each) { return each.id; });
        require(has_word(known, rating->source), measure.place,
                about + " asks for the rating " + quoted(rating->source) + "; the framework has the rating scales " + one_of(known));
    }
}

inline void check_scale(const Indicator& indicator) {
    const auto& place = indicator.measure.place;
    const auto about = "measure " + quoted(indicator.measure.id);
    const auto rising = [&](const std::vector<ScalePoint>& points, const char* kind) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            require(std::isfinite(points[i].value) && std::isfinite(points[i].points), place, about + " has a scale with a value that is not a number");
            require(i == 0 || points[i - 1].value < points[i].value, place, about + ": the " + kind + " of its scale must rise in value");
        }
    };
    if (const auto* linear = std::get_if<LinearScale>(&indicator.scale)) {
        require(linear->through.size() >= 2, place, about + " has a linear scale of fewer than two points");
        rising(linear->through, "points");
    } else if (const auto* steps = std::get_if<StepScale>(&indicator.scale)) {
        require(!steps->steps.empty(), place, about + " has a step scale without steps");
        rising(steps->steps, "steps");
    } else {
        require(!std::get<WordScale>(indicator.scale).points.empty(), place, about + " has a word scale without words");
    }
}

inline void check_measures(const Rules& rules) {
    require(!rules.indicators.empty(), rules.place, "the framework has no measure");
    std::set<std::string> seen;
    const auto check = [&](const Measure& measure) {
        require(MeasureId::is_valid(measure.id), measure.place, quoted(measure.id) + " is no measure id");
        require(measure.id.find('.') == std::string::npos, measure.place, "measure id " + quoted(measure.id) + " holds a dot, which columns use for states and counts");
        require(seen.insert(measure.id).second, measure.place, "two measures are named " + quoted(measure.id));
        require(measure.quarters >= 1 && measure.quarters <= 40, measure.place, "measure " + quoted(measure.id) + " pools " + std::to_string(measure.quarters) + " quarters; 1 to 40 are possible");
        check_value(rules, measure);
    };
    for (const auto& indicator : rules.indicators) {
        check(indicator.measure);
        check_scale(indicator);
        require(!indicator.weight || (std::isfinite(*indicator.weight) && *indicator.weight > 0), indicator.weight_place,
                "measure " + quoted(indicator.measure.id) + " has weight " + (indicator.weight ? shortest(*indicator.weight) : "") + "; a weight is a number above 0");
    }
    for (const auto& fact : rules.facts) {
        check(fact);
    }
}

inline const Group* find_group(const Rules& rules, std::string_view id) {
    for (const auto& group : rules.groups) {
        if (group.id == id) {
            return &group;
        }
    }
    return nullptr;
}

inline void check_tree(const Rules& rules) {
    const auto known = names_of(rules.groups, [](const auto& each) { return each.id; });
    const auto check_within = [&](const std::string& within, const Place& place, const std::string& about) {
        require(within.empty() || find_group(rules, within) != nullptr, place,
                about + " stands within " + quoted(within) + "; the groups are " + one_of(known));
    };
    std::set<std::string> parents;
    for (const auto& indicator : rules.indicators) {
        check_within(indicator.within, indicator.measure.place, "measure " + quoted(indicator.measure.id));
        parents.insert(indicator.within);
    }
    std::set<std::string> seen;
    for (const auto& group : rules.groups) {
        require(MeasureId::is_valid(group.id), group.place, quoted(group.id) + " is no group id");
        require(seen.insert(group.id).second, group.place, "two groups are named " + quoted(group.id));
        require(!group.weight || (std::isfinite(*group.weight) && *group.weight > 0), group.place, "group " + quoted(group.id) + " needs a weight above 0, or none");
        check_within(group.within, group.place, "group " + quoted(group.id));
        parents.insert(group.within);
    }
    constexpr int deepest = 8;
    for (const auto& group : rules.groups) {
        require(parents.contains(group.id), group.place, "group " + quoted(group.id) + " holds no measure");
        int depth = 0;
        for (const auto* above = &group; above != nullptr; above = find_group(rules, above->within)) {
            require(++depth <= deepest, group.place, "group " + quoted(group.id) + " stands within itself, or more than 8 levels deep");
        }
    }
}

inline void check_limiters(const Rules& rules) {
    const auto bands = names_of(rules.bands, [](const auto& each) { return each.name; });
    for (const auto& limiter : rules.limiters) {
        bool known = false;
        for (const auto& name : bands) {
            known = known || name == limiter.band;
        }
        require(known, limiter.place, "a limiter names the band " + quoted(limiter.band) + "; the bands are " + one_of(bands));
        auto measures = names_of(rules.indicators, [](const auto& each) { return each.measure.id; });
        for (const auto& fact : rules.facts) {
            measures.push_back(fact.id);
        }
        require(std::find(measures.begin(), measures.end(), limiter.when.measure) != measures.end(), limiter.place, "a limiter asks about the measure " + quoted(limiter.when.measure) + "; the measures are " + one_of(measures));
        require(std::isfinite(limiter.when.threshold), limiter.place, "a limiter's threshold is not a number");
    }
}

inline void check_missing(const Rules& rules) {
    for (std::size_t i = 0; i < state_count; ++i) {
        const auto state = static_cast<State>(i);
        const auto& rule = rules.missing.of(state);
        const auto about = "missing." + std::string(to_string(state));
        require(rule.policy != Policy::zero || (state == State::not_submitted && !rule.clause.empty()), rules.place,
                about + ": 'zero' is for 'not_submitted' alone and names the contract's clause: { policy = \"zero\", clause = \"12.3\" }");
        require(rule.policy != Policy::carry_forward || (rule.quarters >= 1 && rule.quarters <= 40), rules.place,
                about + ": 'carry_forward' names a greatest age of 1 to 40 quarters: { policy = \"carry_forward\", quarters = 2 }");
    }
}

} // namespace vermeil::detail
