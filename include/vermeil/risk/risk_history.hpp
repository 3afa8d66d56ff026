// SPDX-License-Identifier: MIT
#pragma once
// Which facts stand behind a level, since when it has held, and what brought it.

#include <vermeil/core/json.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/risk/last_other.hpp>
#include <vermeil/risk/level_rests.hpp>
#include <vermeil/risk/risk_book.hpp>
#include <vermeil/risk/risk_fact.hpp>
#include <vermeil/risk/risk_since.hpp>
#include <vermeil/risk/stale.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// A fact as people read it.
inline RiskFact readable(const RiskBook& book, const FactUse& use) {
    const auto& questions = book.measurer().facts().drawing().questions();
    const auto& measures = book.framework().measures();
    const auto& question = questions[use.question];
    RiskFact fact;
    fact.measure = measures[question.measure].id;
    fact.of_provider = use.owner >= book.evidence().services.size();
    fact.share = static_cast<double>(use.weight) / static_cast<double>(whole_weight);
    fact.yields_to = use.yields == nullptr ? "" : measures[questions[use.yields->question].measure].id;
    fact.is_seen = question.kind != FactQuestion::Kind::count;
    const auto later = [&](Date day) { return day == fact.from ? std::nullopt : std::optional(day); };
    const auto take_origin = [&](const Origin& origin) {
        fact.source = origin.source ? *origin.source : "";
        fact.row = origin.row;
    };
    if (question.kind == FactQuestion::Kind::rating) {
        const auto& rating = book.rating(use.fact->row);
        fact.fact = rating.source + ": " + rating.rating;
        fact.from = rating.on;
        fact.known_on = later(rating.known_on.value_or(rating.on));
        fact.incident = rating.incident;
        take_origin(rating.origin);
        return fact;
    }
    const auto& event = book.event(use.fact->row);
    fact.fact = event.event;
    fact.from = event.from;
    fact.to = event.to;
    fact.known_on = later(event.usable_on());
    fact.expires_on = event.expires_on;
    fact.incident = event.incident;
    fact.entered_by = event.entered_by;
    fact.entered_on = event.entered_on;
    take_origin(event.origin);
    return fact;
}

/// Whether two cells are the same to a reader: ages aside.
inline bool same_cell(const Cell& left, const Cell& right) noexcept {
    return left.state == right.state && (left.state != State::present || left.value == right.value) &&
           left.flags == right.flags;
}

/// What a cell earns its measure in points, 0 where it is left out; nothing where nobody can say, or the measure earns none.
inline std::optional<double> earned(const Framework& framework, std::size_t measure, const Cell& cell) {
    const auto& indicators = framework.rules().indicators;
    if (measure >= indicators.size()) {
        return std::nullopt;
    }
    if (cell.state != State::present) {
        const bool left_out = framework.rules().missing.of(cell.state).policy == Policy::leave_out;
        return left_out ? std::optional(0.0) : std::nullopt;
    }
    return snapped(points(indicators[measure].scale, cell.value) * cell.share);
}

/// Which measures may have brought another level: those whose points are others, and of those that rules ask about, or that have
/// no points to tell, those whose numbers are.
inline std::vector<bool> movers(const RiskBook& book, const LevelRests& rests, const std::vector<Cell>& now,
                                const std::vector<Cell>& before) {
    const auto ruled = ruled_measures(book.framework());
    std::vector<bool> moved(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto earns = earned(book.framework(), i, now[i]);
        const auto earned_before = earned(book.framework(), i, before[i]);
        const bool both = earns && earned_before && !ruled[i];
        moved[i] = rests.wanted[i] && (both ? *earns != *earned_before : !same_cell(now[i], before[i]));
    }
    return moved;
}

/// What counted in the first and not in the second, of the measures that moved. What yields to another fact of its incident earns
/// nothing, and still counts where a rule sees it: the open event or the rating that a trigger asks about.
inline std::vector<RiskFact> gone(const RiskBook& book, const FactTally& first, const FactTally& second,
                                  const std::vector<bool>& moved) {
    const auto& questions = book.measurer().facts().drawing().questions();
    const auto ruled = ruled_measures(book.framework());
    const auto counts = [&](const FactUse& use) {
        const auto& question = questions[use.question];
        return use.yields == nullptr ||
               (question.kind != FactQuestion::Kind::count && ruled[question.measure]);
    };
    std::vector<RiskFact> facts;
    for (const auto& use : first.uses) {
        if (!moved[questions[use.question].measure] || !counts(use)) {
            continue;
        }
        const bool stays = std::any_of(second.uses.begin(), second.uses.end(), [&](const auto& other) {
            return other.question == use.question && counts(other) && *other.fact == *use.fact;
        });
        if (!stays) {
            facts.push_back(readable(book, use));
        }
    }
    return facts;
}

/// What counted, and what no longer did, when one day's level became another.
inline void tell_causes(const RiskBook& book, const LevelRests& rests, const RiskBook::Work& now,
                        const RiskBook::Work& before, RiskSince& since) {
    auto moved = movers(book, rests, now.cells, before.cells);
    if (std::find(moved.begin(), moved.end(), true) == moved.end()) {
        moved.assign(moved.size(), true); // no points moved: more or less of them is known
    }
    since.came = gone(book, now.tally, before.tally, moved);
    since.went = gone(book, before.tally, now.tally, moved);
    for (std::size_t i = 0; i < now.cells.size(); ++i) {
        const auto& id = book.framework().measures()[i].id;
        if (moved[i] && !book.measurer().facts().place(id) && !same_cell(now.cells[i], before.cells[i])) {
            since.others.push_back(id);
        }
    }
}

/// The first day on which anything was known of a service whose facts were drawn.
inline std::optional<Date> first_evidence(const RiskBook::Work& work) {
    std::int32_t first = never;
    for (const auto& part : work.view.parts) {
        for (const auto& fact : part.facts) {
            first = fact.refused ? first : std::min(first, fact.known);
        }
    }
    return first == never ? std::nullopt : std::optional(date_of(first));
}

} // namespace detail

/// The facts that the indicators of a service look at on a day, in the order of the indicators: those that count, and those
/// that yield to another of their incident.
inline std::vector<RiskFact> facts_of(const RiskBook& book, std::size_t service, Date as_of) {
    RiskBook::Work work;
    book.draw(service, as_of, work);
    std::vector<RiskFact> facts;
    for (const auto& use : work.tally.uses) {
        facts.push_back(detail::readable(book, use));
    }
    return facts;
}

/// Since when a service has stood at its level of a day, looking back at most ten years; each day is scored with what was
/// known on it. Only days on which something could change are looked at. Nothing under a scheme that compares services.
inline std::optional<RiskSince> since_of(const RiskBook& book, std::size_t service, Date as_of) {
    if (book.evaluator() == nullptr) {
        return std::nullopt;
    }
    RiskBook::Work now, before;
    book.draw(service, as_of, now);
    const auto level = book.evaluator()->evaluate(now.cells).band;
    const boost::gregorian::days one(1);
    const auto first = detail::first_evidence(now);
    RiskSince since;
    if (!first || *first > as_of) {
        return since;
    }
    const auto earliest =
        std::max(*first, as_of - boost::gregorian::days(static_cast<int>(detail::most_days)));
    const auto opened = book.evidence().services[service].first_day().value_or(earliest - one);
    const auto rests = level_rests(book.framework());
    const auto other =
        last_other(book, rests, service, now.view, level, {std::max(earliest - one, opened), as_of - one});
    if (!other) {
        since.day = std::max(earliest, opened);
        since.from_start = true;
        return since;
    }
    since.day = *other + one;
    book.draw(service, *since.day, now);
    book.draw(service, *other, before);
    detail::tell_causes(book, rests, now, before, since);
    return since;
}

/// The score of a row with every step, the facts behind it, since when its level has held, and what is stale.
inline RiskScore explain(const RiskBook& book, const RiskScores& scores, std::size_t row) {
    auto score = scores.explain(row);
    const auto place = book.place(score.service);
    const auto facts = facts_of(book, place, scores.as_of());
    const auto since = since_of(book, place, scores.as_of());
    const auto stale = stale_measures(book.framework(), scores.measures(), row);
    for (const auto& fact : facts) {
        score.explanation.push_back("fact: " + fact.measure + ": " + to_string(fact));
    }
    for (const auto& id : stale) {
        score.explanation.push_back("stale: the evidence of " + id + " is older than it counts as fresh");
    }
    JsonObject more;
    more.raw("facts", to_json(facts));
    more.raw("stale", json_list(stale, [](const std::string& id) { return json_text(id); }));
    if (since) {
        score.since = since->day;
        score.explanation.push_back(to_string(*since, score.level));
        more.raw("since", to_json(*since));
    }
    score.json = score.json.substr(0, score.json.size() - 1) + ", " + more.str().substr(1);
    return score;
}

/// The same of a service.
/// @throws Error when no such service was scored.
inline RiskScore explain(const RiskBook& book, const RiskScores& scores, const std::string& service) {
    return explain(book, scores, scores.measures().row(service));
}

} // namespace vermeil
