// SPDX-License-Identifier: MIT
#pragma once
// The agreement under which care is bought.

#include <vermeil/core/id.hpp>
#include <vermeil/core/period.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// How an agreement is let.
enum class ContractKind : std::uint8_t {
    framework,                 ///< a closed or open list of providers, called off by its own rule
    dynamic_purchasing_system, ///< open to joiners throughout, under the rules of 2015
    dynamic_market,            ///< open to joiners throughout, under the Procurement Act 2023
    block,                     ///< hours or places paid for whether used or not
    spot                       ///< one package at a time
};

/// The kinds as tables write them, in the order of their numbers.
inline constexpr std::array<std::string_view, 5> contract_kind_names{"framework", "dynamic purchasing system",
                                                                     "dynamic market", "block", "spot"};

inline std::string_view to_string(ContractKind kind) {
    return contract_kind_names.at(static_cast<std::size_t>(kind));
}

/// An agreement under which care is bought, from its first day of service.
///
/// The day of the award is kept apart, since it may lie months before the first day.
/// @throws Error when the award lies after the last day.
class Contract {
  public:
    Contract(ContractId id, ContractKind kind, Period period, std::string name = {},
             std::optional<Date> awarded_on = std::nullopt)
        : id_(std::move(id)), kind_(kind), period_(period), name_(std::move(name)), awarded_on_(awarded_on) {
        if (awarded_on_ && period_.last() && *awarded_on_ > *period_.last()) {
            throw Error("a contract cannot be awarded on " + to_string(*awarded_on_) + ", after it ends on " +
                        to_string(*period_.last()));
        }
    }

    [[nodiscard]] const ContractId& id() const noexcept { return id_; }
    [[nodiscard]] ContractKind kind() const noexcept { return kind_; }
    /// From the first day of service to the last, both counted.
    [[nodiscard]] const Period& period() const noexcept { return period_; }
    /// The name to show; the id where none is given.
    [[nodiscard]] const std::string& name() const noexcept { return name_.empty() ? id_.text() : name_; }
    /// The day of the decision to award; nothing where it is not known.
    [[nodiscard]] std::optional<Date> awarded_on() const { return awarded_on_; }
    friend bool operator==(const Contract&, const Contract&) = default;

  private:
    ContractId id_;
    ContractKind kind_;
    Period period_;
    std::string name_;
    std::optional<Date> awarded_on_;
};

} // namespace vermeil
