// SPDX-License-Identifier: MIT
#pragma once
// What a ladder says of a market as of a day: where everybody stands, what is proposed, what is overdue.

#include <vermeil/core/quarter.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/risk/decision_log.hpp>
#include <vermeil/risk/embargo_log.hpp>
#include <vermeil/risk/ladder.hpp>
#include <vermeil/risk/overdue.hpp>
#include <vermeil/risk/past_proposal.hpp>
#include <vermeil/risk/proposal.hpp>
#include <vermeil/risk/risk_levels.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// What a ladder says of a market as of a day.
struct Escalation {
    Date as_of;
    std::vector<LadderStanding> standings;
    std::vector<Proposal> proposals; ///< of each standing, in their order
    std::vector<std::optional<Proposal>>
        past; ///< of each, on the day of its latest decision; nothing where none was taken
    EmbargoLog embargoes;
    std::vector<OverdueAction> overdue;
    Rejects rejects; ///< what of decisions, embargoes and levels could not be used, or was kept with a doubt

    /// Where somebody stands, or null for one who is not there.
    [[nodiscard]] const LadderStanding* find(const Concerned& whom) const {
        const auto found = std::lower_bound(
            standings.begin(), standings.end(), whom,
            [](const LadderStanding& each, const Concerned& sought) { return each.whom < sought; });
        return found != standings.end() && found->whom == whom ? &*found : nullptr;
    }
};

namespace detail {

/// What is known of everybody as of the day of an escalation, whose standings, embargoes and overdue actions are there.
inline LadderKnowledge known_of(const Escalation& made, const Evidence& evidence, const RiskLevels& levels) {
    std::map<Concerned, std::uint32_t> actions;
    for (const auto& each : made.overdue) {
        actions[each.whom] += each.duty == Duty::action ? 1U : 0U;
    }
    const bool has_actions = evidence.find_records(action_kind().schema.name) != nullptr;
    return {[&made](const Concerned& whom) { return made.find(whom)->step; },
            [&made](const Concerned& whom) { return made.find(whom)->since; },
            [=](const Concerned& whom, Date) {
                const auto found = actions.find(whom);
                const double count = found == actions.end() ? 0 : found->second;
                return has_actions ? std::optional(count) : std::nullopt;
            },
            [&made](const Concerned& whom, Date) {
                const bool on = made.embargoes.find(whom) != nullptr;
                return on || made.embargoes.known ? std::optional(on) : std::nullopt;
            },
            [&levels](const Service& service, Date) {
                const auto found = levels.find(service.id().text());
                return found == levels.end() ? std::nullopt : std::optional(found->second);
            }};
}

/// Fills in a proposal for each service, or for each provider: the gravest step that any of its services gives reason for.
inline void propose(const Ladder& ladder, const Evidence& evidence, const RiskLevels& levels, bool provider,
                    Escalation& made) {
    const Evaluator evaluator(ladder.proposing());
    const auto measured = measure(ladder.proposing(), evidence, Quarter(made.as_of), made.as_of,
                                  ladder_drawers(ladder, provider, known_of(made, evidence, levels)));
    if (!provider || ladder.rules().of == LadderOf::provider) {
        made.rejects.append(measured.rejects);
    }
    std::vector<bool> seen(made.standings.size(), false);
    for (std::size_t row = 0; row < measured.table.rows(); ++row) {
        const auto who = whom_of(*evidence.find(measured.table.services()[row]), provider);
        const auto at = static_cast<std::size_t>(made.find(who) - made.standings.data());
        auto proposal = proposal_of(ladder, evaluator.explain(measured.table, row));
        if (seen[at]) {
            made.proposals[at].join(proposal);
        } else {
            made.proposals[at] = std::move(proposal);
        }
        seen[at] = true;
    }
}

/// Tells the levels that are none of the ladder's words; `Not rated` is no level and says that nobody knows.
inline void check_levels(const Ladder& ladder, const RiskLevels& levels, Rejects& rejects) {
    const auto* scale = level_scale(ladder);
    for (const auto& [service, risk] : levels) {
        const bool known = risk.level.empty() || folded(risk.level) == "not rated";
        if (scale != nullptr && !known && !scale->position(risk.level)) {
            rejects.push_back({"risk", 0, "level", risk.level,
                               "service " + quoted(service) + ": no level of the ladder; the levels are " +
                                   one_of(scale->words),
                               true});
        }
    }
}

} // namespace detail

/// What the ladder says of everybody as of a day. It proposes; whoever decides is told what was proposed beside it.
///
/// What happened counts where it was known by the day. What is not known, a level that is `Not rated` among it, leaves a
/// proposal open between two steps. An embargo on a provider is one on each of its services, and so are its actions. `past`
/// gives the levels of the days on which decisions were taken; without it nobody knows them.
inline Escalation escalation(const Ladder& ladder, const Evidence& evidence, const RiskLevels& levels,
                             Date as_of, const PastLevels& past = {}) {
    Escalation made{as_of, {}, {}, {}, {}, {}, {}};
    made.standings = standings_on(ladder, evidence, as_of, made.rejects);
    made.embargoes = embargoes_on(ladder.rules().embargo, evidence, as_of, made.rejects);
    made.overdue = overdue_on(ladder, evidence, made.standings, made.embargoes, as_of);
    detail::check_levels(ladder, levels, made.rejects);
    made.proposals.assign(made.standings.size(), {});
    const auto of = ladder.rules().of;
    if (of != LadderOf::provider) {
        detail::propose(ladder, evidence, levels, false, made);
    }
    if (of != LadderOf::service) {
        detail::propose(ladder, evidence, levels, true, made);
    }
    made.past = past_proposals(ladder, evidence, made.standings, past);
    return made;
}

} // namespace vermeil
