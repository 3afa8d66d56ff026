// SPDX-License-Identifier: MIT
#pragma once
// A framework that is ready to be asked: about a whole table, or about one row with its trace.

#include <vermeil/core/alone.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/evaluate.hpp>
#include <vermeil/kernel/evidence_age.hpp>
#include <vermeil/kernel/inputs.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/trace.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// A framework made ready once and asked many times. Its answers depend on the row and the framework alone,
/// not on the number of threads, the order of rows or what else is in the table. Safe to share between threads.
///
/// @throws DefinitionError when a weight is not set yet.
/// @throws Error when the framework compares services with each other and a norm is not there.
template <std::same_as<Program> P> class BasicEvaluator {
  public:
    explicit BasicEvaluator(Framework framework, Norms norms = {})
        : framework_(std::make_shared<const Framework>(std::move(framework))),
          norms_(std::make_shared<const Norms>(std::move(norms))), program_(*framework_, *norms_),
          meter_(*framework_) {}

    [[nodiscard]] const Framework& framework() const noexcept { return *framework_; }
    [[nodiscard]] const Norms& norms() const noexcept { return *norms_; }

    /// The outcome of each row. `workers` do the work: `Alone`, `Threads`, or whatever has their functions.
    /// @throws Error when a live measure has no column.
    template <class Workers = Alone>
    [[nodiscard]] Outcomes evaluate(const MeasureTable& table, const Workers& workers = {}) const {
        const detail::Inputs inputs(program_, table);
        Outcomes outcomes(table.rows());
        const auto shares = std::max(workers.shares(), std::size_t{1});
        const auto rows_each = table.rows() / shares + 1;
        workers.run(shares, [&](std::size_t share) {
            const auto first = std::min(share * rows_each, table.rows());
            NoRecord nothing;
            run<detail::table_rows>(inputs, nothing, first, std::min(rows_each, table.rows() - first),
                                    [&](std::size_t row, const auto& made, std::size_t number) {
                                        detail::put(outcomes, row, made, number);
                                    });
        });
        return outcomes;
    }

    /// The steps that lead to a row's outcome, which equals that of `evaluate` to the bit.
    /// @throws Error when a live measure has no column or there is no such row.
    [[nodiscard]] Trace explain(const MeasureTable& table, std::size_t row) const {
        if (row >= table.rows()) {
            throw Error("there is no row " + std::to_string(row) + "; the table has " +
                        std::to_string(table.rows()));
        }
        auto trace = traced(detail::Inputs(program_, table, row), table.as_of());
        for (std::size_t i = 0; i < framework_->measures().size(); ++i) {
            if (auto found = table.refused(row, framework_->measures()[i].id); !found.empty()) {
                trace.refused.emplace(i, std::move(found));
            }
            if (auto cause = unknown_cause(table, row, i); !cause.empty()) {
                trace.unknown.emplace(i, std::move(cause));
            }
        }
        return trace;
    }

    /// The steps for one service given by its cells, in the order of the framework's measures. Their evidence has an age
    /// at `as_of`.
    /// @throws Error when there are more or fewer cells than measures.
    [[nodiscard]] Trace explain(std::span<const Cell> cells, std::optional<Date> as_of = std::nullopt) const {
        return traced(detail::Inputs(program_, cells, as_of ? day_number(*as_of) : no_day), as_of);
    }

    /// The age of what each row's outcome rests on; empty where no measure of the table has days.
    /// @throws Error when a live measure has no column.
    [[nodiscard]] std::vector<EvidenceAge> ages(const MeasureTable& table) const {
        std::vector<EvidenceAge> ages;
        const auto& all = table.columns();
        if (std::any_of(all.begin(), all.end(), [](const auto& each) { return !each.day.empty(); })) {
            const detail::Inputs inputs(program_, table);
            for (std::size_t row = 0; row < table.rows(); ++row) {
                ages.push_back(meter_.age(inputs.columns(), row, table.as_of()));
            }
        }
        return ages;
    }

    /// The outcome of one service given by its cells, in the order of the framework's measures.
    /// @throws Error when there are more or fewer cells than measures.
    [[nodiscard]] Outcome evaluate(std::span<const Cell> cells) const {
        const detail::Inputs inputs(program_, cells);
        NoRecord nothing;
        return one(inputs, nothing);
    }

  private:
    /// What happened to a measure whose value nobody knows, or nobody can compare; nothing tells those that are known.
    [[nodiscard]] std::string unknown_cause(const MeasureTable& table, std::size_t row,
                                            std::size_t measure) const {
        const auto& id = framework_->measures()[measure].id;
        const auto* column = table.find(id);
        if (column != nullptr && column->state[row] == State::present) {
            return "nobody knows whom to compare it with"; // read only where its peers are not known
        }
        return table.refused(row, id).empty() ? table.unknown_cause(row, id) : "its cell could not be used";
    }

    [[nodiscard]] Trace traced(const detail::Inputs<P>& inputs, std::optional<Date> as_of) const {
        Trace trace;
        trace.age = meter_.age(inputs.columns(), 0, as_of);
        trace.outcome = one(inputs, trace);
        return trace;
    }

    template <Recorder R> [[nodiscard]] Outcome one(const detail::Inputs<P>& inputs, R& recorder) const {
        Outcome outcome;
        run<1>(inputs, recorder, 0, 1,
               [&](std::size_t, const auto& made, std::size_t) { outcome = made.outcome(0); });
        return outcome;
    }

    /// Evaluates rows, so many side by side.
    template <std::size_t Rows, Recorder R, class Take> void
    run(const detail::Inputs<P>& inputs, R& recorder, std::size_t first, std::size_t count, Take take) const {
        Evaluation<R, Rows>(program_, inputs.columns(), inputs.peers(), recorder).run(first, count, take);
    }

    std::shared_ptr<const Framework> framework_;
    std::shared_ptr<const Norms> norms_;
    P program_;
    AgeMeter meter_;
};

/// What to ask.
using Evaluator = BasicEvaluator<Program>;

} // namespace vermeil
