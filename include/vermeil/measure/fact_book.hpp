// SPDX-License-Identifier: MIT
#pragma once
// Facts put beside each other by whom they concern, in the order of facts.

#include <vermeil/measure/fact.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace vermeil {

/// A fact and whom it concerns: a service by its place among the evidence's services, or beyond them a provider.
struct OwnedFact {
    std::uint32_t owner = 0;
    Fact fact;
};

/// The facts of many owners, those of each in the order of facts, so that it does not matter in which rows they came.
class FactBook {
  public:
    FactBook(std::size_t owners, std::vector<OwnedFact> facts) : first_(owners + 1, 0) {
        for (const auto& each : facts) {
            ++first_[each.owner + 1];
        }
        for (std::size_t i = 0; i < owners; ++i) {
            first_[i + 1] += first_[i];
        }
        auto next = first_;
        facts_.resize(facts.size());
        for (const auto& each : facts) {
            facts_[next[each.owner]++] = each.fact;
        }
        for (std::size_t i = 0; i < owners; ++i) {
            std::sort(facts_.begin() + static_cast<std::ptrdiff_t>(first_[i]),
                      facts_.begin() + static_cast<std::ptrdiff_t>(first_[i + 1]));
        }
    }

    /// The facts of one owner.
    [[nodiscard]] std::span<const Fact> of(std::size_t owner) const noexcept {
        if (!grown_of_.empty() && grown_of_[owner] != 0) {
            return grown_[grown_of_[owner] - 1];
        }
        return std::span(facts_).subspan(first_[owner], first_[owner + 1] - first_[owner]);
    }

    /// Adds a fact of one owner where it belongs; what `of` gave for it before no longer holds.
    void add(std::size_t owner, const Fact& fact) {
        if (grown_of_.empty()) {
            grown_of_.assign(first_.size() - 1, 0);
        }
        if (grown_of_[owner] == 0) {
            const auto old = of(owner);
            grown_.emplace_back(old.begin(), old.end());
            grown_of_[owner] = static_cast<std::uint32_t>(grown_.size());
        }
        auto& own = grown_[grown_of_[owner] - 1];
        own.insert(std::upper_bound(own.begin(), own.end(), fact), fact);
    }

    /// Adds many facts at once; what `of` gave before no longer holds.
    void add(std::vector<OwnedFact> facts) {
        for (std::size_t owner = 0; owner < owners(); ++owner) {
            for (const auto& fact : of(owner)) {
                facts.push_back({static_cast<std::uint32_t>(owner), fact});
            }
        }
        *this = FactBook(owners(), std::move(facts));
    }

    [[nodiscard]] std::size_t owners() const noexcept { return first_.size() - 1; }

  private:
    std::vector<std::size_t> first_; ///< of each owner's facts
    std::vector<Fact> facts_;
    std::vector<std::uint32_t> grown_of_; ///< empty until a fact is added; 0: the owner got none
    std::vector<std::vector<Fact>> grown_;
};

} // namespace vermeil
