// SPDX-License-Identifier: MIT
#pragma once
// Scores that follow each fact as it comes.

#include <vermeil/risk/risk_book.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The scores of one day, kept up with facts as they come: a fact scores again the services that it concerns, and no others.
/// Each score is that of a batch over all the evidence, to the bit. Services are counted by their places in the evidence,
/// those that are not open on the day among them.
///
/// @throws Error when the scheme compares services with each other: then one fact can move any of them.
class LiveRisk {
  public:
    LiveRisk(const RiskScheme& scheme, std::shared_ptr<const Evidence> evidence, Date as_of)
        : book_(scheme, std::move(evidence)), day_{Quarter(as_of), as_of},
          windows_(book_.measurer().facts().drawing().windows(day_)) {
        if (book_.evaluator() == nullptr) {
            throw Error(quoted(book_.framework().id()) +
                        " compares services with each other; score them all together");
        }
        const auto services = book_.evidence().services.size();
        for (std::size_t i = 0; i < services; ++i) {
            book_.measurer().draw_others(i, day_, work_);
            others_.insert(others_.end(), work_.cells.begin(), work_.cells.end());
        }
        for (std::size_t i = 0; i < services; ++i) {
            outcomes_.push_back(scored(i));
        }
    }

    [[nodiscard]] const RiskBook& book() const noexcept { return book_; }
    [[nodiscard]] Date as_of() const { return day_.as_of; }

    /// The outcome of a service by its place.
    [[nodiscard]] const Outcome& outcome(std::size_t service) const { return outcomes_.at(service); }
    /// The outcome of a service by its id.
    /// @throws Error when there is no such service.
    [[nodiscard]] const Outcome& outcome(const std::string& service) const {
        return outcomes_[book_.place(service)];
    }
    /// The words of a service's level.
    [[nodiscard]] std::string level(const std::string& service) const {
        return band_name(book_.framework(), outcome(service).band);
    }

    /// Takes an event or a rating, and scores again whom it concerns: their places.
    /// @throws Error when the service or the provider is not in the evidence.
    template <class Fact> std::vector<std::size_t> add(Fact fact) {
        auto concerned = book_.add(std::move(fact));
        for (const auto service : concerned) {
            outcomes_[service] = scored(service);
        }
        return concerned;
    }

  private:
    Outcome scored(std::size_t service) {
        const auto measures = book_.framework().measures().size();
        const auto first = others_.begin() + static_cast<std::ptrdiff_t>(service * measures);
        work_.cells.assign(first, first + static_cast<std::ptrdiff_t>(measures));
        book_.measurer().draw_facts(service, day_, windows_, work_);
        for (auto& cell : work_.cells) {
            cell.as_of = day_number(day_.as_of);
        }
        return book_.evaluator()->evaluate(work_.cells);
    }

    RiskBook book_;
    DrawingDay day_;
    std::vector<FactWindow> windows_;
    std::vector<Cell> others_; ///< of each service, what does not come from facts
    std::vector<Outcome> outcomes_;
    RiskBook::Work work_;
};

} // namespace vermeil
