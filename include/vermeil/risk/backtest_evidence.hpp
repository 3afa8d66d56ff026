// SPDX-License-Identifier: MIT
#pragma once
// Evidence as it stood on an earlier day.

#include <vermeil/core/date.hpp>
#include <vermeil/evidence/answer_sheet.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/record_kinds.hpp>
#include <vermeil/evidence/reported_count.hpp>
#include <vermeil/evidence/survey.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// A row of a quarter is known from the day it was received; where none is given, from the last day of the quarter.
inline bool is_return_known(const std::optional<Date>& received_on, Quarter quarter, Date day) {
    return received_on.value_or(quarter.last_day()) <= day;
}

inline bool was_known(const RecordKind& kind, const Record& row, Date day) {
    if (const auto* quarter = row.get<Quarter>(kind.day)) {
        const auto field = kind.find("received_on");
        const auto* received = field ? row.get<Date>(*field) : nullptr;
        return is_return_known(received != nullptr ? std::optional(*received) : row.known_on, *quarter, day);
    }
    return row.is_known_on(day);
}

template <class Row, class Keep> std::vector<Row> kept(const std::vector<Row>& rows, Keep keep) {
    std::vector<Row> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), keep);
    return found;
}

inline std::map<std::string, Records, std::less<>> records_known_on(const Evidence& evidence, Date day) {
    std::map<std::string, Records, std::less<>> known;
    for (const auto* kind : record_kinds()) {
        if (const auto* records = evidence.find_records(kind->schema.name)) {
            std::vector<Record> rows;
            for (const auto& row : records->all()) {
                if (row.refused || was_known(*kind, row, day)) {
                    rows.push_back(row);
                }
            }
            known.emplace(kind->schema.name, Records(std::move(rows)));
        }
    }
    return known;
}

} // namespace detail

/// The rows of evidence that were known on a day, and no others; the register of services stays whole.
///
/// An event, an inspection or a report is known from `known_on`, or else from the day it happened; counts of answers from
/// `known_on`, a return and an answer sheet from the day it was received, or else from the last day of the quarter. A refused row, whose day
/// nobody knows, stays, as do packages of care and logged visits, which have no day of knowing: measures look at them up to the
/// day alone. Answers, of which there may be many, are left out where nobody asks for them (`with_answers`).
inline Evidence evidence_known_on(const Evidence& evidence, Date day, bool with_answers = true) {
    const auto of_quarter = [day](const auto& row) {
        return detail::is_return_known(row.known_on, row.quarter, day);
    };
    Evidence known;
    known.services = evidence.services;
    if (with_answers) {
        known.survey_counts =
            detail::kept(evidence.survey_counts, of_quarter); // later sheets may be among them
        known.sheets = detail::kept(evidence.sheets, [&](const AnswerSheet& row) {
            return detail::is_return_known(row.returned_on, row.quarter, day);
        });
    }
    known.survey_bases = detail::kept(evidence.survey_bases, of_quarter);
    known.counts = detail::kept(evidence.counts, [&](const ReportedCount& row) {
        return detail::is_return_known(row.received_on, row.quarter, day);
    });
    known.events =
        detail::kept(evidence.events, [&](const Event& row) { return row.refused || row.is_known_on(day); });
    known.inspections = detail::kept(
        evidence.inspections, [&](const Inspection& row) { return row.refused || row.is_known_on(day); });
    known.has_events = evidence.has_events;
    known.has_inspections = evidence.has_inspections;
    known.records = detail::records_known_on(evidence, day);
    known.care = evidence.care;
    known.visits = evidence.visits;
    return known;
}

} // namespace vermeil
