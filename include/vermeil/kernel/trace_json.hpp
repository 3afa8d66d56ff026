// SPDX-License-Identifier: MIT
#pragma once
// A trace as one JSON object, for machines that read along.

#include <vermeil/core/json.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/trace.hpp>

#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

namespace detail {

inline void add_cell(JsonObject& object, const Cell& cell) {
    if (cell.state == State::present) {
        object.number("value", cell.value);
    } else {
        object.null("value");
    }
    object.text("state", to_string(cell.state)).number("n", cell.n).number("count", cell.count);
    object.truth("late", (cell.flags & CellFlag::late) != 0)
        .truth("inherited", (cell.flags & CellFlag::inherited) != 0)
        .number("quarters_old", carried_quarters(cell.flags));
    if (cell.day == no_day) {
        object.null("day");
    } else {
        object.text("day", to_string(date_of(cell.day)));
    }
    if (cell.state == State::present && cell.share != 1) {
        object.number("share", cell.share);
    }
}

inline std::string step_json(const std::same_as<Framework> auto& framework, const IndicatorStep& step) {
    JsonObject object;
    const auto& measure = framework.measures()[step.indicator];
    object.text("measure", measure.id);
    add_cell(object, step.cell);
    object.number("weight", step.weight).number("lowest_points", step.lowest_points);
    object.number("highest_points", step.highest_points);
    if (!measure.label.empty() && measure.label != measure.id) {
        object.text("label", measure.label);
    }
    if (!step.weighed) {
        object.truth("weight_known", false);
    }
    return object.str();
}

/// The name of a band, or null where there is none.
inline void add_band(JsonObject& object, std::string_view key, const std::vector<Band>& bands,
                     std::uint8_t band) {
    if (band < bands.size()) {
        object.text(key, bands[band].name);
    } else {
        object.null(key);
    }
}

/// One end of what something may be; null where it may be any number.
inline void add_end(JsonObject& object, std::string_view key, double end) {
    if (std::abs(end) < std::numeric_limits<double>::max()) {
        object.number(key, end);
    } else {
        object.null(key);
    }
}

/// What a question looked at.
inline std::string seen_json(const std::same_as<Framework> auto& framework, const SubjectSeen& seen) {
    const auto& rules = framework.rules();
    const bool is_whole = seen.kind == Subject::Kind::whole;
    JsonObject object;
    if (seen.kind == Subject::Kind::measure) {
        object.text("measure", framework.measures()[seen.index].id);
        add_cell(object, seen.cell);
    } else {
        object.text("group", is_whole ? whole_name : std::string_view(rules.groups[seen.index].id));
    }
    if (seen.of == Aspect::band) {
        const auto& bands = is_whole ? rules.bands : rules.groups[seen.index].bands;
        const auto place = [&](double at) {
            return seen.applies ? static_cast<std::uint8_t>(at - 1) : no_band;
        };
        add_band(object, "lowest", bands, place(seen.highest_score));
        add_band(object, "highest", bands, place(seen.lowest_score));
    } else if (seen.of != Aspect::value) {
        object.text("of", to_string(seen.of));
        add_end(object, "least", seen.lowest_score);
        add_end(object, "most", seen.highest_score);
    } else if (seen.kind != Subject::Kind::measure) {
        object.number("lowest_score", seen.lowest_score).number("highest_score", seen.highest_score);
    }
    return object.str();
}

inline std::string step_json(const std::same_as<Framework> auto& framework, const std::vector<Band>& bands,
                             const BandStep& step) {
    JsonObject object;
    add_band(object, "band", bands, static_cast<std::uint8_t>(step.band));
    object.raw("saw", json_list(step.seen, [&](const auto& each) { return seen_json(framework, each); }));
    return object.text("met", firing_text(step.met)).str();
}

inline std::string step_json(const std::same_as<Framework> auto& framework, const std::vector<Band>& bands,
                             const std::vector<Limiter>& limiters, const LimiterStep& step) {
    const auto& limiter = limiters[step.limiter];
    JsonObject object;
    object.text("limiter", limiter.because).text("effect", effect_text(limiter));
    object.raw("saw", json_list(step.seen, [&](const auto& each) { return seen_json(framework, each); }));
    object.text("fires", firing_text(step.firing));
    add_band(object, "lowest_before", bands, step.lowest_before);
    add_band(object, "highest_before", bands, step.highest_before);
    add_band(object, "lowest", bands, step.lowest_after);
    add_band(object, "highest", bands, step.highest_after);
    return object.str();
}

inline std::string step_json(const std::same_as<Framework> auto& framework, const PromptStep& step) {
    const auto& prompt = framework.rules().prompts[step.prompt];
    JsonObject object;
    object.text("prompt", prompt.ask).text("because", prompt.because);
    object.raw("saw", json_list(step.seen, [&](const auto& each) { return seen_json(framework, each); }));
    return object.text("fires", firing_text(step.firing)).str();
}

/// The bands of a group and how they came about.
inline void add_group_bands(JsonObject& object, const std::same_as<Framework> auto& framework,
                            const GroupStep& step) {
    const auto& group = framework.rules().groups[step.group];
    const bool counts = step.due > 0;
    add_band(object, "lowest", group.bands, counts ? step.lowest : no_band);
    add_band(object, "highest", group.bands, counts ? step.highest : no_band);
    if (has_points(group.bands) && counts) {
        object.number("lowest_points", step.lowest_points).number("highest_points", step.highest_points);
    }
    auto asked = step.bands;
    std::reverse(asked.begin(), asked.end()); // they come from the lowest up
    object.raw("bands",
               json_list(asked, [&](const auto& each) { return step_json(framework, group.bands, each); }));
    object.raw("limiters", json_list(step.limiters, [&](const auto& each) {
                   return step_json(framework, group.bands, group.limiters, each);
               }));
}

inline std::string step_json(const std::same_as<Framework> auto& framework, const GroupStep& step) {
    JsonObject object;
    const auto& group = framework.rules().groups[step.group];
    object.text("group", group.id).number("weight", step.due);
    if (step.due > 0) {
        object.number("lowest_score", step.lowest_score).number("highest_score", step.highest_score);
    } else {
        object.null("lowest_score").null("highest_score");
    }
    object.number("weight_live", step.live).number("weight_known", step.known);
    if (!group.bands.empty()) {
        add_group_bands(object, framework, step);
    }
    return object.str();
}

} // namespace detail

namespace detail {

/// `oldest_days`, `median_days` and `age_known`.
inline void add_age(JsonObject& object, const EvidenceAge& age) {
    const auto days = [&](const char* key, std::optional<std::int32_t> value) {
        if (value) {
            object.number(key, *value);
        } else {
            object.null(key);
        }
    };
    days("oldest_days", age.oldest);
    days("median_days", age.median);
    object.number("age_known", age.known);
}

} // namespace detail

/// One object: the service, the outcome, then every step in the order in which it was taken.
/// `names` are the face's words for band and score; `when_key` and `when` say of which quarter or day it is.
inline std::string to_json(const std::same_as<Framework> auto& framework, const Trace& trace,
                           std::string_view service, std::string_view when_key, std::string_view when,
                           std::string_view band_key) {
    const auto& made = trace.outcome;
    const auto step = [&](const auto& each) { return detail::step_json(framework, each); };
    JsonObject object;
    object.text("service", service).text(when_key, when).text("framework", framework.id());
    object.text("edition", framework.edition()).text(band_key, band_name(framework, made.band));
    object.text("lowest", framework.band_name(made.lowest))
        .text("highest", framework.band_name(made.highest));
    if (made.has_scores()) {
        object.number("lowest_score", made.lowest_score).number("highest_score", made.highest_score);
    } else {
        object.null("lowest_score").null("highest_score");
    }
    object.number("coverage", made.coverage).text("reason", to_string(made.reason));
    object.text("headline", headline(framework, trace));
    object.raw("measures", json_list(trace.indicators, step)).raw("groups", json_list(trace.groups, step));
    const auto& rules = framework.rules();
    object.raw("bands", json_list(trace.bands, [&](const auto& each) {
                   return detail::step_json(framework, rules.bands, each);
               }));
    object.raw("limiters", json_list(trace.limiters, [&](const auto& each) {
                   return detail::step_json(framework, rules.bands, rules.limiters, each);
               }));
    if (!rules.prompts.empty()) {
        object.raw("prompts", json_list(trace.prompts, step));
    }
    detail::add_age(object, trace.age);
    return object.str();
}

} // namespace vermeil
