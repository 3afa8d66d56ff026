// SPDX-License-Identifier: MIT
#pragma once
// What a scheme's level rests on, and how that can change from day to day.

#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/risk_checks.hpp>
#include <vermeil/measure/fact_question.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace vermeil {

/// What the level of one service rests on under a scheme, worked out once for all services.
struct LevelRests {
    std::vector<bool>
        wanted; ///< of each measure whether the level rests on it; what only prompts ask about is not
    bool any_day = false; ///< it may change on a day that nothing foretells
    bool falls = false;   ///< while facts fade, and nothing else happens, it can only get better
};

namespace detail {

/// The measures that bands and limiters ask about.
inline std::vector<bool> ruled_measures(const Framework& framework) {
    const auto& rules = framework.rules();
    std::vector<bool> ruled(framework.measures().size());
    std::vector<Subject> subjects;
    for (const auto& limiter : rules.limiters) {
        add_subjects(limiter.when, subjects);
    }
    for (const auto& band : rules.bands) {
        if (band.when) {
            add_subjects(*band.when, subjects);
        }
    }
    for (std::size_t i = 0; i < ruled.size(); ++i) {
        const auto& id = framework.measures()[i].id;
        ruled[i] =
            std::any_of(subjects.begin(), subjects.end(), [&](const auto& each) { return each.id == id; });
    }
    return ruled;
}

/// The measures that earn points, that bands and limiters ask about, and over which events are counted.
inline std::vector<bool> wanted_measures(const Framework& framework) {
    const auto& rules = framework.rules();
    const auto ruled = ruled_measures(framework);
    std::vector<bool> wanted(framework.measures().size(), !rules.groups.empty());
    std::fill_n(wanted.begin(), rules.indicators.size(), true);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto& id = framework.measures()[i].id;
        const auto weighs = [&](const auto& each) {
            return each.weighed_by && each.weighed_by->measure == id;
        };
        wanted[i] =
            wanted[i] || ruled[i] || std::any_of(rules.indicators.begin(), rules.indicators.end(), weighs);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto* count = std::get_if<EventCount>(&framework.measures()[i].value);
        if (wanted[i] && count != nullptr && !count->over.empty()) {
            wanted[framework.position(count->over)] = true;
        }
    }
    return wanted;
}

/// Whether a measure's number changes on days that its facts or its returns foretell.
inline bool is_foretold(const Measure& measure) {
    return std::visit(
        [&](const auto& value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, EventOpen> || std::is_same_v<Value, EventCount> ||
                          std::is_same_v<Value, LatestRating>) {
                return measure.cycles.empty();
            } else {
                const bool is_return = std::is_same_v<Value, CountShare> || std::is_same_v<Value, Overdue> ||
                                       std::is_same_v<Value, SurveyShare>;
                return is_return && !measure.inherits && measure.cycles.empty();
            }
        },
        measure.value);
}

/// Whether more is never better on a scale, and nothing earns less than 0.
inline bool only_rises(const Scale& scale) {
    const auto rises = [](double before, const auto& points) {
        for (const double each : points) {
            if (each < before) {
                return false;
            }
            before = each;
        }
        return true;
    };
    std::vector<double> points;
    if (const auto* lines = std::get_if<LinearScale>(&scale)) {
        for (const auto& each : lines->through) {
            points.push_back(each.points);
        }
        return rises(0, points);
    }
    if (const auto* steps = std::get_if<StepScale>(&scale)) {
        points.push_back(steps->below);
        for (const auto& each : steps->steps) {
            points.push_back(each.points);
        }
        return rises(0, points);
    }
    const auto* words = std::get_if<WordScale>(&scale);
    return words != nullptr &&
           std::all_of(words->points.begin(), words->points.end(), [](double each) { return each >= 0; });
}

/// Whether points add up, what fades earns only more for more, and nothing else looks at it.
inline bool only_falls(const Framework& framework) {
    const auto& rules = framework.rules();
    bool falls =
        rules.groups.empty() && (rules.aggregate == Aggregate::sum || rules.aggregate == Aggregate::mean);
    std::vector<Subject> subjects;
    for (const auto& limiter : rules.limiters) {
        add_subjects(limiter.when, subjects);
    }
    for (const auto& band : rules.bands) {
        if (band.when) {
            add_subjects(*band.when, subjects);
        }
    }
    for (const auto& subject : subjects) {
        const auto* measure =
            subject.kind == Subject::Kind::measure ? measure_named(rules, subject.id) : nullptr;
        falls = falls && measure != nullptr && !decays(decay_of(*measure));
    }
    for (const auto& indicator : rules.indicators) {
        falls = falls && (!decays(decay_of(indicator.measure)) ||
                          (only_rises(indicator.scale) && !indicator.relative));
    }
    return falls;
}

/// Whether a condition of a limiter or a band asks how old something is, which changes every day.
inline bool asks_for_age(const Framework& framework) {
    const auto& rules = framework.rules();
    std::vector<Subject> subjects;
    const auto add = [&](const auto& limiters, const auto& bands) {
        for (const auto& limiter : limiters) {
            add_subjects(limiter.when, subjects);
        }
        for (const auto& band : bands) {
            if (band.when) {
                add_subjects(*band.when, subjects);
            }
        }
    };
    add(rules.limiters, rules.bands);
    for (const auto& group : rules.groups) {
        add(group.limiters, group.bands);
    }
    return !rules.groups.empty() || std::any_of(subjects.begin(), subjects.end(), [](const auto& each) {
        return each.of == Aspect::age || each.kind != Subject::Kind::measure;
    });
}

} // namespace detail

/// What the level rests on under a scheme.
inline LevelRests level_rests(const Framework& framework) {
    LevelRests rests{detail::wanted_measures(framework), detail::asks_for_age(framework),
                     detail::only_falls(framework)};
    for (const auto& rule : framework.rules().missing.by_state) {
        rests.any_day = rests.any_day || rule.policy == Policy::carry_forward;
    }
    for (std::size_t i = 0; i < rests.wanted.size(); ++i) {
        const auto& measure = framework.measures()[i];
        rests.any_day = rests.any_day || (rests.wanted[i] && measure.live && !detail::is_foretold(measure));
    }
    return rests;
}

} // namespace vermeil
