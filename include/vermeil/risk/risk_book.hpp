// SPDX-License-Identifier: MIT
#pragma once
// A scheme and a body of evidence, read once and scored on any day.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/framework/measurer.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/fit.hpp>
#include <vermeil/risk/risk_scheme.hpp>
#include <vermeil/risk/risk_score.hpp>
#include <vermeil/risk/unread_reports.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// A scheme and a body of evidence. Facts are sorted once; each day is scored with only what was known on it, so that one can
/// walk forward through history. Facts may be added, and count as if they had stood in the evidence from the first.
///
/// @throws Error when a live indicator says nothing of where its value comes from.
class RiskBook {
  public:
    using Work = Measurer::Work;

    RiskBook(const RiskScheme& scheme, std::shared_ptr<const Evidence> evidence)
        : framework_(std::make_shared<const Framework>(scheme.framework())), evidence_(std::move(evidence)),
          measurer_(std::make_unique<Measurer>(*framework_, *evidence_)),
          evaluator_(framework_->is_relative() ? nullptr : std::make_shared<const Evaluator>(*framework_)),
          rejects_(measurer_->rejects()) {
        doubt_unread_reports(framework_->measures(), *evidence_, rejects_);
    }

    [[nodiscard]] const Framework& framework() const noexcept { return *framework_; }
    [[nodiscard]] const Evidence& evidence() const noexcept { return *evidence_; }
    [[nodiscard]] const Measurer& measurer() const noexcept { return *measurer_; }
    /// The rows of evidence that did not fit the scheme's vocabulary, and the tables of reports that it does not ask about.
    [[nodiscard]] const Rejects& rejects() const noexcept { return rejects_; }

    /// The indicators of every service that is open on a day, with the facts that were known on it.
    [[nodiscard]] MeasureTable measures(Date as_of, unsigned threads = 1) const {
        return measurer_->table(Quarter(as_of), as_of, threads);
    }
    /// The scores of every service that is open on a day. A scheme that compares services compares those.
    [[nodiscard]] RiskScores score(Date as_of, unsigned threads = 1) const {
        auto table = std::make_shared<const MeasureTable>(measures(as_of, threads));
        auto evaluator = evaluator_ != nullptr
                             ? evaluator_
                             : std::make_shared<const Evaluator>(*framework_, fit(*framework_, *table));
        return {std::move(evaluator), std::move(table), as_of, Threads(threads)};
    }
    /// The same on several days.
    [[nodiscard]] std::vector<RiskScores> score(const std::vector<Date>& days, unsigned threads = 1) const {
        std::vector<RiskScores> scores;
        scores.reserve(days.size());
        for (const auto day : days) {
            scores.push_back(score(day, threads));
        }
        return scores;
    }

    /// What is asked of services one by one, which a scheme that compares them cannot answer; null there.
    [[nodiscard]] const Evaluator* evaluator() const noexcept { return evaluator_.get(); }
    /// The place of a service among the evidence's.
    /// @throws Error when there is no such service.
    [[nodiscard]] std::size_t place(const std::string& service) const {
        const auto found = service_place(*evidence_, service);
        if (!found) {
            throw Error("no service " + quoted(service) + " among the " +
                        std::to_string(evidence_->services.size()) + " in the services table");
        }
        return *found;
    }
    /// Draws the cells of one service on a day into `work`, with the uses of its facts; of what comes from no facts only the
    /// measures that are `wanted`, none standing for all.
    void draw(std::size_t service, Date as_of, Work& work, const std::vector<bool>& wanted = {}) const {
        const DrawingDay day{Quarter(as_of), as_of};
        measurer_->draw_others(service, day, work, wanted);
        measurer_->draw_facts(service, day, measurer_->facts().drawing().windows(day), work);
        for (auto& cell : work.cells) {
            cell.as_of = day_number(as_of);
        }
    }

    /// Adds an event; the places of the services that it concerns, none where no indicator asks about it.
    /// @throws Error when the service or the provider is not in the evidence.
    std::vector<std::size_t> add(Event event) {
        const auto& providers = measurer_->facts().providers();
        const auto owner = owner_of(*evidence_, providers, event);
        if (!owner) {
            throw Error("the event " + quoted(event.event) + " concerns " +
                        quoted(event.service.empty() ? event.provider : event.service) +
                        ", which is not in the services table");
        }
        const auto row = evidence_->events.size() + reports().size() + events_.size();
        const auto fact = measurer_->facts().maker().fact(event, static_cast<std::uint32_t>(row));
        events_.push_back(std::move(event));
        return fact ? add(*owner, *fact) : std::vector<std::size_t>();
    }
    /// Adds a rating, likewise.
    std::vector<std::size_t> add(Inspection rating) {
        const auto owner = place(rating.service);
        const auto row = evidence_->inspections.size() + ratings_.size();
        const auto fact = measurer_->facts().maker().fact(rating, static_cast<std::uint32_t>(row));
        ratings_.push_back(std::move(rating));
        return fact ? add(owner, *fact) : std::vector<std::size_t>();
    }

    /// Adds facts that are kept in columns elsewhere, by their owners: the places of services, then those of providers; the
    /// kinds are those of `measurer().facts().maker()`. They are scored, and cannot be told by name: they have no rows.
    void add(std::vector<OwnedFact> facts) { measurer_->facts().book().add(std::move(facts)); }

    /// The event that a fact is, by its row: one of the evidence's, a row of a table of reports, or one that was added.
    [[nodiscard]] const Event& event(std::size_t row) const {
        const auto given = evidence_->events.size();
        const auto reported = given + reports().size();
        return row < given      ? evidence_->events[row]
               : row < reported ? reports()[row - given]
                                : events_.at(row - reported);
    }
    /// The rating that a fact is.
    [[nodiscard]] const Inspection& rating(std::size_t row) const {
        const auto given = evidence_->inspections.size();
        return row < given ? evidence_->inspections[row] : ratings_.at(row - given);
    }

  private:
    [[nodiscard]] const std::vector<Event>& reports() const noexcept { return measurer_->facts().reports(); }
    std::vector<std::size_t> add(std::size_t owner, const Fact& fact) {
        auto& facts = measurer_->facts();
        facts.book().add(owner, fact);
        const auto services = evidence_->services.size();
        if (owner < services) {
            return {owner};
        }
        std::vector<std::size_t> concerned;
        const auto& of = facts.providers().of_services();
        for (std::size_t i = 0; i < services; ++i) {
            if (of[i] == owner - services) {
                concerned.push_back(i);
            }
        }
        return concerned;
    }

    std::shared_ptr<const Framework> framework_;
    std::shared_ptr<const Evidence> evidence_;
    std::unique_ptr<Measurer> measurer_;
    std::shared_ptr<const Evaluator> evaluator_; ///< null where services are compared
    Rejects rejects_;
    std::vector<Event> events_;       ///< added
    std::vector<Inspection> ratings_; ///< added
};

} // namespace vermeil
