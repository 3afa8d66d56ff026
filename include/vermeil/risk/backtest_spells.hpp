// SPDX-License-Identifier: MIT
#pragma once
// When an outcome began at a service, and for how long it stood.

#include <vermeil/core/date.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

/// The days on which an outcome stands at one service, spell by spell; each begins with a new event.
///
/// While a spell lasts, the service cannot have the outcome anew: it is out of the set of those at risk. Spells that
/// overlap or touch are one, and its first day is the only event.
class OutcomeSpells {
  public:
    /// From the day of the event until the day on which it stands no longer; nothing: it stands for good.
    struct Spell {
        Date from;
        std::optional<Date> until;
        friend bool operator==(const Spell&, const Spell&) = default;
    };

    OutcomeSpells() = default;
    /// Spells in any order; one that ends by the day it begins is none.
    explicit OutcomeSpells(std::vector<Spell> spells) {
        std::erase_if(spells, [](const Spell& each) { return each.until && *each.until <= each.from; });
        std::sort(spells.begin(), spells.end(),
                  [](const Spell& left, const Spell& right) { return left.from < right.from; });
        for (const auto& each : spells) {
            if (spells_.empty() || (spells_.back().until && *spells_.back().until < each.from)) {
                spells_.push_back(each);
            } else if (auto& last = spells_.back(); last.until) {
                last.until = each.until ? std::optional(std::max(*last.until, *each.until)) : std::nullopt;
            }
        }
    }

    /// The spells, the earliest first.
    [[nodiscard]] const std::vector<Spell>& all() const noexcept { return spells_; }
    /// Whether the outcome stands on that day.
    [[nodiscard]] bool stands_on(Date day) const {
        return std::any_of(spells_.begin(), spells_.end(), [day](const Spell& each) {
            return each.from <= day && (!each.until || day < *each.until);
        });
    }
    /// The day of the first new event after a day; nothing where there is none.
    [[nodiscard]] std::optional<Date> next_after(Date day) const {
        const auto found = std::find_if(spells_.begin(), spells_.end(),
                                        [day](const Spell& each) { return each.from > day; });
        return found == spells_.end() ? std::nullopt : std::optional(found->from);
    }
    /// The spells of either: while one of the two outcomes stands, the other is no new event.
    [[nodiscard]] OutcomeSpells with(const OutcomeSpells& other) const {
        auto both = spells_;
        both.insert(both.end(), other.spells_.begin(), other.spells_.end());
        return OutcomeSpells(std::move(both));
    }
    friend bool operator==(const OutcomeSpells&, const OutcomeSpells&) = default;

  private:
    std::vector<Spell> spells_;
};

} // namespace vermeil
