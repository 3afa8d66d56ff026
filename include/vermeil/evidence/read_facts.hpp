// SPDX-License-Identifier: MIT
#pragma once
// Reads what happened: events, and ratings by regulators and assessors.

#include <vermeil/core/reader.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/origins.hpp>
#include <vermeil/evidence/service_of.hpp>

#include <cstddef>
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

/// Adds the events of the table. One that is refused stays marked where it is known whom it concerns, so that its
/// loss helps nobody.
inline void read_events(const Frame& frame, Evidence& evidence) {
    namespace field = event_field;
    const Reader reader(events_schema(), frame);
    const Origins origins(frame);
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
        inspection.refused = !row.ok();
        inspection.origin = origins.of(i);
        evidence.inspections.push_back(std::move(inspection));
    }
}

} // namespace vermeil::detail
