// SPDX-License-Identifier: MIT
#pragma once
// Which service of the register a row of evidence is about.

#include <vermeil/core/reader.hpp>
#include <vermeil/evidence/evidence.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil::detail {

/// Whether a service of the register is run by that provider.
inline bool is_provider(const Evidence& evidence, std::string_view provider) {
    return std::any_of(evidence.services.begin(), evidence.services.end(),
                       [&](const Service& service) { return service.provider().text() == provider; });
}

/// The service that a cell names; nothing, with a reject, where the register does not know it. An empty cell is
/// for the schema to judge.
inline std::optional<std::string> service_of(RowReader& row, std::size_t field, const Evidence& evidence) {
    auto service = row.text(field);
    if (service && evidence.find(*service) == nullptr) {
        row.reject(field, "no such service among the " + std::to_string(evidence.services.size()) +
                              " in the services table");
        return std::nullopt;
    }
    return service;
}

} // namespace vermeil::detail
