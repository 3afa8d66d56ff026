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

/// The step that the facts give reason for. A person decides; nothing follows from it by itself.
struct Proposal {
    std::size_t mildest = 0;            ///< the step with all that is unknown at its best
    std::size_t gravest = 0;            ///< and at its worst
    std::vector<std::string> because{}; ///< the reasons that hold, then those that may
    /// The step, where nothing that is unknown could change it.
    [[nodiscard]] std::optional<std::size_t> step() const {
        return mildest == gravest ? std::optional(mildest) : std::nullopt;
    }
};

/// What a ladder says of a market as of a day.
struct Escalation {
    Date as_of;
    std::vector<LadderStanding> standings;
    std::vector<Proposal> proposals; ///< of each standing, in their order
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

/// Works out what a ladder proposes, for services and for providers.
class Proposer {
  public:
    Proposer(const Ladder& ladder, const Evidence& evidence, const RiskLevels& levels, Escalation& made)
        : ladder_(&ladder), evidence_(&evidence), levels_(&levels), made_(&made),
          evaluator_(ladder.proposing()) {
        for (const auto& each : made.overdue) {
            overdue_[each.whom] += each.duty == Duty::action ? 1U : 0U;
        }
    }

    /// Fills in a proposal for each standing.
    void propose() {
        const auto of = ladder_->rules().of;
        made_->proposals.assign(made_->standings.size(), {});
        if (of != LadderOf::provider) {
            propose_for(false);
        }
        if (of != LadderOf::service) {
            propose_for(true);
        }
    }

  private:
    [[nodiscard]] Concerned whom(const Service& service, bool provider) const {
        return provider ? Concerned{true, service.provider().text()} : Concerned{false, service.id().text()};
    }

    /// A provider is proposed the gravest step that any of its services gives reason for.
    void propose_for(bool provider) {
        auto measured =
            measure(ladder_->proposing(), *evidence_, Quarter(made_->as_of), made_->as_of, drawers(provider));
        if (!provider || ladder_->rules().of == LadderOf::provider) {
            made_->rejects.append(measured.rejects);
        }
        std::vector<bool> seen(made_->standings.size(), false);
        for (std::size_t row = 0; row < measured.table.rows(); ++row) {
            const auto who = whom(*evidence_->find(measured.table.services()[row]), provider);
            const auto at = static_cast<std::size_t>(made_->find(who) - made_->standings.data());
            auto proposal = read(evaluator_.explain(measured.table, row));
            auto& stands = made_->proposals[at];
            if (!seen[at]) {
                stands = std::move(proposal);
            } else {
                stands.because = proposal.gravest > stands.gravest ? proposal.because : stands.because;
                stands.mildest = std::max(stands.mildest, proposal.mildest);
                stands.gravest = std::max(stands.gravest, proposal.gravest);
            }
            seen[at] = true;
        }
    }

    [[nodiscard]] Proposal read(const Trace& trace) const {
        const auto& framework = ladder_->proposing();
        Proposal proposal{ladder_->step_of(trace.outcome.lowest), ladder_->step_of(trace.outcome.highest)};
        for (const auto wanted : {Firing::yes, Firing::unknown}) {
            for (const auto& step : trace.limiters) {
                if (step.firing == wanted) {
                    const auto& because = framework.rules().limiters[step.limiter].because;
                    proposal.because.push_back((wanted == Firing::yes ? "" : "unknown whether ") + because +
                                               " (" + seen_text(framework, trace, step.seen) + ")");
                }
            }
        }
        return proposal;
    }

    [[nodiscard]] OwnMeasures drawers(bool provider) const {
        const auto drawn = [&](auto value) -> Drawer {
            return [this, provider, value](const Service& service, const DrawingDay&) {
                const std::optional<double> number = value(service, whom(service, provider));
                return number ? Cell{*number, State::present} : Cell{};
            };
        };
        OwnMeasures own;
        const auto add = [&](std::string_view id, auto value) { own.emplace(std::string(id), drawn(value)); };
        add(ladder_fact::step, [this](const Service&, const Concerned& who) {
            const auto step = made_->find(who)->step;
            return step ? std::optional(static_cast<double>(*step + 1)) : std::nullopt;
        });
        add(ladder_fact::days_on_step, [this](const Service&, const Concerned& who) {
            const auto since = made_->find(who)->since;
            return since ? std::optional<double>(day_number(made_->as_of) - day_number(*since))
                         : std::nullopt;
        });
        add(ladder_fact::overdue,
            [this](const Service& service, const Concerned&) { return overdue(service); });
        add(ladder_fact::embargo,
            [this](const Service& service, const Concerned&) { return embargo(service); });
        add(ladder_fact::points, [this](const Service& service, const Concerned&) {
            const auto found = levels_->find(service.id().text());
            return found == levels_->end() ? std::nullopt : found->second.points;
        });
        if (scale() != nullptr) {
            add(ladder_fact::level,
                [this](const Service& service, const Concerned&) { return level(service); });
        }
        return own;
    }

    /// The words of the risk level, or null where the ladder has none.
    [[nodiscard]] const OrderedScale* scale() const {
        for (const auto& each : ladder_->proposing().rules().ordered_scales) {
            if (each.id == ladder_fact::level) {
                return &each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] std::optional<double> level(const Service& service) const {
        const auto found = levels_->find(service.id().text());
        const auto place = found == levels_->end() ? std::nullopt : scale()->position(found->second.level);
        return place ? std::optional(static_cast<double>(*place)) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> overdue(const Service& service) const {
        if (evidence_->find_records(action_kind().schema.name) == nullptr) {
            return std::nullopt;
        }
        const auto of = [&](bool provider) {
            const auto found = overdue_.find(whom(service, provider));
            return found == overdue_.end() ? 0U : found->second;
        };
        return static_cast<double>(of(false) + of(true));
    }
    [[nodiscard]] std::optional<double> embargo(const Service& service) const {
        const auto* own = made_->embargoes.find(whom(service, false));
        const auto* all = made_->embargoes.find(whom(service, true));
        return own != nullptr || all != nullptr ? std::optional(1.0)
               : made_->embargoes.known         ? std::optional(0.0)
                                                : std::nullopt;
    }

    const Ladder* ladder_;
    const Evidence* evidence_;
    const RiskLevels* levels_;
    Escalation* made_;
    Evaluator evaluator_;
    std::map<Concerned, std::uint32_t> overdue_;
};

/// Tells the levels that are none of the ladder's words; `Not rated` is no level and says that nobody knows.
inline void check_levels(const Ladder& ladder, const RiskLevels& levels, Rejects& rejects) {
    for (const auto& scale : ladder.proposing().rules().ordered_scales) {
        for (const auto& [service, risk] : levels) {
            const bool known = risk.level.empty() || folded(risk.level) == "not rated";
            if (scale.id == ladder_fact::level && !known && !scale.position(risk.level)) {
                rejects.push_back({"risk", 0, "level", risk.level,
                                   "service " + quoted(service) +
                                       ": no level of the ladder; the levels are " + one_of(scale.words),
                                   true});
            }
        }
    }
}

} // namespace detail

/// What the ladder says of everybody as of a day. It proposes; whoever decides is told what was proposed beside it.
///
/// What happened counts where it was known by the day. What is not known, a level that is `Not rated` among it, leaves a
/// proposal open between two steps. An embargo on a provider is one on each of its services, and so are its actions.
inline Escalation escalation(const Ladder& ladder, const Evidence& evidence, const RiskLevels& levels,
                             Date as_of) {
    Escalation made{as_of, {}, {}, {}, {}, {}};
    made.standings = standings_on(ladder, evidence, as_of, made.rejects);
    made.embargoes = embargoes_on(ladder.rules().embargo, evidence, as_of, made.rejects);
    made.overdue = overdue_on(ladder, evidence, made.standings, made.embargoes, as_of);
    detail::check_levels(ladder, levels, made.rejects);
    detail::Proposer(ladder, evidence, levels, made).propose();
    return made;
}

} // namespace vermeil
