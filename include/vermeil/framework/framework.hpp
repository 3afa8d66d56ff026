// SPDX-License-Identifier: MIT
#pragma once
// The rules of one edition, checked and from then on unchanging.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/outcome_checks.hpp>
#include <vermeil/framework/rule_checks.hpp>
#include <vermeil/framework/rules.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The rules of one edition: measures, weights, scales, bands and limiters that fit together.
///
/// @throws DefinitionError at the first thing that cannot stand, with its place.
class Framework {
  public:
    // A template, so that only those compile it who make one of rules.
    explicit Framework(std::same_as<Rules> auto rules) {
        detail::check_edition(rules);
        detail::check_bands(rules);
        detail::check_vocabulary(rules);
        detail::check_measures(rules);
        detail::check_tree(rules);
        detail::check_weights(rules);
        detail::check_limiters(rules);
        detail::check_missing(rules);
        detail::check_peers(rules);
        detail::check_presence(rules);
        detail::check_risk(rules);
        detail::check_outcomes(rules);
        detail::check_watch(rules);
        for (const auto& indicator : rules.indicators) {
            measures_.push_back(indicator.measure);
        }
        for (const auto& fact : rules.facts) {
            measures_.push_back(fact);
        }
        rules_ = std::move(rules);
    }

    [[nodiscard]] const Rules& rules() const noexcept { return rules_; }
    [[nodiscard]] const std::string& id() const noexcept { return rules_.edition.id; }
    [[nodiscard]] const std::string& edition() const noexcept { return rules_.edition.edition; }

    /// What has to be measured: the indicators in the order of the file, then what only limiters ask about.
    [[nodiscard]] const std::vector<Measure>& measures() const noexcept { return measures_; }

    /// The position of a measure among `measures()`.
    /// @throws Error when the framework has no such measure; the message lists those it has.
    [[nodiscard]] std::size_t position(std::string_view measure) const {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < measures_.size(); ++i) {
            if (measures_[i].id == measure) {
                return i;
            }
            names.push_back(measures_[i].id);
        }
        throw Error("the framework has no measure " + quoted(measure) + "; it has " + one_of(names));
    }

    /// Whether it compares services with each other, so that norms are needed to rate one.
    [[nodiscard]] bool is_relative() const noexcept { return detail::compares(rules_); }

    /// The words of a band by position, from the highest score down.
    [[nodiscard]] const std::string& band_name(std::size_t band) const { return rules_.bands.at(band).name; }

  private:
    Rules rules_;
    std::vector<Measure> measures_;
};

} // namespace vermeil
