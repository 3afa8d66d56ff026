// SPDX-License-Identifier: MIT
#pragma once
// How worried a scheme says to be about each service, and why.

#include <vermeil/core/alone.hpp>
#include <vermeil/core/date.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/trace_json.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/risk/held_triggers.hpp>
#include <vermeil/risk/risk_scheme.hpp>

#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// One service's level with its points and trace. `Not rated` says that too little is known to tell.
struct RiskScore {
    std::string service;
    Date as_of;
    std::string level;
    std::string headline; ///< the level and why, with every trigger that holds
    std::vector<std::string> explanation;
    std::string json;
    Trace trace;
    std::optional<Date> since{}; ///< the first day on which the level has held unbroken, where evidence tells
};

/// The risk of each service, in the order of the measure table.
template <std::same_as<Evaluator> E> class BasicRiskScores {
  public:
    /// Scores every row of the table; `workers` do the work.
    /// @throws Error when a live measure has no column.
    template <class Workers = Alone>
    BasicRiskScores(std::shared_ptr<const E> evaluator, std::shared_ptr<const MeasureTable> measures,
                    Date as_of, const Workers& workers = {})
        : evaluator_(std::move(evaluator)), measures_(std::move(measures)), as_of_(as_of),
          outcomes_(evaluator_->evaluate(*measures_, workers)) {}

    [[nodiscard]] std::size_t size() const noexcept { return outcomes_.size(); }
    [[nodiscard]] const Outcomes& outcomes() const noexcept { return outcomes_; }
    [[nodiscard]] const MeasureTable& measures() const noexcept { return *measures_; }
    [[nodiscard]] const Framework& framework() const noexcept { return evaluator_->framework(); }
    /// What measures and framework live in, for tables that look at them and may outlive this.
    [[nodiscard]] const std::shared_ptr<const MeasureTable>& measures_owner() const noexcept {
        return measures_;
    }
    [[nodiscard]] const std::shared_ptr<const Evaluator>& framework_owner() const noexcept {
        return evaluator_;
    }
    [[nodiscard]] Date as_of() const { return as_of_; }

    /// One service's score, evaluated again with every step kept.
    /// @throws Error when no such service was scored.
    [[nodiscard]] RiskScore explain(std::string_view service) const {
        return explain(measures_->row(service));
    }
    /// The score of a row.
    [[nodiscard]] RiskScore explain(std::size_t row) const {
        auto trace = evaluator_->explain(*measures_, row);
        auto line = headline(framework(), trace);
        for (const auto& because : held_triggers(framework(), trace)) {
            line += line.find(because) == std::string::npos ? "; trigger: " + because : "";
        }
        auto lines = explanation(framework(), trace);
        auto json =
            to_json(framework(), trace, measures_->services()[row], "as_of", to_string(as_of_), "level");
        return {measures_->services()[row],
                as_of_,
                band_name(framework(), trace.outcome.band),
                std::move(line),
                std::move(lines),
                std::move(json),
                std::move(trace),
                std::nullopt};
    }

  private:
    std::shared_ptr<const E> evaluator_;
    std::shared_ptr<const MeasureTable> measures_;
    Date as_of_;
    Outcomes outcomes_;
};

/// What `score_risk` gives.
using RiskScores = BasicRiskScores<Evaluator>;

/// Scores every service of a table as of a day, with the norms that `fit` found for the scheme.
/// @throws Error when a live indicator has no column, or norms are needed and not there.
template <std::same_as<RiskScheme> S, class Workers = Alone>
RiskScores score_risk(const S& scheme, const Norms& norms, MeasureTable measures, Date as_of,
                      const Workers& workers = {}) {
    return {std::make_shared<const Evaluator>(scheme.framework(), norms),
            std::make_shared<const MeasureTable>(std::move(measures)), as_of, workers};
}
/// The same under an absolute scheme, which has no norms.
template <std::same_as<RiskScheme> S, class Workers = Alone>
RiskScores score_risk(const S& scheme, MeasureTable measures, Date as_of, const Workers& workers = {}) {
    return score_risk(scheme, Norms(), std::move(measures), as_of, workers);
}

} // namespace vermeil
