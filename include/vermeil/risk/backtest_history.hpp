// SPDX-License-Identifier: MIT
#pragma once
// What became of each service: the outcomes that evidence tells of.

#include <vermeil/core/date.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/risk/backtest_outcome.hpp>
#include <vermeil/risk/backtest_spells.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

/// Finds one kind of outcome in evidence, up to a day: what became known later has not been heard of.
class OutcomeFinder {
  public:
    OutcomeFinder(const Evidence& evidence, Date last) : evidence_(evidence), last_(last) {
        for (std::size_t i = 0; i < evidence.services.size(); ++i) {
            for (const auto& before : evidence.services[i].predecessors()) {
                succeeded_.insert(before.text());
            }
        }
    }

    using All = std::vector<OutcomeSpells>;

    All operator()(const RatingFall& fall) const {
        std::vector<std::vector<std::pair<Date, std::size_t>>> ratings(evidence_.services.size());
        for (const auto& each : evidence_.inspections) {
            const auto position = fall.scale.position(each.rating);
            const auto service = place(each.service);
            const bool counts = !each.refused && !each.is_own && each.standard.empty() && position;
            if (counts && service < ratings.size() && each.is_known_on(last_) &&
                folded(each.source) == folded(fall.scale.id)) {
                ratings[service].emplace_back(each.on, *position);
            }
        }
        All found;
        for (auto& of_service : ratings) {
            std::sort(of_service.begin(), of_service.end());
            found.push_back(falls(of_service, fall.position));
        }
        return found;
    }

    All operator()(const EventBegins& asked) const {
        return for_good([&](auto add) {
            for (const auto& each : evidence_.events) {
                if (!each.refused && is_same_name(each.event, asked.event) && was_found(each) &&
                    each.from <= last_ && each.is_known_on(last_)) {
                    each.service.empty() ? add_to_provider(each.provider, each.from, add)
                                         : add(place(each.service), each.from);
                }
            }
        });
    }

    All operator()(const ServiceExit& asked) const {
        namespace f = exit_field;
        return for_good([&](auto add) {
            const auto* exits = evidence_.find_records(exit_kind().schema.name);
            for (std::size_t i = 0; exits != nullptr && i < evidence_.services.size(); ++i) {
                for (const auto& row : exits->of(evidence_.services[i].id().text())) {
                    const auto* kind = row.get<std::string>(f::kind);
                    if (!row.refused && kind != nullptr && has_word(asked.kinds, *kind) &&
                        row.from <= last_ && row.is_known_on(last_)) {
                        add(i, row.from);
                    }
                }
            }
        });
    }

    All operator()(const ServiceCloses&) const {
        return for_good([&](auto add) {
            for (std::size_t i = 0; i < evidence_.services.size(); ++i) {
                const auto& service = evidence_.services[i];
                const auto closed = service.last_day();
                if (closed && *closed <= last_ && !succeeded_.contains(service.id().text())) {
                    add(i, *closed);
                }
            }
        });
    }

  private:
    /// Whether nothing was to be looked into, or it was and found to be so.
    [[nodiscard]] bool was_found(const Event& event) const {
        return event.review == Review::none ||
               (event.review == Review::upheld && event.concluded_on.value_or(event.from) <= last_);
    }

    /// The position of a service; that beyond the last where the register has none of the id.
    [[nodiscard]] std::size_t place(const std::string& id) const {
        const auto* found = evidence_.find(id);
        return found == nullptr ? evidence_.services.size()
                                : static_cast<std::size_t>(found - evidence_.services.data());
    }

    template <class Add> void add_to_provider(const std::string& provider, Date day, Add add) const {
        for (std::size_t i = 0; i < evidence_.services.size(); ++i) {
            if (evidence_.services[i].provider().text() == provider) {
                add(i, day);
            }
        }
    }

    /// Outcomes from which nobody comes back.
    template <class Fill> All for_good(Fill fill) const {
        std::vector<std::vector<OutcomeSpells::Spell>> spells(evidence_.services.size());
        fill([&](std::size_t service, Date day) {
            if (service < spells.size()) {
                spells[service].push_back({day, std::nullopt});
            }
        });
        return {spells.begin(), spells.end()};
    }

    /// From each fall until the next rating that is better; of two ratings on one day the worse one stands.
    static OutcomeSpells falls(const std::vector<std::pair<Date, std::size_t>>& ratings, std::size_t low) {
        std::vector<OutcomeSpells::Spell> spells;
        for (std::size_t i = 0; i < ratings.size(); ++i) {
            const auto& [day, position] = ratings[i];
            if (i + 1 < ratings.size() && ratings[i + 1].first == day) {
                continue;
            }
            const bool fallen = !spells.empty() && !spells.back().until;
            if (position >= low && !fallen) {
                spells.push_back({day, std::nullopt});
            } else if (position < low && fallen) {
                spells.back().until = day;
            }
        }
        return OutcomeSpells(std::move(spells));
    }

    const Evidence& evidence_;
    Date last_;
    std::set<std::string> succeeded_; // services that another took over from
};

} // namespace detail

/// The spells of an outcome at each service, in the order of the register, with what was known by the last day of the history.
///
/// An outcome is dated by the day it happened (a rating by the day it was given), however late it became known. A first rating
/// counts like any other. A rating stands until a better one of its source; an event, an exit and a closure stand for good. A
/// rating of a single standard, one that a service gives itself, a word that the scale lacks and a row that was refused are no
/// outcomes. A service that another took over from has not closed.
inline std::vector<OutcomeSpells> outcome_spells(const Evidence& evidence, const BacktestOutcome& outcome,
                                                 Date last) {
    return std::visit(detail::OutcomeFinder(evidence, last), outcome.kind);
}

} // namespace vermeil
