// SPDX-License-Identifier: MIT
#pragma once
// Which provider runs each service, in numbers.

#include <vermeil/market/service.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// Who runs each service, in numbers: the places of providers, in the order of their ids.
class ProviderPlaces {
  public:
    explicit ProviderPlaces(const std::vector<Service>& services) {
        for (const auto& service : services) {
            ids_.push_back(service.provider().text());
        }
        std::sort(ids_.begin(), ids_.end());
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
        for (const auto& service : services) {
            of_.push_back(*find(service.provider().text()));
        }
    }

    /// The ids of the providers, in order.
    [[nodiscard]] const std::vector<std::string>& ids() const noexcept { return ids_; }
    /// The provider of each service.
    [[nodiscard]] const std::vector<std::uint32_t>& of_services() const noexcept { return of_; }
    /// The place of a provider; nothing where it runs no service.
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& id) const {
        const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
        return found == ids_.end() || *found != id
                   ? std::nullopt
                   : std::optional(static_cast<std::uint32_t>(found - ids_.begin()));
    }

  private:
    std::vector<std::string> ids_;
    std::vector<std::uint32_t> of_;
};

} // namespace vermeil
