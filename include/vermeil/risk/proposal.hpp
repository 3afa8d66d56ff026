// SPDX-License-Identifier: MIT
#pragma once
// The step that the facts give reason for, and what a ladder asks of somebody to find it.

#include <vermeil/evidence/concerned.hpp>
#include <vermeil/framework/own_measures.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/risk/ladder.hpp>
#include <vermeil/risk/risk_levels.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
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
    /// Takes in what is proposed for another service of a provider, who is proposed the gravest of all.
    void join(const Proposal& other) {
        because = other.gravest > gravest ? other.because : because;
        mildest = std::max(mildest, other.mildest);
        gravest = std::max(gravest, other.gravest);
    }
};

namespace detail {

/// What is known on a day, as the measures that every ladder knows ask for it; nothing where nobody can say.
struct LadderKnowledge {
    std::function<std::optional<std::size_t>(const Concerned&)> step;
    std::function<std::optional<Date>(const Concerned&)> since;
    std::function<std::optional<double>(const Concerned&, Date)> overdue; ///< actions of theirs alone
    std::function<std::optional<bool>(const Concerned&, Date)> embargo;   ///< on them alone
    std::function<std::optional<RiskLevel>(const Service&, Date)> risk;
};

/// Whom a service stands for: itself, or the provider that runs it.
inline Concerned whom_of(const Service& service, bool provider) {
    return provider ? Concerned{true, service.provider().text()} : Concerned{false, service.id().text()};
}

/// The words of the risk level that a ladder knows, or null where it knows none.
inline const OrderedScale* level_scale(const Ladder& ladder) {
    const auto& scales = ladder.proposing().rules().ordered_scales;
    const auto found = std::find_if(scales.begin(), scales.end(),
                                    [](const auto& each) { return each.id == ladder_fact::level; });
    return found == scales.end() ? nullptr : &*found;
}

/// What draws the measures that every ladder knows, of services or of the providers that run them. What is on a provider is on
/// each of its services.
inline OwnMeasures ladder_drawers(const Ladder& ladder, bool provider, const LadderKnowledge& knows) {
    OwnMeasures own;
    const auto add = [&](std::string_view id, auto number) {
        own.emplace(std::string(id), [number](const Service& service, const DrawingDay& day) {
            const std::optional<double> value = number(service, day.as_of);
            return value ? Cell{*value, State::present} : Cell{};
        });
    };
    add(ladder_fact::step, [=](const Service& service, Date) {
        const auto step = knows.step(whom_of(service, provider));
        return step ? std::optional(static_cast<double>(*step + 1)) : std::nullopt;
    });
    add(ladder_fact::days_on_step, [=](const Service& service, Date day) {
        const auto since = knows.since(whom_of(service, provider));
        return since ? std::optional<double>(day_number(day) - day_number(*since)) : std::nullopt;
    });
    add(ladder_fact::overdue, [=](const Service& service, Date day) -> std::optional<double> {
        const auto of = knows.overdue(whom_of(service, false), day);
        const auto of_provider = knows.overdue(whom_of(service, true), day);
        return of && of_provider ? std::optional(*of + *of_provider) : std::nullopt;
    });
    add(ladder_fact::embargo, [=](const Service& service, Date day) -> std::optional<double> {
        const auto on = knows.embargo(whom_of(service, false), day);
        const auto on_provider = knows.embargo(whom_of(service, true), day);
        return on && on_provider ? std::optional(*on || *on_provider ? 1.0 : 0.0) : std::nullopt;
    });
    add(ladder_fact::points, [=](const Service& service, Date day) {
        const auto risk = knows.risk(service, day);
        return risk ? risk->points : std::nullopt;
    });
    if (const auto* scale = level_scale(ladder)) {
        add(ladder_fact::level, [=](const Service& service, Date day) {
            const auto risk = knows.risk(service, day);
            const auto place = risk ? scale->position(risk->level) : std::nullopt;
            return place ? std::optional(static_cast<double>(*place)) : std::nullopt;
        });
    }
    return own;
}

/// What an evaluation of the proposing framework comes to.
inline Proposal proposal_of(const Ladder& ladder, const Trace& trace) {
    const auto& framework = ladder.proposing();
    Proposal proposal{ladder.step_of(trace.outcome.lowest), ladder.step_of(trace.outcome.highest)};
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

} // namespace detail

} // namespace vermeil
