// SPDX-License-Identifier: MIT
#pragma once
// The organisation that gives care.

#include <vermeil/core/id.hpp>
#include <vermeil/market/rows.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The organisation that gives care through one or several services.
class Provider {
  public:
    /// Without a name the provider goes by its id.
    explicit Provider(ProviderId id, std::string name = {}) : id_(std::move(id)), name_(std::move(name)) {}

    [[nodiscard]] const ProviderId& id() const noexcept { return id_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_.empty() ? id_.text() : name_; }
    friend bool operator==(const Provider&, const Provider&) = default;

  private:
    ProviderId id_;
    std::string name_;
};

/// The table of providers, one row each.
inline const Schema& provider_schema() {
    static const Schema schema{
        "providers",
        "The organisations that give care, one row each",
        {{"provider", CellKind::id,
          "A short id of your own for the organisation, such as P017; other tables use it"},
         {"name", CellKind::text, "The organisation's name as it is to be shown; empty: the id is shown",
          false}}};
    return schema;
}

/// One row of the table of providers; nothing when the row was refused.
inline std::optional<Provider> read_provider(RowReader& row) {
    auto id = row.id<ProviderId>(0);
    auto name = row.text(1);
    return id ? std::optional(Provider(*std::move(id), std::move(name).value_or(""))) : std::nullopt;
}

/// The providers of a table in its order. A bad row or a second row of one id is a reject.
/// @throws Error when a required column is missing.
inline std::vector<Provider> read_providers(const Frame& frame, Rejects& rejects) {
    return detail::read_register(provider_schema(), frame, rejects, read_provider);
}

} // namespace vermeil
