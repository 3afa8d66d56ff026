// SPDX-License-Identifier: MIT
#pragma once
// What in a framework deserves a second look before a committee approves it.

#include <vermeil/kernel/fit.hpp>
#include <vermeil/trust/lint_absence.hpp>
#include <vermeil/trust/lint_acceptance.hpp>
#include <vermeil/trust/lint_band.hpp>
#include <vermeil/trust/lint_band_overlap.hpp>
#include <vermeil/trust/lint_better.hpp>
#include <vermeil/trust/lint_cliff.hpp>
#include <vermeil/trust/lint_decay.hpp>
#include <vermeil/trust/lint_edition.hpp>
#include <vermeil/trust/lint_gap.hpp>
#include <vermeil/trust/lint_limiter.hpp>
#include <vermeil/trust/lint_omission.hpp>
#include <vermeil/trust/lint_reporting.hpp>
#include <vermeil/trust/lint_scale.hpp>
#include <vermeil/trust/lint_source.hpp>
#include <vermeil/trust/lint_weight.hpp>
#include <vermeil/trust/named_witness.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <tuple>
#include <vector>

namespace vermeil {

namespace detail {

/// One family of checks.
struct LintCheck {
    void (*look)(const LintSubject&);
    bool needs_trial;
};

/// All families of checks; what is accepted is looked at last.
inline constexpr std::array<LintCheck, 16> lint_checks{{
    {lint_edition, false},
    {lint_overlaps, false},
    {lint_weights, false},
    {lint_absence, false},
    {lint_omission, true},
    {lint_scales, false},
    {lint_cliffs, true},
    {lint_reporting, false},
    {lint_sources, false},
    {lint_grid, false},
    {lint_bands, true},
    {lint_band_overlaps, true},
    {lint_gaps, true},
    {lint_limiters, false},
    {lint_better, true},
    {lint_decay, false},
}};

/// A trial; null where a weight is not agreed, or where services are compared and no table says with whom.
inline std::unique_ptr<const Trial> trial_of(const Framework& framework, const MeasureTable* measures) {
    const auto& rules = framework.rules();
    const bool undecided =
        std::any_of(rules.indicators.begin(), rules.indicators.end(), [&](const auto& each) {
            return !each.weight && !each.weighed_by && is_mean(aggregate_around(rules, each));
        });
    if (undecided || (framework.is_relative() && measures == nullptr)) {
        return nullptr;
    }
    auto norms = framework.is_relative() ? fit(framework, *measures) : Norms();
    return std::make_unique<const Trial>(framework, std::move(norms), measures);
}

/// Every check that what is given allows.
inline void look_at(const LintSubject& about) {
    for (const auto& check : lint_checks) {
        if (about.trial != nullptr || !check.needs_trial) {
            check.look(about);
        }
    }
    lint_accepted(about);
}

inline std::vector<Finding> lint(const Framework& framework, const MeasureTable* measures,
                                 std::span<const Framework> others) {
    std::vector<Finding> findings;
    const auto trial = trial_of(framework, measures);
    look_at({framework, framework.rules(), others, measures, trial.get(), findings});
    if (measures != nullptr) {
        put_names(*measures, findings);
    }
    return findings;
}

} // namespace detail

/// What deserves a second look, in the order of the checks; empty where nothing does. Many findings come with the inputs
/// that show them, which were found by rating made-up services.
///
/// With other editions it is also seen whether they overlap this one. A framework that compares services with each other is
/// read and not tried: for that a table of measures has to say with whom. The search is bounded: in a release build it takes
/// well under a second for 34 measures, and about one for 200.
inline std::vector<Finding> lint(const Framework& framework, std::span<const Framework> others = {}) {
    return detail::lint(framework, nullptr, others);
}

/// The same with the measures of a market, which tell which weights never count, on how many answers shares rest, and how
/// the services of the table fare.
/// @throws Error when a live measure has no column.
inline std::vector<Finding> lint(const Framework& framework, const MeasureTable& measures,
                                 std::span<const Framework> others = {}) {
    return detail::lint(framework, &measures, others);
}

} // namespace vermeil
