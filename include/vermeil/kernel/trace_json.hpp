// SPDX-License-Identifier: MIT
#pragma once
// A trace as one JSON object, for machines that read along.

#include <vermeil/core/json.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/trace.hpp>

#include <string>
#include <string_view>

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
}

inline std::string step_json(const Framework& framework, const IndicatorStep& step) {
    JsonObject object;
    object.text("measure", framework.measures()[step.indicator].id);
    add_cell(object, step.cell);
    object.number("weight", step.weight).number("lowest_points", step.lowest_points);
    return object.number("highest_points", step.highest_points).str();
}

inline std::string step_json(const Framework& framework, const GroupStep& step) {
    JsonObject object;
    object.text("group", framework.rules().groups[step.group].id).number("weight", step.due);
    if (step.due > 0) {
        object.number("lowest_score", step.lowest_score).number("highest_score", step.highest_score);
    } else {
        object.null("lowest_score").null("highest_score");
    }
    return object.number("weight_live", step.live).number("weight_known", step.known).str();
}

/// What a question looked at.
inline std::string seen_json(const Framework& framework, const SubjectSeen& seen) {
    JsonObject object;
    if (seen.kind == Subject::Kind::measure) {
        object.text("measure", framework.measures()[seen.index].id);
        add_cell(object, seen.cell);
        return object.str();
    }
    const bool is_whole = seen.kind == Subject::Kind::whole;
    object.text("group", is_whole ? whole_name : std::string_view(framework.rules().groups[seen.index].id));
    return object.number("lowest_score", seen.lowest_score).number("highest_score", seen.highest_score).str();
}

inline std::string step_json(const Framework& framework, const BandStep& step) {
    JsonObject object;
    object.text("band", framework.band_name(step.band));
    object.raw("saw", json_list(step.seen, [&](const auto& each) { return seen_json(framework, each); }));
    return object.text("met", firing_text(step.met)).str();
}

inline std::string step_json(const Framework& framework, const LimiterStep& step) {
    const auto& limiter = framework.rules().limiters[step.limiter];
    JsonObject object;
    object.text("limiter", limiter.because).text("effect", effect_text(limiter));
    object.raw("saw", json_list(step.seen, [&](const auto& each) { return seen_json(framework, each); }));
    object.text("fires", firing_text(step.firing));
    object.text("lowest_before", framework.band_name(step.lowest_before));
    object.text("highest_before", framework.band_name(step.highest_before));
    object.text("lowest", framework.band_name(step.lowest_after));
    return object.text("highest", framework.band_name(step.highest_after)).str();
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
inline std::string to_json(const Framework& framework, const Trace& trace, std::string_view service,
                           std::string_view when_key, std::string_view when, std::string_view band_key) {
    const auto& made = trace.outcome;
    const auto step = [&](const auto& each) { return detail::step_json(framework, each); };
    JsonObject object;
    object.text("service", service).text(when_key, when).text("framework", framework.id());
    object.text("edition", framework.edition()).text(band_key, band_name(framework, made.band));
    object.text("lowest", framework.band_name(made.lowest))
        .text("highest", framework.band_name(made.highest));
    object.number("lowest_score", made.lowest_score).number("highest_score", made.highest_score);
    object.number("coverage", made.coverage).text("reason", to_string(made.reason));
    detail::add_age(object, trace.age);
    object.text("headline", headline(framework, trace));
    object.raw("measures", json_list(trace.indicators, step)).raw("groups", json_list(trace.groups, step));
    object.raw("bands", json_list(trace.bands, step));
    return object.raw("limiters", json_list(trace.limiters, step)).str();
}

} // namespace vermeil
