// SPDX-License-Identifier: MIT
#pragma once
// What a ladder says as tables. Texts that people wrote are masked on their way.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence/person_mask.hpp>
#include <vermeil/risk/broker_view.hpp>
#include <vermeil/risk/escalation.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Columns of words, filled row by row.
class WordColumns {
  public:
    explicit WordColumns(std::vector<std::string> names) : names_(std::move(names)), cells_(names_.size()) {}

    void add(std::vector<std::string> row) {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            cells_[i].push_back(std::move(row.at(i)));
        }
    }
    /// `number`: the column whose cells are whole numbers or empty.
    [[nodiscard]] Frame frame(std::string source, std::string_view number) && {
        std::vector<Column> columns;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            columns.push_back(names_[i] == number ? numbers(names_[i], cells_[i])
                                                  : text_column(names_[i], std::move(cells_[i])));
        }
        return {std::move(source), std::move(columns)};
    }

  private:
    static Column numbers(const std::string& name, const std::vector<std::string>& cells) {
        std::vector<std::int64_t> values;
        for (const auto& cell : cells) {
            values.push_back(cell.empty() ? 0 : std::stoll(cell));
        }
        return nullable_column(name, std::move(values), [&](std::size_t i) { return !cells[i].empty(); });
    }

    std::vector<std::string> names_;
    std::vector<std::vector<std::string>> cells_;
};

inline std::string day_text(std::optional<Date> day) { return day ? to_string(*day) : ""; }
inline std::string service_text(const Concerned& whom) { return whom.is_provider ? "" : whom.id; }
inline std::string provider_text(const Concerned& whom, const Evidence& evidence) {
    return whom.is_provider ? whom.id : evidence.find(whom.id)->provider().text();
}
inline std::string step_text(const Ladder& ladder, std::optional<std::size_t> step) {
    return step ? ladder.steps()[*step].name : "";
}

/// Where a decision differs from what is proposed: `graver`, `milder`, `open` where the proposal is, or nothing.
inline std::string beside(const LadderStanding& standing, const Proposal& proposal) {
    const auto proposed = proposal.step();
    if (!proposed || !standing.step) {
        return "open";
    }
    return *standing.step == *proposed ? "" : *standing.step > *proposed ? "graver" : "milder";
}

/// The move that is proposed, or null where none is.
inline const LadderMove* proposed_move(const Ladder& ladder, const LadderStanding& standing,
                                       const Proposal& proposal) {
    const auto step = proposal.step();
    return step && standing.step ? ladder.move(*standing.step, *step) : nullptr;
}

/// Who it is, the step, and the decision that put it there.
inline std::vector<std::string> standing_cells(const Ladder& ladder, const LadderStanding& each,
                                               const std::string& provider, Date as_of,
                                               const PersonMask& masked) {
    return {each.whom.is_provider ? "provider" : "service",
            service_text(each.whom),
            provider,
            step_text(ladder, each.step),
            day_text(each.since),
            each.since ? std::to_string(day_number(as_of) - day_number(*each.since)) : "",
            day_text(each.decided_on),
            masked(each.role),
            masked(each.reason),
            day_text(each.review_on),
            day_text(each.deadline_on)};
}

inline constexpr std::array<const char*, 23> ladder_columns{
    "of",      "service", "provider",  "step",        "since",         "days_on_step",     "decided_on",
    "role",    "reason",  "review_on", "deadline_on", "proposed",      "proposed_mildest", "proposed_gravest",
    "because", "needs",   "for_roles", "differs",     "proposed_then", "because_then",     "decided",
    "embargo", "doubt"};

/// What a proposal comes to in a word: the step, or the two between which it is open.
inline std::string proposal_text(const Ladder& ladder, const Proposal& proposal) {
    const auto& mildest = ladder.steps()[proposal.mildest].name;
    return proposal.step() ? mildest : mildest + " to " + ladder.steps()[proposal.gravest].name;
}

/// What was proposed on the day of the decision, why, and where the decision differed; empty where none was taken.
inline std::vector<std::string> past_cells(const Ladder& ladder, const LadderStanding& each,
                                           const std::optional<Proposal>& past) {
    return past ? std::vector<std::string>{proposal_text(ladder, *past), separated(past->because, "; "),
                                           beside(each, *past)}
                : std::vector<std::string>(3);
}

/// What is proposed, why, and what a decision for it needs.
inline std::vector<std::string> proposal_cells(const Ladder& ladder, const LadderStanding& each,
                                               const Proposal& proposal) {
    const auto* move = proposed_move(ladder, each, proposal);
    return {step_text(ladder, proposal.step()),
            ladder.steps()[proposal.mildest].name,
            ladder.steps()[proposal.gravest].name,
            separated(proposal.because, "; "),
            move != nullptr ? separated(move->needs, "; ") : "",
            move != nullptr ? separated(move->roles, "; ") : "",
            beside(each, proposal)};
}

} // namespace detail

/// Where everybody stands beside what is proposed: of, service, provider, step, since, days_on_step, decided_on, role, reason,
/// review_on, deadline_on, proposed (empty while it is open), proposed_mildest, proposed_gravest, because, needs (the evidence
/// that the proposed move needs), for_roles (who may decide it; empty: anybody), differs (`graver` or `milder` where the step is
/// another than the one proposed now), proposed_then and because_then (what was proposed on the day of the decision, from what
/// was known on it; two steps while it was open), decided (`graver` or `milder` where people decided otherwise than that, `open`
/// where it was; empty where they decided so, or nothing was decided), embargo, doubt. Cells are words but days_on_step; days as
/// 2024-10-01.
inline Frame ladder_frame(const Ladder& ladder, const Escalation& stands, const Evidence& evidence,
                          const PersonMask& masked) {
    detail::WordColumns columns({detail::ladder_columns.begin(), detail::ladder_columns.end()});
    for (std::size_t i = 0; i < stands.standings.size(); ++i) {
        const auto& each = stands.standings[i];
        const Concerned owner{true, detail::provider_text(each.whom, evidence)};
        const bool held =
            stands.embargoes.find(each.whom) != nullptr || stands.embargoes.find(owner) != nullptr;
        auto row = detail::standing_cells(ladder, each, owner.id, stands.as_of, masked);
        for (auto& cell : detail::proposal_cells(ladder, each, stands.proposals[i])) {
            row.push_back(std::move(cell));
        }
        for (auto& cell : detail::past_cells(ladder, each, stands.past[i])) {
            row.push_back(std::move(cell));
        }
        row.emplace_back(held ? "yes" : stands.embargoes.known ? "no" : "unknown");
        row.push_back(masked(separated(each.doubts, "; ")));
        columns.add(std::move(row));
    }
    return std::move(columns).frame("ladder", "days_on_step");
}

/// The embargoes in force: of, service, provider, from, to, role, reason, review_on, doubt.
inline Frame embargo_frame(const Escalation& stands, const Evidence& evidence, const PersonMask& masked) {
    detail::WordColumns columns(
        {"of", "service", "provider", "from", "to", "role", "reason", "review_on", "doubt"});
    for (const auto& each : stands.embargoes.in_force) {
        columns.add({each.whom.is_provider ? "provider" : "service", detail::service_text(each.whom),
                     detail::provider_text(each.whom, evidence), detail::day_text(each.from),
                     detail::day_text(each.to), masked(each.role), masked(each.reason),
                     detail::day_text(each.review_on), masked(each.doubt)});
    }
    return std::move(columns).frame("embargoes", "");
}

/// What is past its day: of, service, provider, duty, what, due_on, days, role.
inline Frame overdue_frame(const Escalation& stands, const Evidence& evidence, const PersonMask& masked) {
    detail::WordColumns columns({"of", "service", "provider", "duty", "what", "due_on", "days", "role"});
    for (const auto& each : stands.overdue) {
        const auto days = each.days(stands.as_of);
        columns.add({each.whom.is_provider ? "provider" : "service", detail::service_text(each.whom),
                     detail::provider_text(each.whom, evidence), std::string(to_string(each.duty)),
                     masked(each.what), detail::day_text(each.due_on), days ? std::to_string(*days) : "",
                     masked(each.role)});
    }
    return std::move(columns).frame("overdue", "days");
}

/// The broker's view: lot, tier, rank, provider, zones, service, may_call, why; in the order of offers.
inline Frame broker_frame(const std::vector<BrokerLine>& lines, const PersonMask& masked) {
    detail::WordColumns columns({"lot", "tier", "rank", "provider", "zones", "service", "may_call", "why"});
    for (const auto& line : lines) {
        const auto& award = *line.award;
        std::vector<std::string> zones;
        for (const auto& zone : award.zones()) {
            zones.push_back(zone.text());
        }
        columns.add({award.lot().text(), award.tier().text(),
                     award.rank() ? std::to_string(award.rank()->number()) : "", award.provider().text(),
                     separated(zones, ";"), line.service != nullptr ? line.service->id().text() : "",
                     std::string(to_string(line.may_call)), masked(separated(line.why, "; "))});
    }
    return std::move(columns).frame("broker", "rank");
}

} // namespace vermeil
