// SPDX-License-Identifier: MIT
#pragma once
// The agreement under which care is bought.

#include <vermeil/core/id.hpp>
#include <vermeil/core/period.hpp>
#include <vermeil/market/rows.hpp>

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

/// The table of contracts, one row each.
inline const Schema& contract_schema() {
    static const Schema schema{
        "contracts",
        "The agreements under which care is bought, one row each",
        {{"contract", CellKind::id, "A short id of your own for the contract; lots and frameworks use it"},
         {"kind",
          CellKind::word,
          "How it is let",
          true,
          {contract_kind_names.begin(), contract_kind_names.end()}},
         {"from", CellKind::date, "Its first day of service (not of award), as 2024-10-01"},
         {"to", CellKind::date, "Its last day, as 2028-09-30; empty where no end is set", false},
         {"name", CellKind::text, "The contract's name as it is to be shown; empty: the id is shown", false},
         {"awarded_on", CellKind::date, "The day of the decision to award; empty where not known", false}}};
    return schema;
}

/// One row of the table of contracts; nothing when the row was refused.
inline std::optional<Contract> read_contract(RowReader& row) {
    enum : std::size_t { contract, kind, from, to, name, awarded_on };
    auto id = row.id<ContractId>(contract);
    const auto word = row.word(kind);
    const auto period = detail::period_in(row, from, to);
    auto shown = row.text(name);
    const auto awarded = row.date(awarded_on);
    if (!row.ok()) {
        return std::nullopt;
    }
    const auto* found = std::find(contract_kind_names.begin(), contract_kind_names.end(), *word);
    return detail::guarded(row, awarded_on, [&] {
        return Contract(*id, static_cast<ContractKind>(found - contract_kind_names.begin()), *period,
                        std::move(shown).value_or(""), awarded);
    });
}

/// The contracts of a table in its order. A bad row or a second row of one id is a reject.
/// @throws Error when a required column is missing.
inline std::vector<Contract> read_contracts(const Frame& frame, Rejects& rejects) {
    return detail::read_register(contract_schema(), frame, rejects, read_contract);
}

} // namespace vermeil
