// SPDX-License-Identifier: MIT
#pragma once
// Measures of how care is given: technology, electronic systems, outcomes, links to the community, direct payments.

#include <vermeil/evidence/direct_payment.hpp>
#include <vermeil/evidence/outcome.hpp>
#include <vermeil/evidence/system.hpp>
#include <vermeil/evidence/technology_offer.hpp>
#include <vermeil/measure/returned.hpp>
#include <vermeil/measure/row_window.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

/// Reviews at which technology was offered / reviews.
inline Cell technology_offered(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = technology_offer_field;
    const auto window = window_of(task, day);
    return share_of_rows(task, technology_offer_kind().schema.name, service, day, [&](const Record& row) {
        return window.has(row.from) ? said(row, f::offered) : Says::nothing;
    });
}

/// Reviews after which technology was taken up / reviews, or those at which it was offered.
inline Cell technology_taken_up(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = technology_offer_field;
    const auto window = window_of(task, day);
    const bool of_all = task.word("of") == "reviews";
    return share_of_rows(task, technology_offer_kind().schema.name, service, day, [&](const Record& row) {
        const auto offered = window.has(row.from) ? said(row, f::offered) : Says::nothing;
        if (offered != Says::yes) {
            return offered == Says::no && !of_all ? Says::nothing : offered;
        }
        return row.is_refused(f::taken_up)             ? Says::unclear
               : row.get<bool>(f::taken_up) == nullptr ? Says::no // still thinking about it
                                                       : said(row, f::taken_up);
    });
}

/// Electronic systems in use / systems asked about, as last seen.
inline Cell electronic_systems(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = system_field;
    const auto last = window_of(task, day).last;
    const Record* latest = nullptr;
    const auto state =
        see_rows(task, system_kind().schema.name, service, day, [&](const Record& row, bool inherited) {
            const bool is_own_first = latest == nullptr || row.from > latest->from;
            latest = row.from <= last && is_own_first && (!inherited || latest == nullptr) ? &row : latest;
        });
    if (state != State::present || latest == nullptr) {
        return absent_cell(state != State::present ? state : State::not_submitted);
    }
    const auto& which = task.word("system");
    RowTally tally{{day.as_of}};
    for (const auto& [name, field] :
         {std::pair("care_plans", f::care_plans), std::pair("medication_records", f::medication_records),
          std::pair("rostering", f::rostering)}) {
        if (which == "all" || which == name) {
            tally.take(said(*latest, field), latest->from, false);
        }
    }
    return tally.has_unclear ? absent_cell(State::unknown) : tally.share.cell(0);
}

/// Outcomes met / outcomes set, of reviews in the window.
inline Cell outcomes_met(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = outcome_field;
    const auto window = window_of(task, day);
    PooledShare share{day.as_of};
    auto state = State::present;
    const auto seen =
        see_rows(task, outcome_kind().schema.name, service, day, [&](const Record& row, bool inherited) {
            if (!window.has(row.from)) {
                return;
            }
            const auto found = counted(number_of(row, f::met), number_of(row, f::set));
            if (!found.is_present()) {
                state = State::unknown;
                return;
            }
            share.count += found.value().count;
            share.add(found.value().n, row.from, inherited);
        });
    return seen != State::present || state != State::present ? absent_cell(State::unknown)
                                                             : share.cell(task.measure.least_n);
}

/// Reviews whose plan links the person to a resource of the community / reviews.
inline Cell community_links(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = outcome_field;
    const auto window = window_of(task, day);
    return share_of_rows(task, outcome_kind().schema.name, service, day, [&](const Record& row) {
        return window.has(row.from) ? said(row, f::community_link) : Says::nothing;
    });
}

/// People with a direct payment / people with any arranged care.
inline Cell direct_payments(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = direct_payment_field;
    const bool with_part = task.truth("part");
    return share_of_returns(task, direct_payment_kind(), service, day, [&](const Record& row) {
        return counted(with_part ? sum_of(row, {f::direct_payment, f::part_direct_payment})
                                 : number_of(row, f::direct_payment),
                       sum_of(row, {f::direct_payment, f::part_direct_payment, f::commissioned}));
    });
}

/// What happens at the edges.
inline std::string practice_edges() {
    return "without the table unknown, and so with a refused row or one that does not "
           "say; without reviews too_few";
}

inline StandardMeasure technology_offered_definition() {
    return {.id = "technology_offered",
            .label = "Technology offered at reviews",
            .formula = "offered / reviews of the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "reviews of the quarter",
            .edges = practice_edges(),
            .tables = {"technology_offers"},
            .kind = ValueKind::share,
            .draw = each_service<technology_offered>};
}

inline StandardMeasure technology_taken_up_definition() {
    return {.id = "technology_taken_up",
            .label = "Technology taken up",
            .formula = "taken_up / reviews of the quarter, or those with an offer",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "reviews, or offers, as `of` says",
            .edges =
                "without the table unknown, and so with a refused row; an offer without an answer is not "
                "taken up; without reviews too_few",
            .tables = {"technology_offers"},
            .kind = ValueKind::share,
            .parameters = {word_parameter("of", "what it is a share of", {"offers", "reviews"})},
            .draw = each_service<technology_taken_up>};
}

inline StandardMeasure electronic_systems_definition() {
    return {.id = "electronic_systems",
            .label = "Electronic systems in use",
            .formula = "systems in use / systems asked about, in the latest row",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "care plans, medication records and rostering, or one of them",
            .edges = "without the table unknown; a service without a row not_submitted; a cell that does not "
                     "say makes it unknown",
            .tables = {"systems"},
            .kind = ValueKind::share,
            .parameters = {word_parameter("system", "which system",
                                          {"all", "care_plans", "medication_records", "rostering"})},
            .draw = each_service<electronic_systems>};
}

inline StandardMeasure outcomes_met_definition() {
    return {.id = "outcomes_met",
            .label = "Outcomes met",
            .formula = "met / set, over the reviews of the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "outcomes set in the plans reviewed",
            .edges = practice_edges(),
            .tables = {"outcomes"},
            .kind = ValueKind::share,
            .draw = each_service<outcomes_met>};
}

inline StandardMeasure community_links_definition() {
    return {.id = "community_links",
            .label = "Links to resources of the community",
            .formula = "community_link / reviews of the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "reviews of the quarter",
            .edges = practice_edges(),
            .tables = {"outcomes"},
            .kind = ValueKind::share,
            .draw = each_service<community_links>};
}

inline StandardMeasure direct_payments_definition() {
    return {.id = "direct_payments",
            .label = "Care arranged with a direct payment",
            .formula = "(direct_payment + part_direct_payment) / (those + commissioned)",
            .source = "Adult Social Care Outcomes Framework: people who receive direct payments",
            .unit = "share",
            .better = Better::neither,
            .denominator = "people with a direct payment or commissioned care",
            .edges =
                "without a return not_submitted; a refused cell makes it unknown; without people too_few",
            .tables = {"direct_payments"},
            .kind = ValueKind::share,
            .parameters = {truth_parameter("part", "whether a direct payment for a part counts", true)},
            .draw = each_service<direct_payments>};
}

} // namespace detail

/// The standard measures of how care is given.
inline std::vector<StandardMeasure> practice_measures() {
    return {detail::technology_offered_definition(), detail::technology_taken_up_definition(),
            detail::electronic_systems_definition(), detail::outcomes_met_definition(),
            detail::community_links_definition(),    detail::direct_payments_definition()};
}

} // namespace vermeil
