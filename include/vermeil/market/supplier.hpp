// SPDX-License-Identifier: MIT
#pragma once
// Who gives the care of a package: a service, or a provider where the service is not known.

#include <vermeil/core/id.hpp>
#include <vermeil/market/rows.hpp>

#include <cstddef>
#include <optional>
#include <utility>

namespace vermeil {

/// Who gives the care of a package: always a service or a provider, or both.
class Supplier {
  public:
    explicit Supplier(ServiceId service) : service_(std::move(service)) {}
    explicit Supplier(ProviderId provider) : provider_(std::move(provider)) {}
    Supplier(ServiceId service, ProviderId provider)
        : service_(std::move(service)), provider_(std::move(provider)) {}

    /// The service; nothing where only the provider is known.
    [[nodiscard]] const std::optional<ServiceId>& service() const noexcept { return service_; }
    /// The provider; nothing where only the service was named. A `Market` always fills it in.
    [[nodiscard]] const std::optional<ProviderId>& provider() const noexcept { return provider_; }
    friend bool operator==(const Supplier&, const Supplier&) = default;

  private:
    std::optional<ServiceId> service_;
    std::optional<ProviderId> provider_;
};

namespace detail {

/// The supplier that a row names in two columns; nothing when both are empty or one was refused.
inline std::optional<Supplier> supplier_in(RowReader& row, std::size_t service, std::size_t provider) {
    auto named = row.id<ServiceId>(service);
    auto by = row.id<ProviderId>(provider);
    if (named && by) {
        return Supplier(*std::move(named), *std::move(by));
    }
    return named ? std::optional(Supplier(*std::move(named)))
           : by  ? std::optional(Supplier(*std::move(by)))
                 : std::nullopt;
}

} // namespace detail

} // namespace vermeil
