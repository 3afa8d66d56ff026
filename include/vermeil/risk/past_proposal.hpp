// SPDX-License-Identifier: MIT
#pragma once
// What a ladder proposed on the day on which a decision was taken, from what was known then.

#include <vermeil/core/quarter.hpp>
#include <vermeil/framework/measurer.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/outcome_frame.hpp>
#include <vermeil/risk/decision_log.hpp>
#include <vermeil/risk/embargo_log.hpp>
#include <vermeil/risk/overdue.hpp>
#include <vermeil/risk/proposal.hpp>
#include <vermeil/risk/risk_book.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The risk of a service on a day gone by, from what was known on it; nothing where nobody can say.
using PastLevels = std::function<std::optional<RiskLevel>(const Service&, Date)>;

/// Past levels as a scheme gives them on the evidence of its book, which must outlive them. A scheme that compares services says
/// nothing of one alone, and nobody can say.
inline PastLevels past_levels(const RiskBook& book) {
    return [&book](const Service& service, Date day) -> std::optional<RiskLevel> {
        const auto place = service_place(book.evidence(), service.id().text());
        if (book.evaluator() == nullptr || !place || !book.evidence().services[*place].is_open_on(day)) {
            return std::nullopt;
        }
        RiskBook::Work work;
        book.draw(*place, day, work);
        const auto outcome = book.evaluator()->evaluate(work.cells);
        RiskLevel level{band_name(book.framework(), outcome.band), {}, {}, {}};
        if (has_score(outcome)) {
            level.points = standing_score(book.framework(), outcome);
        }
        return level;
    };
}

namespace detail {

/// The rows and events that say who was under an embargo, and who had actions overdue, by whom they concern.
class LadderRows {
  public:
    LadderRows(const EmbargoRule& rule, const Evidence& evidence)
        : knows_embargoes_(knows_of_embargoes(rule, evidence)),
          has_actions_(evidence.find_records(action_kind().schema.name) != nullptr),
          embargoes_(rows_by_concerned(evidence, embargo_kind().schema.name, embargo_field::provider)),
          actions_(rows_by_concerned(evidence, action_kind().schema.name, action_field::provider)) {
        for (const auto& event : evidence.events) {
            if (!rule.event.empty() && is_same_name(event.event, rule.event)) {
                events_[whom_of(event)].push_back(&event);
            }
        }
    }

    [[nodiscard]] std::optional<bool> embargo(const Concerned& whom, Date day) const {
        const auto rows = embargoes_.find(whom);
        const auto events = events_.find(whom);
        const bool on = (rows != embargoes_.end() &&
                         std::any_of(rows->second.begin(), rows->second.end(),
                                     [&](const Record* row) { return is_in_force(*row, day); })) ||
                        (events != events_.end() &&
                         std::any_of(events->second.begin(), events->second.end(), [&](const Event* event) {
                             return event->refused || event->is_open_on(day);
                         }));
        return on || knows_embargoes_ ? std::optional(on) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> overdue(const Concerned& whom, Date day) const {
        if (!has_actions_) {
            return std::nullopt;
        }
        const auto rows = actions_.find(whom);
        return rows == actions_.end()
                   ? 0.0
                   : static_cast<double>(std::count_if(rows->second.begin(), rows->second.end(),
                                                       [&](auto row) { return is_overdue(*row, day); }));
    }

  private:
    bool knows_embargoes_;
    bool has_actions_;
    RowsByConcerned embargoes_;
    RowsByConcerned actions_;
    std::map<Concerned, std::vector<const Event*>> events_;
};

} // namespace detail

/// What was proposed to each of some standings on the day of the decision that put it there, standing where it stood before: what
/// the person who decided would have been told. Nothing where nothing was decided, or nobody can say where it stands. Without
/// `past` nobody can say the risk of that day, and a proposal that rests on it is open.
inline std::vector<std::optional<Proposal>> past_proposals(const Ladder& ladder, const Evidence& evidence,
                                                           const std::vector<LadderStanding>& standings,
                                                           const PastLevels& past = {}) {
    const detail::LadderRows rows(ladder.rules().embargo, evidence);
    const LadderStanding* now = nullptr;
    const detail::LadderKnowledge knows{
        [&now](const Concerned&) { return now->before; },
        [&now](const Concerned&) { return now->before_since; },
        [&rows](const Concerned& whom, Date day) { return rows.overdue(whom, day); },
        [&rows](const Concerned& whom, Date day) { return rows.embargo(whom, day); },
        [&past](const Service& service, Date day) { return past ? past(service, day) : std::nullopt; }};
    const Evaluator evaluator(ladder.proposing());
    const Measurer of_services(ladder.proposing(), evidence, detail::ladder_drawers(ladder, false, knows));
    const Measurer of_providers(ladder.proposing(), evidence, detail::ladder_drawers(ladder, true, knows));
    std::map<Concerned, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < evidence.services.size(); ++i) {
        places[detail::whom_of(evidence.services[i], false)].push_back(i);
        places[detail::whom_of(evidence.services[i], true)].push_back(i);
    }
    std::vector<std::optional<Proposal>> proposals(standings.size());
    Measurer::Work work;
    for (std::size_t i = 0; i < standings.size(); ++i) {
        now = &standings[i];
        for (const auto place :
             now->step && now->decided_on ? places[now->whom] : std::vector<std::size_t>()) {
            if (!evidence.services[place].is_open_on(*now->decided_on)) {
                continue;
            }
            const auto& measurer = now->whom.is_provider ? of_providers : of_services;
            const DrawingDay day{Quarter(*now->decided_on), *now->decided_on};
            measurer.draw_others(place, day, work);
            measurer.draw_facts(place, day, measurer.facts().drawing().windows(day), work);
            const auto proposal = detail::proposal_of(ladder, evaluator.explain(work.cells));
            proposals[i] ? proposals[i]->join(proposal) : void(proposals[i] = proposal);
        }
    }
    return proposals;
}

} // namespace vermeil
