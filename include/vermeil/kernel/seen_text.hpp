// SPDX-License-Identifier: MIT
#pragma once
// What a question looked at, in plain words.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/word_value.hpp>
#include <vermeil/kernel/recorder.hpp>
#include <vermeil/kernel/trace.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// What a reader calls something that has an id: its label, with the id where the two differ.
inline std::string named(const std::string& id, const std::string& label) {
    return label.empty() || label == id ? id : label + " (" + id + ")";
}

/// Why a cell has no value, in the words of a reader who knows no states.
inline std::string absence(const Measure& measure, const Cell& cell) {
    switch (cell.state) {
    case State::too_few:
        return std::to_string(cell.n) + " of the " + std::to_string(measure.least_n) + " answers needed";
    case State::not_submitted:
        return "not returned by the " + std::string(to_string(measure.owed_by));
    case State::not_yet_inspected:
        return "awaiting inspection";
    case State::not_applicable:
        return "does not apply";
    case State::not_yet_live:
        return "planned, not yet measured";
    case State::suppressed:
        return "withheld to protect people";
    case State::present:
    case State::unknown:
        break;
    }
    return "no value on record";
}

/// The same; where it is unknown, what happened.
inline std::string absence(const Measure& measure, const Cell& cell, const std::string& cause) {
    return cell.state == State::unknown && !cause.empty() ? cause : absence(measure, cell);
}

/// What happened where a measure is unknown; empty where nobody said.
inline std::string cause_of(const Trace& trace, std::size_t measure) {
    const auto found = trace.unknown.find(measure);
    return found == trace.unknown.end() ? std::string() : found->second;
}

/// The word at a position of a source's scale; empty where the measure is no rating.
inline std::string rating_word(const std::same_as<Framework> auto& framework, const Measure& measure,
                               double position) {
    const auto* scale = scale_of(framework.rules(), measure);
    const bool within =
        scale != nullptr && position >= 1 && position <= static_cast<double>(scale->words.size());
    return within ? scale->words[static_cast<std::size_t>(position) - 1] : "";
}

/// What stands in a cell, or why nothing does; `cause` is what happened where it is unknown.
inline std::string seen_value(const std::same_as<Framework> auto& framework, const Measure& measure,
                              const Cell& cell, const std::string& cause) {
    if (cell.state != State::present) {
        return absence(measure, cell, cause);
    }
    auto text = rating_word(framework, measure, cell.value);
    text = text.empty() ? shortest(cell.value) : text;
    if (cell.n > 0) {
        text = cell.count > 0 || cell.value == 0
                   ? std::to_string(cell.count) + " of " + std::to_string(cell.n) + " (" +
                         as_percent(cell.value) + ")"
                   : text + " (n " + std::to_string(cell.n) + ")";
    }
    text += (cell.flags & CellFlag::inherited) != 0 ? ", inherited from a service it took over from" : "";
    return (cell.flags & CellFlag::carried) != 0
               ? text + ", " + std::to_string(carried_quarters(cell.flags)) + " quarters old"
               : text;
}

/// What the face calls a score.
inline std::string score_word(const std::same_as<Framework> auto& framework) {
    return framework.rules().higher_is == Face::worse ? "points" : "score";
}

inline std::string range_text(double low, double high) {
    return low == high ? with_decimals(low, 1) : with_decimals(low, 1) + " to " + with_decimals(high, 1);
}

/// A band, or the bands between two: `Good`, `Poor to Good`. Places count from 1.
inline std::string bands_text(const std::vector<Band>& bands, double best, double worst) {
    const auto name = [&](double place) { return bands.at(static_cast<std::size_t>(place) - 1).name; };
    return best == worst ? name(best) : name(worst) + " to " + name(best);
}

/// Something of a cell other than its value, after the value itself: `dignity: 9 of 10 (90.0 %), lower 0.596`.
inline std::string aspect_text(const SubjectSeen& seen) {
    if (seen.of == Aspect::value || seen.of == Aspect::n || seen.of == Aspect::quarters_old) {
        return ""; // told with the value
    }
    if (seen.of == Aspect::late) {
        return seen.lowest_score != seen.highest_score ? "" : seen.lowest_score == 1 ? ", late" : ", in time";
    }
    if (seen.of == Aspect::age) {
        return seen.lowest_score == seen.highest_score ? ", " + shortest(seen.lowest_score) + " days old"
                                                       : ", of unknown age";
    }
    const auto name = ", " + std::string(to_string(seen.of)) + " end ";
    return name + (seen.lowest_score == seen.highest_score ? with_decimals(seen.lowest_score, 3) : "unknown");
}

/// Something of a group or the whole: `safe: 75.0`, `safe: Good`, `safe: 3 members with data`.
inline std::string node_text(const std::same_as<Framework> auto& framework, const SubjectSeen& seen) {
    const auto& rules = framework.rules();
    const bool is_whole = seen.kind == Subject::Kind::whole;
    const auto name = is_whole ? std::string(seen.of == Aspect::value ? "score" : "whole")
                               : named(rules.groups[seen.index].id, rules.groups[seen.index].label);
    const auto& bands = is_whole ? rules.bands : rules.groups[seen.index].bands;
    if (seen.of == Aspect::band && seen.applies) {
        return name + ": " + bands_text(bands, seen.lowest_score, seen.highest_score);
    }
    if (seen.of == Aspect::n) {
        return name + ": " + shortest(seen.lowest_score) + " members with data";
    }
    if (seen.of == Aspect::coverage) {
        return name + ": " + as_percent(seen.lowest_score) + " of the weight known";
    }
    return name + ": " +
           (seen.of == Aspect::band ? "left out" : range_text(seen.lowest_score, seen.highest_score));
}

/// What a question looked at, in words: `cqc: Good, dignity: 144 of 147 (98.0 %)`.
inline std::string seen_text(const std::same_as<Framework> auto& framework, const Trace& trace,
                             const std::vector<SubjectSeen>& seen) {
    std::vector<std::string> texts;
    const auto add = [&](std::string text) {
        if (std::find(texts.begin(), texts.end(), text) == texts.end()) { // a question may ask twice
            texts.push_back(std::move(text));
        }
    };
    for (const auto& each : seen) {
        if (each.kind == Subject::Kind::measure) {
            const auto& measure = framework.measures()[each.index];
            add(named(measure.id, measure.label) + ": " +
                seen_value(framework, measure, each.cell, cause_of(trace, each.index)) + aspect_text(each));
        } else {
            add(node_text(framework, each));
        }
    }
    return joined(texts, ", ");
}

} // namespace vermeil::detail
