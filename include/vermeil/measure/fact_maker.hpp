// SPDX-License-Identifier: MIT
#pragma once
// Turns evidence into facts.

#include <vermeil/core/code_table.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/report_event.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/measure/fact.hpp>
#include <vermeil/measure/fact_book.hpp>
#include <vermeil/measure/fact_kinds.hpp>
#include <vermeil/measure/provider_places.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

/// Turns events and ratings into facts, with a number for each incident. One whose name is probably a slip of one that is asked
/// for is a fact that was refused: nobody can say whether it counts.
class FactMaker {
  public:
    FactMaker(const std::vector<Measure>& measures, const std::vector<OrderedScale>& scales)
        : kinds_(measures), scales_(scales) {}

    /// The fact that an event is; nothing where no measure asks about it.
    std::optional<Fact> fact(const Event& event, std::uint32_t row) {
        const auto found = named_.find(event.event);
        const auto& [kind, is_slip] = found != named_.end()
                                          ? found->second
                                          : named_.emplace(event.event, named(event.event)).first->second;
        auto made = fact(event, row, kind);
        return is_slip ? refused(std::move(made)) : made;
    }
    /// The same of a row of a table of reports.
    std::optional<Fact> reported(const Event& event, std::uint32_t row) {
        return fact(event, row, kinds_.event(event.event, true));
    }
    /// The fact that a rating is; a word that its scale does not have lies beyond it.
    std::optional<Fact> fact(const Inspection& rating, std::uint32_t row) {
        const auto kind = kinds_.rating(rating.source, rating.standard, rating.is_own);
        const auto scale = std::find_if(scales_.begin(), scales_.end(), [&](const auto& each) {
            return folded(each.id) == folded(rating.source);
        });
        if (!kind || scale == scales_.end()) {
            const auto [known, is_new] = slips_.try_emplace({rating.source, rating.standard, rating.is_own});
            auto& slip = known->second;
            if (is_new) {
                slip = kinds_.slip_of_rating(rating.source, rating.standard, rating.is_own);
            }
            return slip ? refused(fact_of(rating, *slip, 0, 0, row)) : std::nullopt;
        }
        const auto position = scale->position(rating.rating).value_or(scale->words.size() + 1);
        return fact_of(rating, *kind, incident(rating.incident), static_cast<std::uint16_t>(position), row);
    }
    [[nodiscard]] const FactKinds& kinds() const noexcept { return kinds_; }
    /// The id of an incident by its number, from 1, in small letters: capitals make no other incident.
    [[nodiscard]] const std::string& incident_id(std::uint32_t number) const {
        return incidents_.keys().at(number - 1);
    }

  private:
    std::optional<Fact> fact(const Event& event, std::uint32_t row, std::optional<std::uint32_t> kind) {
        return kind ? std::optional(fact_of(event, *kind, incident(event.incident), row)) : std::nullopt;
    }
    std::uint32_t incident(const std::string& id) { return id.empty() ? 0 : incidents_.code(folded(id)) + 1; }
    /// The kind of an event by its name, and whether the name is a slip of one.
    [[nodiscard]] std::pair<std::optional<std::uint32_t>, bool> named(const std::string& event) const {
        const auto kind = kinds_.event(event);
        const auto slip = kind ? std::nullopt : kinds_.slip_of_event(event);
        return {kind ? kind : slip, slip.has_value()};
    }
    /// A fact of which nothing but its kind is known.
    static std::optional<Fact> refused(std::optional<Fact> fact) {
        if (!fact) {
            return fact;
        }
        Fact made;
        made.kind = fact->kind;
        made.row = fact->row;
        made.refused = true;
        return made;
    }

    FactKinds kinds_;
    std::vector<OrderedScale> scales_;
    detail::CodeTable<std::string> incidents_;
    std::map<std::tuple<std::string, std::string, bool>, std::optional<std::uint32_t>>
        slips_; ///< what names of sources and standards that nobody asks for may mean
    std::map<std::string, std::pair<std::optional<std::uint32_t>, bool>>
        named_; ///< what names of events mean
};

/// The place of a service among the evidence's; nothing where it is not there.
inline std::optional<std::size_t> service_place(const Evidence& evidence, const std::string& service) {
    const auto* found = evidence.find(service);
    return found == nullptr ? std::nullopt
                            : std::optional(static_cast<std::size_t>(found - evidence.services.data()));
}

/// Whom an event concerns: a service by its place, or beyond the services a provider; nothing where it is nobody known.
inline std::optional<std::size_t> owner_of(const Evidence& evidence, const ProviderPlaces& providers,
                                           const Event& event) {
    if (!event.service.empty()) {
        return service_place(evidence, event.service);
    }
    const auto provider = providers.find(event.provider);
    return provider ? std::optional(evidence.services.size() + *provider) : std::nullopt;
}

/// The rows of tables of reports that measures ask about, as events.
inline std::vector<Event> reports_of(const Evidence& evidence, const FactKinds& kinds) {
    std::vector<Event> reports;
    for (const auto table : report_tables) {
        const auto* rows = evidence.find_records(table);
        if (rows != nullptr && kinds.event(std::string(table), true)) {
            for (const auto& row : rows->all()) {
                reports.push_back(report_event(table, row));
            }
        }
    }
    return reports;
}

/// All facts of evidence that measures ask about, by owner: the services, then the providers. Rows of `reports` are numbered on
/// from those of the events.
inline FactBook fact_book(const Evidence& evidence, const std::vector<Event>& reports,
                          const ProviderPlaces& providers, FactMaker& maker) {
    std::vector<OwnedFact> facts;
    const auto add = [&](std::optional<std::size_t> owner, const std::optional<Fact>& fact) {
        if (owner && fact) {
            facts.push_back({static_cast<std::uint32_t>(*owner), *fact});
        }
    };
    for (std::size_t i = 0; i < evidence.events.size(); ++i) {
        const auto& event = evidence.events[i];
        add(owner_of(evidence, providers, event), maker.fact(event, static_cast<std::uint32_t>(i)));
    }
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto row = static_cast<std::uint32_t>(evidence.events.size() + i);
        add(owner_of(evidence, providers, reports[i]), maker.reported(reports[i], row));
    }
    for (std::size_t i = 0; i < evidence.inspections.size(); ++i) {
        const auto& rating = evidence.inspections[i];
        add(service_place(evidence, rating.service), maker.fact(rating, static_cast<std::uint32_t>(i)));
    }
    return {evidence.services.size() + providers.ids().size(), std::move(facts)};
}

} // namespace vermeil
