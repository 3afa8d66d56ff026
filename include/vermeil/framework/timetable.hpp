// SPDX-License-Identifier: MIT
#pragma once
// Which edition of a framework applies in which quarter.

#include <vermeil/core/id.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The first quarter in which an edition can apply: the first that begins neither before the day from which
/// it is effective nor before the day on which it was published.
/// @throws DefinitionError when one of the two days is not set, which `Framework` has seen to.
inline Quarter first_quarter(const Edition& edition) {
    if (!edition.effective_from || !edition.published_on) {
        throw DefinitionError({}, "edition " + quoted(edition.edition) + " has no date");
    }
    const auto day = std::max(*edition.effective_from, *edition.published_on);
    const Quarter quarter(day);
    return quarter.first_day() < day ? quarter + 1 : quarter;
}

/// Whether an edition rates the services of a contract; one that names no contract rates those of all.
inline bool rates(const Edition& edition, const ContractId& contract) {
    const auto& named = edition.contracts;
    return named.empty() || std::find(named.begin(), named.end(), contract.text()) != named.end();
}

/// The editions of one framework.
///
/// In a quarter applies, for each contract, the edition of the latest first quarter. So an edition stands
/// until its successor begins, and a successor that was published late leaves the quarters before its
/// publication alone.
///
/// @throws DefinitionError when there is no edition, when two are of different frameworks or bear one name,
/// and when two that share a contract have one effective day or one first quarter: then one would never
/// apply.
class Timetable {
  public:
    explicit Timetable(std::vector<Framework> editions);

    /// All editions, in the order of their first quarters.
    [[nodiscard]] const std::vector<Framework>& editions() const noexcept { return editions_; }

    /// The edition that applies to a contract in a quarter.
    /// @throws Error when none does; the message names the quarter and the editions known.
    [[nodiscard]] const Framework& at(Quarter quarter, const ContractId& contract) const;

    /// The edition that applies in a quarter, whatever the contract.
    /// @throws Error when none does, or when several do, each for contracts of its own.
    [[nodiscard]] const Framework& at(Quarter quarter) const;

  private:
    /// An edition without contracts rates them all, so it covers every other and only one like it covers it.
    static bool covers(const Edition& later, const Edition& earlier) {
        const auto& named = earlier.contracts;
        return later.contracts.empty() ||
               (!named.empty() && std::all_of(named.begin(), named.end(), [&](const auto& each) {
                   return rates(later, ContractId(each));
               }));
    }
    static bool share_a_contract(const Edition& left, const Edition& right) {
        const auto& named = left.contracts;
        return named.empty() || right.contracts.empty() ||
               std::any_of(named.begin(), named.end(),
                           [&](const auto& each) { return rates(right, ContractId(each)); });
    }
    void sort_by_first_quarter();
    static void check_pair(const Framework& earlier, const Framework& later);
    [[nodiscard]] std::string known() const;

    std::vector<Framework> editions_;
};

inline Timetable::Timetable(std::vector<Framework> editions) : editions_(std::move(editions)) {
    if (editions_.empty()) {
        throw DefinitionError({}, "a timetable needs one edition or more");
    }
    sort_by_first_quarter();
    for (std::size_t later = 0; later < editions_.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            check_pair(editions_[earlier], editions_[later]);
        }
    }
}

/// A framework has few editions, so each moves up in turn; those of one quarter keep the order given.
inline void Timetable::sort_by_first_quarter() {
    const auto first = [this](std::size_t at) { return first_quarter(editions_[at].rules().edition); };
    for (std::size_t next = 1; next < editions_.size(); ++next) {
        for (auto at = next; at > 0 && first(at) < first(at - 1); --at) {
            std::swap(editions_[at], editions_[at - 1]);
        }
    }
}

inline void Timetable::check_pair(const Framework& earlier, const Framework& later) {
    const auto& place = later.rules().place;
    const auto& first = earlier.rules().edition;
    const auto& second = later.rules().edition;
    if (first.id != second.id) {
        throw DefinitionError(place, "a timetable holds the editions of one framework, not of " +
                                         quoted(first.id) + " and " + quoted(second.id));
    }
    if (first.edition == second.edition) {
        throw DefinitionError(place,
                              "two editions of " + quoted(first.id) + " are named " + quoted(first.edition));
    }
    const auto both =
        "editions " + quoted(first.edition) + " and " + quoted(second.edition) + " of " + quoted(first.id);
    if (share_a_contract(first, second) && first.effective_from == second.effective_from) {
        throw DefinitionError(place, both + " are both effective from " + to_string(*first.effective_from));
    }
    if (share_a_contract(first, second) && first_quarter(first) == first_quarter(second)) {
        throw DefinitionError(place, both + " both apply first in " + to_string(first_quarter(first)) +
                                         ": the one would never apply");
    }
}

inline std::string Timetable::known() const {
    std::string text;
    for (const auto& framework : editions_) {
        const auto& edition = framework.rules().edition;
        text += (text.empty() ? "" : ", ") + quoted(edition.edition) + " from " +
                to_string(first_quarter(edition));
        text += edition.contracts.empty() ? "" : " for " + one_of(edition.contracts);
    }
    return text;
}

inline const Framework& Timetable::at(Quarter quarter, const ContractId& contract) const {
    const Framework* found = nullptr;
    for (const auto& framework : editions_) {
        const auto& edition = framework.rules().edition;
        found = first_quarter(edition) <= quarter && rates(edition, contract) ? &framework : found;
    }
    if (found == nullptr) {
        throw Error("no edition of " + quoted(editions_.front().id()) + " applies to contract " +
                    quoted(contract.text()) + " in " + to_string(quarter) + "; known are " + known());
    }
    return *found;
}

inline const Framework& Timetable::at(Quarter quarter) const {
    std::vector<const Framework*> standing;
    for (const auto& framework : editions_) {
        const auto& edition = framework.rules().edition;
        if (first_quarter(edition) <= quarter) {
            std::vector<const Framework*> still;
            for (const auto* each : standing) {
                if (!covers(edition, each->rules().edition)) {
                    still.push_back(each);
                }
            }
            still.push_back(&framework);
            standing.swap(still);
        }
    }
    if (standing.size() != 1) {
        throw Error(std::string(standing.empty() ? "no edition" : "more than one edition") + " of " +
                    quoted(editions_.front().id()) + " applies in " + to_string(quarter) +
                    (standing.empty() ? "" : ": say which contract") + "; known are " + known());
    }
    return *standing.front();
}

} // namespace vermeil
