// SPDX-License-Identifier: MIT
#pragma once
// What counts as harm that a risk scheme should have seen coming.

#include <vermeil/core/error.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/exit.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/outcome_checks.hpp>
#include <vermeil/measure/measure.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// A source's rating falls to a word or a worse one; words are counted from 1, the best.
struct RatingFall {
    OrderedScale scale;
    std::size_t position;
};
/// An event begins, such as the end of a contract.
struct EventBegins {
    std::string event;
};
/// The service leaves a contract or the market in one of these ways (see the table `exits`).
struct ServiceExit {
    std::vector<std::string> kinds;
};
/// The service closes, and no other took over from it.
struct ServiceCloses {};

/// One kind of outcome: how it is written, and in plain words.
struct BacktestOutcome {
    std::string text;  ///< as `rating:cqc=Inadequate`, `event:contract_ended`, `exit`, `closure`
    std::string label; ///< what becomes of services: "later rated Inadequate by cqc", "that later closed"
    std::variant<RatingFall, EventBegins, ServiceExit, ServiceCloses> kind;
};

namespace detail {

inline const OrderedScale& outcome_scale(const Rules& rules, std::string_view source) {
    std::vector<std::string> known;
    for (const auto& scale : rules.ordered_scales) {
        known.push_back(scale.id);
        if (folded(scale.id) == folded(source)) {
            return scale;
        }
    }
    throw Error("an outcome cannot be a rating by " + quoted(source) + ": the scheme has " +
                (known.empty() ? std::string("no rating scale") : "the scales " + joined(known, " and ")) +
                did_you_mean(std::string(source), known));
}

inline BacktestOutcome rating_outcome(const Rules& rules, std::string_view source, std::string_view word) {
    const auto& scale = outcome_scale(rules, source);
    const auto position = word.empty() ? scale.words.size() : scale.position(word).value_or(0);
    if (position < 2) {
        throw Error("an outcome cannot be a fall to " + quoted(word) + " of " + quoted(scale.id) +
                    ": allowed are its words below the best, " +
                    joined({scale.words.begin() + 1, scale.words.end()}));
    }
    const auto& lowest = scale.words[position - 1];
    return {"rating:" + scale.id + "=" + lowest,
            "later rated " + lowest + (position < scale.words.size() ? " or worse" : "") + " by " + scale.id,
            RatingFall{scale, position}};
}

/// Those who leave in these ways leave because something was wrong.
inline std::vector<std::string> exits_for_cause() {
    return {"council ended", "forced termination", "business failure"};
}

inline BacktestOutcome exit_outcome(std::string_view kind) {
    if (kind.empty()) {
        return {"exit", "whose contract later ended for cause", ServiceExit{exits_for_cause()}};
    }
    const auto& allowed = exit_kind().schema.fields[exit_field::kind].allowed;
    if (!has_word(allowed, kind)) {
        throw Error("no exit is " + quoted(kind) + "; allowed are " + joined(allowed));
    }
    return {"exit:" + std::string(kind), "that later left (" + std::string(kind) + ")",
            ServiceExit{{std::string(kind)}}};
}

inline BacktestOutcome event_outcome(const Rules& rules, std::string_view event) {
    if (const auto measure = foretold_by(rules, event); !measure.empty()) {
        throw Error(foretells_itself(event, measure));
    }
    const std::string id(event);
    return {"event:" + id, "that later had the event " + id, EventBegins{id}};
}

inline BacktestOutcome closure_outcome() { return {"closure", "that later closed", ServiceCloses{}}; }

/// What a scheme says of one outcome.
inline BacktestOutcome stated_outcome(const Rules& rules, const OutcomeRule& said) {
    if (!said.rating.empty()) {
        return rating_outcome(rules, said.rating, outcome_scale(rules, said.rating).words[said.position - 1]);
    }
    if (!said.event.empty()) {
        return event_outcome(rules, said.event);
    }
    return said.closure                  ? closure_outcome()
           : said.exit == exit_for_cause ? exit_outcome({})
                                         : exit_outcome(said.exit);
}

} // namespace detail

/// Reads one kind of outcome. `rating:SOURCE` is a fall to the lowest word of a scale of the scheme, `rating:SOURCE=WORD` to
/// that word or a worse one; `event:ID` an event that begins; `exit` a contract ended for cause (by the council, by forced
/// termination, by failure of the business), `exit:KIND` an exit of that kind; `closure` a last day of care.
/// @throws Error naming what is allowed when the text is none of these, and when the scheme foretells by the event.
inline BacktestOutcome parse_outcome(std::string_view text, const Rules& rules) {
    const auto said = trimmed(text);
    const auto colon = said.find(':');
    const auto kind = trimmed(said.substr(0, colon));
    const auto rest = colon == std::string_view::npos ? std::string_view() : trimmed(said.substr(colon + 1));
    if (kind == "rating" && !rest.empty()) {
        const auto equals = rest.find('=');
        const auto word = equals == std::string_view::npos ? std::string_view() : rest.substr(equals + 1);
        return detail::rating_outcome(rules, trimmed(rest.substr(0, equals)), trimmed(word));
    }
    if (kind == "event" && !rest.empty()) {
        return detail::event_outcome(rules, rest);
    }
    if (kind == "exit") {
        return detail::exit_outcome(rest);
    }
    if (kind == "closure" && rest.empty()) {
        return detail::closure_outcome();
    }
    throw Error(
        quoted(text) +
        " is no outcome; write rating:SOURCE, rating:SOURCE=WORD, event:ID, exit, exit:KIND or closure");
}

/// What counts unless something else is asked for: what the scheme's file says; where it says nothing, a fall to the lowest word of each scale on which a measure of the scheme reads a
/// rating, a contract ended for cause, and a closure.
inline std::vector<BacktestOutcome> default_outcomes(const Framework& framework) {
    std::vector<BacktestOutcome> outcomes;
    for (const auto& said : framework.rules().outcomes) {
        outcomes.push_back(detail::stated_outcome(framework.rules(), said));
    }
    if (!outcomes.empty()) {
        return outcomes;
    }
    const auto is_rated = [&](const OrderedScale& scale) {
        return std::any_of(framework.measures().begin(), framework.measures().end(), [&](const auto& each) {
            const auto* rating = std::get_if<LatestRating>(&each.value);
            return rating != nullptr && folded(rating->source) == folded(scale.id);
        });
    };
    for (const auto& scale : framework.rules().ordered_scales) {
        if (scale.words.size() > 1 && is_rated(scale)) {
            outcomes.push_back(detail::rating_outcome(framework.rules(), scale.id, {}));
        }
    }
    outcomes.push_back(detail::exit_outcome({}));
    outcomes.push_back(detail::closure_outcome());
    return outcomes;
}

} // namespace vermeil
