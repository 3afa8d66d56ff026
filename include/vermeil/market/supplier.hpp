// SPDX-License-Identifier: MIT
#pragma once
// Who gives the care of a package: a service, or a provider where the service is not known.

#include <vermeil/core/id.hpp>

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

} // namespace vermeil
