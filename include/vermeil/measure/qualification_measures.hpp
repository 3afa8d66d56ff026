// SPDX-License-Identifier: MIT
#pragma once
// Measures of what a provider's workers have learnt, from its quarterly returns.

#include <vermeil/evidence/workforce.hpp>
#include <vermeil/measure/returned.hpp>
#include <vermeil/measure/standard_measure.hpp>
#include <vermeil/measure/workforce_measures.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

/// Workers who hold a level, with those who need none as `exempt` says, / workers.
inline Cell qualified(const StandardTask& task, const Service& service, const DrawingDay& day,
                      std::size_t level) {
    const auto& exempt = task.word("exempt");
    return share_of_workers(task, service, day, [&](const Record& row) {
        const auto all = counted(number_of(row, level), headcount(row));
        if (!all.is_present() || exempt == "lacking") {
            return all;
        }
        const auto free = number_of(row, workforce::qualification_exempt);
        if (!free.is_present()) {
            return Observed<Counted>(free.state());
        }
        const auto [count, n] = all.value();
        const auto spared = free.value();
        if (count + spared > n) {
            return Observed<Counted>(State::unknown); // somebody both holds it and needs none
        }
        return Observed<Counted>(exempt == "met" ? Counted{count + spared, n} : Counted{count, n - spared});
    });
}
inline Cell qualified_level_2(const StandardTask& task, const Service& service, const DrawingDay& day) {
    return qualified(task, service, day, workforce::level_2);
}
inline Cell qualified_level_3(const StandardTask& task, const Service& service, const DrawingDay& day) {
    return qualified(task, service, day, workforce::level_3);
}

/// Trained / to be trained, of the mandatory training or of strengths-based practice.
inline Cell trained(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const bool strengths = task.word("training") == "strengths_based";
    return share_of_workers(task, service, day, [&](const Record& row) {
        return counted(number_of(row, strengths ? workforce::strengths_done : workforce::training_done),
                       number_of(row, strengths ? workforce::strengths_due : workforce::training_due));
    });
}

/// (Held + exempt) / (held + exempt + under way + not begun), as the settings say.
inline Cell care_certificate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const bool exempt = task.word("exempt") == "met";
    const bool under_way = task.word("under_way") == "lacking";
    return share_of_workers(task, service, day, [&](const Record& row) {
        const auto held = exempt ? sum_of(row, {workforce::certificate_held, workforce::certificate_exempt})
                                 : number_of(row, workforce::certificate_held);
        const auto lacking =
            under_way ? sum_of(row, {workforce::certificate_not_begun, workforce::certificate_under_way})
                      : number_of(row, workforce::certificate_not_begun);
        return counted(held, !held.is_present() || !lacking.is_present()
                                 ? (held.is_present() ? lacking : held)
                                 : Observed<std::uint64_t>(held.value() + lacking.value()));
    });
}

/// A parameter that several take.
inline Parameter workforce_exempt() {
    return word_parameter("exempt", "how workers who need no qualification count",
                          {"lacking", "met", "left_out"});
}

inline StandardMeasure trained_definition() {
    return {.id = "trained",
            .label = "Training done of training due",
            .formula = "training_done / training_due, or strengths_done / strengths_due",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "workers whose training was due",
            .edges = workforce_none(),
            .tables = {"workforce"},
            .kind = ValueKind::share,
            .parameters = {word_parameter("training", "which training", {"mandatory", "strengths_based"})},
            .draw = each_service<trained>};
}

inline StandardMeasure care_certificate_definition() {
    return {
        .id = "care_certificate",
        .label = "Care Certificate held",
        .formula = "(certificate_held + certificate_exempt) / (those + certificate_under_way + "
                   "certificate_not_begun)",
        .source =
            "the rule of councils that count the exempt as met, and as lacking it only workers three months "
            "in post",
        .unit = "share",
        .better = Better::higher,
        .denominator = "workers who hold it, are exempt, work on it, or have not begun it after three months",
        .edges = workforce_none(),
        .tables = {"workforce"},
        .kind = ValueKind::share,
        .parameters = {word_parameter("exempt", "how workers who need none count", {"met", "left_out"}),
                       word_parameter("under_way", "how workers who are working on it count",
                                      {"lacking", "left_out"})},
        .draw = each_service<care_certificate>};
}

/// Workers who hold a level.
inline StandardMeasure qualified_definition(const std::string& level, Drawer (*draw)(const StandardTask&)) {
    return {.id = "qualified_level_" + level,
            .label = "Qualified at level " + level + " or above",
            .formula = "level_" + level +
                       " / (permanent + temporary); the exempt lack it, are added to the holders, or leave "
                       "the base, as `exempt` says",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "workers directly employed",
            .edges = workforce_none() + "; more holders and exempt than workers make it unknown",
            .tables = {"workforce"},
            .kind = ValueKind::share,
            .parameters = {workforce_exempt()},
            .draw = draw};
}

} // namespace detail

/// The standard measures of qualification and training.
inline std::vector<StandardMeasure> qualification_measures() {
    return {detail::qualified_definition("2", each_service<detail::qualified_level_2>),
            detail::qualified_definition("3", each_service<detail::qualified_level_3>),
            detail::trained_definition(), detail::care_certificate_definition()};
}

} // namespace vermeil
