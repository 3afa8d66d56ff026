// SPDX-License-Identifier: MIT
#pragma once
// The ratings of many services in one quarter.

#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/rating/rating.hpp>
#include <vermeil/rating/steady_band.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

class History;

/// The outcome of each service, in the order of the measure table, with what is needed to explain any of them.
template <std::same_as<Evaluator> E> class BasicRatings {
  public:
    /// Rates every row of the table; `workers` do the work.
    /// @throws Error when a live measure has no column.
    template <class Workers = Alone>
    BasicRatings(std::shared_ptr<const E> evaluator, std::shared_ptr<const MeasureTable> measures,
                 const Workers& workers = {})
        : evaluator_(std::move(evaluator)), measures_(std::move(measures)),
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

    /// Lets earlier ratings decide how long a band stands, where the framework asks for more than one quarter.
    /// @throws Error when the measures came without a quarter.
    void settle(const std::same_as<History> auto& history) {
        if (!framework().rules().steady) {
            return;
        }
        if (!measures_->quarter()) {
            throw Error("earlier ratings are compared with those of a quarter; say which quarter is rated");
        }
        steady_.clear();
        for (std::size_t row = 0; row < size(); ++row) {
            steady_.push_back(steady_band(framework(), outcomes_.row(row),
                                          history.of(measures_->services()[row]), *measures_->quarter()));
        }
    }
    /// Each service's band that stands and the one proposed; empty where nothing was settled.
    [[nodiscard]] const std::vector<SteadyBand>& steady() const noexcept { return steady_; }
    /// The number of the band that stands.
    [[nodiscard]] std::uint8_t band(std::size_t row) const {
        return steady_.empty() ? outcomes_.band[row] : steady_[row].band;
    }

    /// The age of what each rating rests on; empty where no measure has days.
    [[nodiscard]] std::vector<EvidenceAge> ages() const { return evaluator_->ages(*measures_); }

    /// One service's rating, evaluated again with every step kept; the outcome is the same to the bit.
    /// @throws Error when no such service was rated.
    [[nodiscard]] Rating explain(std::string_view service) const { return explain(measures_->row(service)); }
    [[nodiscard]] Rating explain(std::size_t row) const {
        auto trace = evaluator_->explain(*measures_, row);
        const auto& service = measures_->services()[row];
        return steady_.empty()
                   ? make_rating(framework(), service, measures_->quarter(), std::move(trace))
                   : make_rating(framework(), service, measures_->quarter(), std::move(trace), steady_[row]);
    }

  private:
    std::shared_ptr<const E> evaluator_;
    std::shared_ptr<const MeasureTable> measures_;
    Outcomes outcomes_;
    std::vector<SteadyBand> steady_;
};

/// What `rate` gives.
using Ratings = BasicRatings<Evaluator>;

/// Rates every service of a table, with the norms that `fit` found for the framework. `workers` do the work: `Alone`,
/// `Threads`, or whatever has their functions.
/// @throws Error when the framework is a risk scheme, a live measure has no column, or norms are needed and not there.
/// @throws DefinitionError when a weight is not set yet.
template <std::same_as<Framework> F, class Workers = Alone>
Ratings rate(const F& framework, const Norms& norms, MeasureTable measures, const Workers& workers = {}) {
    if (framework.rules().higher_is != Face::better) {
        throw Error(quoted(framework.id()) + " is a risk scheme: higher is worse; score it with score_risk, "
                                             "or the command vermeil risk, which "
                                             "takes --evidence or --measures as vermeil rate does");
    }
    return {std::make_shared<const Evaluator>(framework, norms),
            std::make_shared<const MeasureTable>(std::move(measures)), workers};
}
/// The same under an absolute framework, which has no norms.
template <std::same_as<Framework> F, class Workers = Alone>
Ratings rate(const F& framework, MeasureTable measures, const Workers& workers = {}) {
    return rate(framework, Norms(), std::move(measures), workers);
}

/// One service's rating with its trace.
/// @throws Error when the table has no such service or a live measure has no column.
template <std::same_as<Framework> F> Rating explain(const F& framework, const Norms& norms,
                                                    const MeasureTable& measures, std::string_view service) {
    const auto row = measures.row(service);
    return make_rating(framework, std::string(service), measures.quarter(),
                       Evaluator(framework, norms).explain(measures, row));
}
/// The same under an absolute framework, which has no norms.
template <std::same_as<Framework> F>
Rating explain(const F& framework, const MeasureTable& measures, std::string_view service) {
    return explain(framework, Norms(), measures, service);
}

} // namespace vermeil
