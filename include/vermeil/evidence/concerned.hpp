// SPDX-License-Identifier: MIT
#pragma once
// Whom a row of evidence concerns: one service, or a provider with all that it runs.

#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/record.hpp>

#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// One service, or a provider as such. Services come before providers, each in the order of their ids.
struct Concerned {
    bool is_provider = false;
    std::string id; ///< of the service or the provider
    friend bool operator==(const Concerned&, const Concerned&) = default;
    friend auto operator<=>(const Concerned&, const Concerned&) = default;
};

/// Rows by whom they concern.
using RowsByConcerned = std::map<Concerned, std::vector<const Record*>>;

/// The rows of a table by whom they concern. A row about a provider, which evidence holds once for each of its services, is
/// there once. Empty where the table was not given.
inline RowsByConcerned rows_by_concerned(const Evidence& evidence, std::string_view table,
                                         std::size_t provider) {
    std::map<std::string, std::string> first; // of each provider, the service that comes first
    for (const auto& service : evidence.services) {
        first.emplace(service.provider().text(), service.id().text());
    }
    RowsByConcerned rows;
    const auto* records = evidence.find_records(table);
    if (records == nullptr) {
        return rows;
    }
    for (const auto& record : records->all()) {
        const auto* service = record.get<std::string>(0);
        const auto* owner = record.get<std::string>(provider);
        if (service != nullptr) {
            rows[{false, *service}].push_back(&record);
        } else if (owner != nullptr && first.at(*owner) == record.service) {
            rows[{true, *owner}].push_back(&record);
        }
    }
    return rows;
}

/// The event that a row of a table tells of, under a name of its own.
inline Event event_of(const Concerned& whom, const Record& row, std::string_view name, bool refused) {
    Event event;
    (whom.is_provider ? event.provider : event.service) = whom.id;
    event.event = name;
    event.from = row.from;
    event.to = row.to;
    event.known_on = row.known_on;
    event.origin = row.origin;
    event.refused = refused;
    return event;
}

/// Everybody whom evidence knows on a day: the services that are open, and the providers that run one of them.
inline std::vector<Concerned> concerned_on(const Evidence& evidence, Date day, bool services,
                                           bool providers) {
    std::map<Concerned, bool> everybody;
    for (const auto& service : evidence.services) {
        if (service.is_open_on(day)) {
            everybody.emplace(Concerned{false, service.id().text()}, services);
            everybody.emplace(Concerned{true, service.provider().text()}, providers);
        }
    }
    std::vector<Concerned> wanted;
    for (const auto& [each, is_wanted] : everybody) {
        if (is_wanted) {
            wanted.push_back(each);
        }
    }
    return wanted;
}

} // namespace vermeil
