// SPDX-License-Identifier: MIT
#pragma once
// From tables to evidence: every row is kept, kept with a flag, or rejected with its reason.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/evidence/embargo_events.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/finance_events.hpp>
#include <vermeil/evidence/read_care.hpp>
#include <vermeil/evidence/read_counts.hpp>
#include <vermeil/evidence/read_facts.hpp>
#include <vermeil/evidence/read_records.hpp>
#include <vermeil/evidence/read_survey.hpp>
#include <vermeil/evidence/read_survey_base.hpp>
#include <vermeil/evidence/record_kinds.hpp>
#include <vermeil/evidence/visit_file.hpp>
#include <vermeil/evidence/visit_report.hpp>
#include <vermeil/market/read_services.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The tables that evidence is read from, by name.
using EvidenceTables = std::map<std::string, Frame, std::less<>>;

/// The schemas of the tables that `read_evidence` knows.
inline const std::vector<Schema>& evidence_schemas() {
    static const std::vector<Schema> schemas = [] {
        std::vector<Schema> all{service_schema(),       survey_counts_schema(), survey_wide_schema(),
                                survey_sheets_schema(), survey_base_schema(),   counts_schema(),
                                events_schema(),        inspections_schema()};
        for (const auto* kind : record_kinds()) {
            all.push_back(kind->schema);
        }
        all.push_back(package_schema());
        all.push_back(package_change_schema());
        all.push_back(visits_schema());
        return all;
    }();
    return schemas;
}

namespace detail {

inline void refuse_unknown_tables(const EvidenceTables& tables) {
    std::vector<std::string> names;
    for (const auto& schema : evidence_schemas()) {
        names.push_back(schema.name);
    }
    for (const auto& [name, frame] : tables) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            throw Error("no table of evidence is named " + quoted(name) + "; the tables are " +
                        one_of(names) + did_you_mean(name, names));
        }
    }
}

/// Doubts columns that no schema knows and whose names are nearly those of columns that are not there: a slip in a heading
/// would lose all that stands below it. Where every further column is a question, nothing is doubted.
inline void doubt_near_columns(std::string_view table, const Frame& frame, Rejects& rejects) {
    const auto& schemas = evidence_schemas();
    const auto schema =
        std::find_if(schemas.begin(), schemas.end(), [&](const Schema& each) { return each.name == table; });
    if (table == survey_wide_schema().name || table == survey_sheets_schema().name) {
        return;
    }
    std::vector<std::string> missing;
    for (const auto& field : schema->fields) {
        if (frame.find(field.name) == nullptr) {
            missing.push_back(field.name);
        }
    }
    for (const auto& column : frame.columns()) {
        const bool is_read = std::any_of(schema->fields.begin(), schema->fields.end(),
                                         [&](const Field& field) { return field.name == column.name; });
        if (const auto meant = did_you_mean(column.name, missing); !is_read && !meant.empty()) {
            rejects.push_back({frame.source(), 0, frame.label(column), "",
                               "column " + quoted(column.name) + " is not read" + meant, true, false});
        }
    }
}

/// Reads a table, or tells why none of its rows can be used: then it counts as unread, and nobody knows what it held.
/// @returns whether it was read.
template <class Read>
bool try_to_read(std::string_view name, const std::string& source, Evidence& evidence, const Read& read) {
    try {
        read();
        return true;
    } catch (const TableError& fault) {
        evidence.rejects.push_back({source, 0, fault.column(), "", fault.reason(), false, false});
        evidence.unread.emplace(name);
        return false;
    }
}

/// The same of a table with what the reader of its files told; one of which a file could not be read is unread as a whole.
template <class Read>
bool try_to_read(std::string_view name, const Frame& frame, Evidence& evidence, const Read& read) {
    evidence.rejects.append(frame.provenance().faults);
    if (frame.provenance().unread) {
        evidence.unread.emplace(name);
        return false;
    }
    doubt_near_columns(name, frame, evidence.rejects);
    return try_to_read(name, frame.source(), evidence, [&] { read(frame); });
}

/// Reads the register, without which nothing can be said of any other table.
/// @throws Error when it is not there or cannot be read.
inline void read_register(const EvidenceTables& tables, Evidence& evidence) {
    const auto found = tables.find(service_schema().name);
    if (found == tables.end()) {
        throw Error("there is no services table; it lists the services to rate, with the columns service and "
                    "provider");
    }
    const auto& frame = found->second;
    if (frame.provenance().unread) {
        throw Error(frame.source() + ": the services table could not be read");
    }
    evidence.rejects.append(frame.provenance().faults);
    doubt_near_columns(found->first, frame, evidence.rejects);
    evidence.services = read_services(frame, evidence.rejects);
    std::sort(evidence.services.begin(), evidence.services.end(),
              [](const Service& a, const Service& b) { return a.id() < b.id(); });
}

/// Takes a log, held against the services and packages that are known, and what was wrong with it; of each reason as many
/// rows as `VisitReport` lists.
inline void take_visits(Batches table, std::vector<VisitFile> files, Evidence& evidence,
                        std::size_t threads) {
    auto log = std::make_shared<const VisitLog>(checked_visits(
        std::move(table),
        {&evidence.services, evidence.care.has_packages ? &evidence.care.packages() : nullptr}, threads));
    for (auto& each : VisitReport(log, std::move(files)).some()) {
        evidence.rejects.push_back(std::move(each));
    }
    evidence.visits = std::move(log);
}

/// Reads the tables of surveys; `with(name, read)` reads one where it is there.
template <class With> void read_surveys(const With& with, Evidence& evidence) {
    SurveyReader surveys(evidence);
    with("survey_counts", [&](const Frame& frame) { surveys.read_counts(frame); });
    with("survey_wide", [&](const Frame& frame) { surveys.read_wide(frame); });
    with("survey_sheets", [&](const Frame& frame) { surveys.read_sheets(frame); });
    with("survey_base", [&](const Frame& frame) { read_survey_base(frame, evidence); });
}

/// Reads the tables of typed evidence, whose embargoes and companies that do not trade are events as well.
template <class With> void read_all_records(const With& with, Evidence& evidence) {
    for (const auto* kind : record_kinds()) {
        with(kind->schema.name, [&](const Frame& frame) {
            evidence.records.emplace(kind->schema.name, read_records(*kind, frame, evidence));
        });
    }
    add_embargo_events(evidence);
    add_finance_events(evidence);
}

} // namespace detail

/// Reads evidence from tables. Rows that do not fit become rejects; the rest goes on. A column whose name is nearly that of one
/// that is not there is told as well, as a doubt of row 0.
///
/// What a refused row would have told of a service stays unknown there: a mistake in a bad figure must not look
/// better than the figure. So it is with a whole table: one that lacks a required column, or of which a file could not be read, is
/// told in the rejects, and what it would have told is unknown of every service.
/// @param visits a log of visits as its source holds it, in the place of a table `visits`, with the files it came out of.
/// @param threads how many may work at the log; the result does not depend on it.
/// @throws Error when the services table is missing or cannot be read, or a table's name is not known.
inline Evidence read_evidence(const EvidenceTables& tables, std::optional<Batches> visits = std::nullopt,
                              std::vector<VisitFile> files = {}, std::size_t threads = 1) {
    detail::refuse_unknown_tables(tables);
    Evidence evidence;
    detail::read_register(tables, evidence);
    const auto with = [&](std::string_view name, auto read) {
        const auto found = tables.find(name);
        return found != tables.end() && detail::try_to_read(name, found->second, evidence, read);
    };
    detail::read_surveys(with, evidence);
    with("counts", [&](const Frame& frame) { detail::read_counts(frame, evidence); });
    evidence.has_events = with("events", [&](const Frame& frame) { detail::read_events(frame, evidence); });
    evidence.has_inspections =
        with("inspections", [&](const Frame& frame) { detail::read_inspections(frame, evidence); });
    detail::CareReader care(evidence);
    with("packages", [&](const Frame& frame) { care.read_packages(frame); });
    with("package_changes", [&](const Frame& frame) { care.read_changes(frame); });
    care.finish();
    if (evidence.is_unread("packages") || evidence.is_unread("package_changes")) {
        evidence.care.has_packages = evidence.care.has_changes = false; // one of them alone tells wrong hours
    }
    detail::read_all_records(with, evidence);
    with("visits", [&](const Frame& frame) {
        detail::take_visits(batches_of(frame, visit_columns()), visit_files_of(frame), evidence, threads);
    });
    if (visits) {
        const auto source = visits->source;
        detail::try_to_read("visits", source, evidence, [&] {
            detail::take_visits(std::move(*visits), std::move(files), evidence, threads);
        });
    }
    return evidence;
}

} // namespace vermeil
