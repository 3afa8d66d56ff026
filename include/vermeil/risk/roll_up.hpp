// SPDX-License-Identifier: MIT
#pragma once
// The risk of a provider, or of a group of companies, with each fact counted once.

#include <vermeil/core/date.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/risk/risk_book.hpp>
#include <vermeil/risk/risk_score.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// What the services of one provider, or of one group, come to together.
///
/// The level is the worst of its services, each seen with all that concerns it. The points count each fact once: those of a
/// provider, which stand in the view of each of its services, count once here; an incident at several services counts
/// once, where it earns most. They grow with the number of services, so they compare a provider with itself over time.
struct RollUp {
    std::string owner; ///< the id of the provider or the group
    std::uint8_t level = no_band;
    std::optional<double>
        lowest_points{}; ///< nothing where nothing applies to any of its services, or a weight is not known
    std::optional<double> highest_points{};
    std::size_t services = 0;  ///< open on the day
    std::size_t at_level = 0;  ///< of them at the worst level
    std::size_t not_rated = 0; ///< of them without a level
    std::string
        worst_service; ///< of those at the worst level that with the most points, the first of equals; empty: none
    std::size_t facts = 0;     ///< that count, each once
    std::size_t incidents = 0; ///< among them, each once
};

/// Whose services are rolled up.
enum class RollUpBy { provider, group };

namespace detail {

/// The services of one owner, by their rows among the scores and their places, and its providers.
struct RollUpOf {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> places;
    std::set<std::uint32_t> providers;
};

/// One service with the facts of its own, or one provider with those that concern all its services.
struct RollUpUnit {
    FactView view;
    FactTally tally;
    std::vector<Cell> cells;
};

/// Adds up the points of an owner.
class RollUpSum {
  public:
    RollUpSum(const RiskBook& book, Date as_of)
        : book_(book), day_{Quarter(as_of), as_of},
          windows_(book.measurer().facts().drawing().windows(day_)) {}

    void add_up(const RollUpOf& of, RollUp& into) const {
        auto units = gathered(of);
        std::vector<FactUse*> shared;
        for (auto& unit : units) {
            for (auto& use : unit.tally.uses) {
                if (use.fact->incident != 0) {
                    shared.push_back(&use);
                }
            }
        }
        settle_incidents(shared);
        std::set<const Fact*> facts;
        std::set<std::uint32_t> incidents;
        bool is_weighed = true;
        for (auto& unit : units) {
            facts_of().write(unit.view, day_, unit.tally, unit.cells);
            const auto outcome = book_.evaluator()->evaluate(unit.cells);
            is_weighed = is_weighed && outcome.reason != Reason::weight;
            if (outcome.has_scores()) {
                into.lowest_points = into.lowest_points.value_or(0) + outcome.lowest_score;
                into.highest_points = into.highest_points.value_or(0) + outcome.highest_score;
            }
            for (const auto& use : unit.tally.uses) {
                if (use.yields == nullptr && facts_of().questions()[use.question].measure < indicators()) {
                    facts.insert(use.fact);
                    incidents.insert(use.fact->incident);
                }
            }
        }
        if (!is_weighed) {
            into.lowest_points = into.highest_points = std::nullopt;
        }
        incidents.erase(0);
        into.facts = facts.size();
        into.incidents = incidents.size();
    }

  private:
    [[nodiscard]] const FactDrawing& facts_of() const { return book_.measurer().facts().drawing(); }
    [[nodiscard]] std::size_t indicators() const { return book_.framework().rules().indicators.size(); }

    std::vector<RollUpUnit> gathered(const RollUpOf& of) const {
        const auto& facts = book_.measurer().facts();
        std::vector<RollUpUnit> units(of.places.size() + of.providers.size());
        auto unit = units.begin();
        RiskBook::Work work;
        for (const auto place : of.places) {
            book_.measurer().draw_others(place, day_, work);
            unit->cells = work.cells;
            facts.views().own_view(place, facts.book(), unit->view);
            facts.drawing().gather(unit->view, windows_, unit->cells, unit->tally);
            ++unit;
        }
        for (const auto provider : of.providers) {
            unit->cells.assign(book_.framework().measures().size(), Cell{0, State::not_applicable});
            facts.views().provider_view(provider, facts.book(), unit->view);
            facts.drawing().gather(unit->view, windows_, unit->cells, unit->tally);
            ++unit;
        }
        return units;
    }

    const RiskBook& book_;
    DrawingDay day_;
    std::vector<FactWindow> windows_;
};

/// The worst level of an owner's services, and who stands there.
inline void take_levels(const RiskScores& scores, const RollUpOf& of, RollUp& into) {
    const auto& outcomes = scores.outcomes();
    double most = 0;
    for (const auto row : of.rows) {
        const auto level = outcomes.band[row];
        into.not_rated += level == no_band ? 1 : 0;
        if (level < into.level) {
            into.level = level;
            into.at_level = 0;
            into.worst_service.clear();
        }
        if (level == no_band || level != into.level) {
            continue;
        }
        ++into.at_level;
        if (into.worst_service.empty() || outcomes.highest_score[row] > most) {
            most = outcomes.highest_score[row];
            into.worst_service = scores.measures().services()[row];
        }
    }
}

} // namespace detail

/// The scores of services rolled up to their providers, or to the groups that the register names, in the order of their ids.
/// Whoever belongs to no group is in none.
/// @throws Error when the scheme compares services with each other, so that points do not add up.
inline std::vector<RollUp> roll_up(const RiskBook& book, const RiskScores& scores, RollUpBy by) {
    if (book.evaluator() == nullptr) {
        throw Error(quoted(book.framework().id()) +
                    " compares services with each other; its points do not add up to those of a provider");
    }
    std::map<std::string, detail::RollUpOf> owners;
    const auto& providers = book.measurer().facts().providers();
    for (std::size_t row = 0; row < scores.size(); ++row) {
        const auto place = book.place(scores.measures().services()[row]);
        const auto& service = book.evidence().services[place];
        const auto& owner = by == RollUpBy::provider ? service.provider().text() : service.group();
        if (!owner.empty()) {
            auto& of = owners[owner];
            of.rows.push_back(row);
            of.places.push_back(place);
            of.providers.insert(providers.of_services()[place]);
        }
    }
    const detail::RollUpSum sum(book, scores.as_of());
    std::vector<RollUp> rolled;
    for (const auto& [owner, of] : owners) {
        RollUp made;
        made.owner = owner;
        made.services = of.rows.size();
        detail::take_levels(scores, of, made);
        sum.add_up(of, made);
        rolled.push_back(std::move(made));
    }
    return rolled;
}

} // namespace vermeil
