// SPDX-License-Identifier: MIT
#pragma once
// The packages of care that services give, as far as evidence tells.

#include <vermeil/market/care_package.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// Packages of care with their changes, found by the services that give them.
class Care {
  public:
    /// Whether the table of packages, and that of their changes, were given.
    bool has_packages = false;
    bool has_changes = false;

    /// All packages.
    [[nodiscard]] const std::vector<CarePackage>& packages() const noexcept { return packages_; }
    /// The packages that a service gives at any time, in the order of the table.
    [[nodiscard]] std::vector<const CarePackage*> of(std::string_view service) const {
        std::vector<const CarePackage*> found;
        if (const auto positions = of_.find(service); positions != of_.end()) {
            for (const auto position : positions->second) {
                found.push_back(&packages_[position]);
            }
        }
        return found;
    }
    /// Whether a row about a package of the service was refused, so that its hours are not known.
    [[nodiscard]] bool has_lost(std::string_view service) const { return lost_.contains(service); }

    /// Adds packages that are whole.
    void take(std::vector<CarePackage> packages) {
        packages_ = std::move(packages);
        for (std::size_t i = 0; i < packages_.size(); ++i) {
            for (const auto day : packages_[i].change_days()) {
                const auto* terms = packages_[i].terms_on(day);
                const auto& service = terms->supplier.service();
                auto& positions = service ? of_[service->text()] : unnamed_;
                if (positions.empty() || positions.back() != i) {
                    positions.push_back(i);
                }
            }
        }
    }
    /// Marks a service of which a row was refused.
    void lose(std::string service) { lost_.insert(std::move(service)); }

  private:
    std::vector<CarePackage> packages_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> of_;
    std::vector<std::size_t> unnamed_; ///< of packages of which only the provider is known
    std::set<std::string, std::less<>> lost_;
};

} // namespace vermeil
