// SPDX-License-Identifier: MIT
#pragma once
// From tables to evidence: every row is kept, kept with a flag, or rejected with its reason.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/read_survey.hpp>

namespace vermeil {

namespace detail {

inline void read_counts(const Frame& frame, Evidence& evidence) {
    const Reader reader(counts_schema(), frame);
    const auto source = std::make_shared<const std::string>(frame.source());
    std::set<std::tuple<std::string, Quarter, std::string>> seen;
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        auto row = reader.row(i, evidence.rejects);
        const auto service = known_service(row, evidence);
        const auto quarter = row.quarter(1);
        const auto item = row.text(2);
        const auto counts = counts_in(row);
        const auto due_on = row.date(6);
        const auto received_on = row.date(7);
        const auto reminded_on = row.date(8);
        if (!row.ok() || !counts) {
            continue;
        }
        if (!seen.emplace(*service, *quarter, *item).second) {
            row.reject(2, "this service, quarter and item stand already in an earlier row");
            continue;
        }
        evidence.counts.push_back({*service, *quarter, *item, *counts, due_on, received_on, reminded_on,
                                   {source, frame.row_number(i)}});
    }
}

inline void read_events(const Frame& frame, Evidence& evidence) {
    const Reader reader(events_schema(), frame);
    const auto source = std::make_shared<const std::string>(frame.source());
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        auto row = reader.row(i, evidence.rejects);
        const auto provider = row.text(1);
        const auto service = provider ? row.text(0) : known_service(row, evidence);
        const auto event = row.text(2);
        const auto from = row.date(3);
        const auto to = row.date(4);
        const auto known_on = row.date(5);
        if (row.ok() && provider && service) {
            row.reject(1, "a service and a provider are named; an event concerns one of them");
        } else if (row.ok() && from && to && *to < *from) {
            row.reject(4, "lies before the first day, " + to_string(*from));
        } else if (row.ok() && provider && !is_provider(evidence, *provider)) {
            row.reject(1, "no service of this provider is in the services table");
        }
        if (row.ok()) {
            evidence.events.push_back({service.value_or(""), provider.value_or(""), *event, *from, to, known_on,
                                       {source, frame.row_number(i)}});
        }
    }
}

inline void read_inspections(const Frame& frame, Evidence& evidence) {
    const Reader reader(inspections_schema(), frame);
    const auto source = std::make_shared<const std::string>(frame.source());
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        auto row = reader.row(i, evidence.rejects);
        const auto service = known_service(row, evidence);
        const auto from = row.text(1);
        const auto rating = row.text(2);
        const auto on = row.date(3);
        const auto known_on = row.date(4);
        if (row.ok()) {
            evidence.inspections.push_back({*service, *from, *rating, *on, known_on, {source, frame.row_number(i)}});
        }
    }
}

inline void refuse_unknown_tables(const EvidenceTables& tables) {
    std::vector<std::string> names;
    for (const auto& schema : evidence_schemas()) {
        names.push_back(schema.name);
    }
    for (const auto& [name, frame] : tables) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            throw Error("no table of evidence is named " + quoted(name) + "; the tables are " + one_of(names));
        }
    }
}

} // namespace detail

/// Reads evidence from tables. Rows that do not fit become rejects; the rest goes on.
///
/// @throws Error when the services table is missing, a table's name is not known, or a required column is missing.
inline Evidence read_evidence(const EvidenceTables& tables) {
    detail::refuse_unknown_tables(tables);
    const auto with = [&](std::string_view name, auto read) {
        if (const auto found = tables.find(name); found != tables.end()) {
            read(found->second);
            return true;
        }
        return false;
    };
    Evidence evidence;
    const bool listed = with("services", [&](const Frame& frame) {
        evidence.services = read_services(frame, evidence.rejects);
    });
    if (!listed) {
        throw Error("there is no services table; it lists the services to rate, with the columns service and provider");
    }
    std::sort(evidence.services.begin(), evidence.services.end(),
              [](const Service& a, const Service& b) { return a.id() < b.id(); });
    detail::SurveyReader surveys(evidence);
    with("survey_counts", [&](const Frame& frame) { surveys.read_counts(frame); });
    with("survey_wide", [&](const Frame& frame) { surveys.read_wide(frame); });
    with("survey_sheets", [&](const Frame& frame) { surveys.read_sheets(frame); });
    with("survey_base", [&](const Frame& frame) { surveys.read_base(frame); });
    with("counts", [&](const Frame& frame) { detail::read_counts(frame, evidence); });
    evidence.has_events = with("events", [&](const Frame& frame) { detail::read_events(frame, evidence); });
    evidence.has_inspections = with("inspections", [&](const Frame& frame) { detail::read_inspections(frame, evidence); });
    return evidence;
}

} // namespace vermeil
