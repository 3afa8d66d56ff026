// SPDX-License-Identifier: MIT
#pragma once
// Reads what happened: events, and ratings by regulators and assessors.

#include <vermeil/core/reader.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/origins.hpp>
#include <vermeil/evidence/service_of.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace vermeil::detail {

/// Fills in whom an event concerns: one service, or all services of a provider.
inline void read_concerned(RowReader& row, const Evidence& evidence, Event& event) {
    namespace field = event_field;
    event.service = service_of(row, field::service, evidence).value_or("");
    event.provider = row.text(field::provider).value_or("");
    if (!event.service.empty() && !event.provider.empty()) {
        row.reject(field::provider, "a service and a provider are named; an event concerns one of them");
    } else if (row.ok() && event.service.empty() && event.provider.empty()) {
        row.reject(field::service, "empty; name the service or the provider that the event concerns");
    } else if (!event.provider.empty() && !is_provider(evidence, event.provider)) {
        row.reject(field::provider, "no service of this provider is in the services table");
    }
}

/// What a review found of an event; one that goes on has no day on which it was concluded.
inline void read_review(RowReader& row, Event& event, std::optional<Date> from) {
    namespace field = event_field;
    const auto word = row.word(field::review).value_or("");
    const auto* found = std::find(review_names.begin(), review_names.end(), word);
    event.review =
        found == review_names.end() ? Review::none : static_cast<Review>(found - review_names.begin() + 1);
    event.concluded_on = row.date(field::concluded_on);
    if (event.concluded_on && (event.review == Review::none || event.review == Review::under_way)) {
        row.reject(field::concluded_on, "a review was concluded and does not say 'upheld' or 'not upheld'");
    }
    if (from && event.concluded_on && *event.concluded_on < *from) {
        row.reject(field::concluded_on, "lies before the first day, " + to_string(*from));
    }
}

/// Who entered an event by hand, when, and until when it counts. One that lacks a part of it counts and is told.
inline void read_entry(RowReader& row, Event& event, std::optional<Date> from) {
    namespace field = event_field;
    event.entered_by = row.word(field::entered_by).value_or("");
    event.entered_on = row.date(field::entered_on);
    event.expires_on = row.date(field::expires_on);
    if (from && event.expires_on && *event.expires_on < *from) {
        row.reject(field::expires_on, "lies before the first day, " + to_string(*from));
    }
    if (!event.entered_by.empty() && row.ok() && !event.expires_on) {
        row.flag(field::expires_on, "empty; what is entered by hand says until when it counts");
    }
    if (!event.entered_by.empty() && row.ok() && !event.entered_on) {
        row.flag(field::entered_on, "empty; what is entered by hand says when it was entered");
    }
}

/// Adds the events of the table. One that is refused stays marked where it is known whom it concerns, so that its
/// loss helps nobody.
inline void read_events(const Frame& frame, Evidence& evidence) {
    namespace field = event_field;
    const Reader reader(events_schema(), frame);
    const Origins origins(frame);
    evidence.events.reserve(reader.rows()); // twice the memory where it grows step by step
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        if (reader.is_blank(i)) {
            continue;
        }
        auto row = reader.row(i, evidence.rejects);
        Event event;
        read_concerned(row, evidence, event);
        event.event = row.text(field::event).value_or("");
        if (event.event.empty() || (event.service.empty() && event.provider.empty())) {
            continue; // it concerns nobody that is known
        }
        const auto from = row.date(field::from);
        event.to = row.date(field::to);
        event.known_on = row.date(field::known_on);
        if (from && event.to && *event.to < *from) {
            row.reject(field::to, "lies before the first day, " + to_string(*from));
        }
        event.incident = row.text(field::incident).value_or("");
        read_review(row, event, from);
        read_entry(row, event, from);
        event.from = from.value_or(Date());
        event.refused = !row.ok();
        event.origin = origins.of(i);
        evidence.events.push_back(std::move(event));
    }
}

/// Adds the inspections of the table. One whose days or rating are refused stays marked.
inline void read_inspections(const Frame& frame, Evidence& evidence) {
    namespace field = inspection_field;
    const Reader reader(inspections_schema(), frame);
    const Origins origins(frame);
    evidence.inspections.reserve(reader.rows());
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        if (reader.is_blank(i)) {
            continue;
        }
        auto row = reader.row(i, evidence.rejects);
        Inspection inspection;
        inspection.service = service_of(row, field::service, evidence).value_or("");
        inspection.source = row.text(field::source).value_or("");
        if (!row.ok()) {
            continue;
        }
        inspection.rating = row.text(field::rating).value_or("");
        inspection.standard = row.text(field::standard).value_or("");
        inspection.is_own = row.word(field::form).value_or("") == "self";
        inspection.on = row.date(field::on).value_or(Date());
        inspection.known_on = row.date(field::known_on);
        inspection.incident = row.text(field::incident).value_or("");
        inspection.refused = !row.ok();
        inspection.origin = origins.of(i);
        evidence.inspections.push_back(std::move(inspection));
    }
}

} // namespace vermeil::detail
