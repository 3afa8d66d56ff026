// SPDX-License-Identifier: MIT
#pragma once
// Which facts may count for which service.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/fact_book.hpp>
#include <vermeil/measure/fact_drawing.hpp>
#include <vermeil/measure/fact_maker.hpp>
#include <vermeil/measure/lineage.hpp>
#include <vermeil/measure/provider_places.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil {

/// What the register says of services as far as facts are concerned, in numbers.
class FactViews {
  public:
    FactViews(const Evidence& evidence, const ProviderPlaces& providers,
              const std::vector<FactQuestion>& questions)
        : providers_(providers.of_services()) {
        const bool inherits =
            std::any_of(questions.begin(), questions.end(), [](const auto& each) { return each.inherits; });
        before_.resize(inherits ? evidence.services.size() : 0);
        for (std::size_t i = 0; i < before_.size(); ++i) {
            for (const auto* each : ancestors_of(evidence, evidence.services[i])) {
                before_[i].push_back(static_cast<std::uint32_t>(each - evidence.services.data()));
            }
        }
        for (const auto& question : questions) {
            auto& rated = rated_.emplace_back();
            for (const auto& service : evidence.services) {
                if (question.kind == FactQuestion::Kind::rating) {
                    rated.push_back(service.may_be_rated_by(RegulatorId(question.source)).value_or(true));
                }
            }
        }
    }

    /// The facts that may count for a service, by its place; what it holds looks at the book.
    void view(std::size_t service, const FactBook& book, FactView& into) const {
        own_view(service, book, into);
        const auto provider = static_cast<std::uint32_t>(providers_.size()) + providers_[service];
        into.parts.push_back({provider, book.of(provider), false, false});
        if (!before_.empty()) {
            for (const auto before : before_[service]) {
                into.parts.push_back({before, book.of(before), true, true});
            }
        }
    }
    /// The facts that are a service's own.
    void own_view(std::size_t service, const FactBook& book, FactView& into) const {
        into.parts.clear();
        into.parts.push_back({static_cast<std::uint32_t>(service), book.of(service), false, true});
        into.rated.assign(rated_.size(), true);
        for (std::size_t i = 0; i < rated_.size(); ++i) {
            into.rated[i] = rated_[i].empty() || rated_[i][service];
        }
    }
    /// The facts of a provider, which concern all its services; nobody rates it.
    void provider_view(std::size_t provider, const FactBook& book, FactView& into) const {
        const auto owner = static_cast<std::uint32_t>(providers_.size() + provider);
        into.parts.assign(1, {owner, book.of(owner), false, false});
        into.rated.assign(rated_.size(), true);
        for (std::size_t i = 0; i < rated_.size(); ++i) {
            into.rated[i] = rated_[i].empty();
        }
    }

  private:
    std::vector<std::uint32_t> providers_; ///< of each service
    std::vector<std::vector<std::uint32_t>>
        before_;                           ///< whom each took over from; empty where no measure inherits
    std::vector<std::vector<bool>> rated_; ///< question by question; empty for one of events
};

} // namespace vermeil
