// SPDX-License-Identifier: MIT
#pragma once
// A framework made ready for evaluation: positions and coefficients instead of names.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <vermeil/core/observed.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>

namespace vermeil {

/// An indicator with the sums that a cell of each state adds to.
struct Leaf {
    std::size_t measure = 0; ///< position among the framework's measures
    double weight = 0;
    double fewest = 0; ///< the scale's fewest points
    double most = 0;   ///< the scale's most points
    /// What an absent cell adds, by state, to the weighted points at the lowest and highest score, to the weight
    /// that divides them, and to the weight that coverage asks about.
    std::array<double, state_count> low{}, high{}, due{}, live{};
    std::array<Policy, state_count> policy{}; ///< `interval` and `zero` look at the cell itself
    bool looks_at_cells = false;              ///< whether any state has such a policy
};

/// One step of the walk through the tree.
struct Step {
    enum class Kind : std::uint8_t { open, leaf, close } kind;
    std::size_t index; ///< of the group or of the leaf
};

/// A limiter with positions instead of names.
struct LimiterPlan {
    std::size_t measure = 0;
    std::size_t band = 0;
};

/// A framework made ready for evaluation.
///
/// @throws DefinitionError when a weight is not set yet, naming the measure.
class Program {
  public:
    explicit Program(const Framework& framework) : framework_(&framework) {
        const auto& rules = framework.rules();
        for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
            leaves_.push_back(leaf(rules, i));
        }
        walk("");
        for (const auto& band : rules.bands) {
            if (band.cut) {
                cuts_.push_back(snapped(*band.cut));
            }
        }
        for (const auto& limiter : rules.limiters) {
            std::size_t band = 0;
            while (rules.bands[band].name != limiter.band) {
                ++band;
            }
            limiters_.push_back({framework.position(limiter.when.measure), band});
        }
    }

    [[nodiscard]] const Framework& framework() const noexcept { return *framework_; }
    [[nodiscard]] const Rules& rules() const noexcept { return framework_->rules(); }
    [[nodiscard]] const std::vector<Leaf>& leaves() const noexcept { return leaves_; }
    [[nodiscard]] const std::vector<Step>& steps() const noexcept { return steps_; }
    [[nodiscard]] const std::vector<LimiterPlan>& limiters() const noexcept { return limiters_; }

    /// The band, from the highest score down, of a snapped score.
    [[nodiscard]] std::size_t band_of(double score) const noexcept {
        std::size_t band = 0;
        for (std::size_t i = 0; i < cuts_.size(); ++i) {
            const bool reached = rules().bands[i].tie == Tie::in ? score >= cuts_[i] : score > cuts_[i];
            band += reached ? 0 : 1;
        }
        return band;
    }

  private:
    static Leaf leaf(const Rules& rules, std::size_t index) {
        const auto& indicator = rules.indicators[index];
        const auto* group = detail::find_group(rules, indicator.within);
        const auto aggregate = group != nullptr ? group->aggregate : rules.aggregate;
        if (!indicator.weight && aggregate == Aggregate::mean) {
            throw DefinitionError(indicator.measure.place, "measure " + quoted(indicator.measure.id) +
                                                               " has no weight yet; set one before rating with this framework");
        }
        Leaf made;
        made.measure = index;
        made.weight = indicator.weight.value_or(1);
        std::tie(made.fewest, made.most) = points_range(indicator.scale);
        for (std::size_t s = 1; s < state_count; ++s) {
            add_policy(made, s, policy(rules, indicator.measure, static_cast<State>(s)));
        }
        return made;
    }

    /// `zero` binds the provider alone: a measure that somebody else owes keeps its bounds.
    static Policy policy(const Rules& rules, const Measure& measure, State state) {
        const auto named = rules.missing.of(state).policy;
        const bool not_for_it = named == Policy::zero && measure.owed_by != Owner::provider;
        return not_for_it || named == Policy::carry_forward ? Policy::bounds : named;
    }

    static void add_policy(Leaf& leaf, std::size_t state, Policy policy) {
        leaf.policy[state] = policy;
        leaf.live[state] = policy == Policy::leave_out ? 0 : leaf.weight;
        leaf.due[state] = policy == Policy::renormalise ? 0 : leaf.live[state];
        if (policy == Policy::bounds) {
            leaf.low[state] = leaf.weight * leaf.fewest;
            leaf.high[state] = leaf.weight * leaf.most;
        }
        leaf.looks_at_cells = leaf.looks_at_cells || policy == Policy::interval || policy == Policy::zero;
    }

    void walk(std::string_view within) {
        const auto& rules = framework_->rules();
        for (std::size_t i = 0; i < leaves_.size(); ++i) {
            if (rules.indicators[i].within == within) {
                steps_.push_back({Step::Kind::leaf, i});
            }
        }
        for (std::size_t i = 0; i < rules.groups.size(); ++i) {
            if (rules.groups[i].within == within) {
                steps_.push_back({Step::Kind::open, i});
                walk(rules.groups[i].id);
                steps_.push_back({Step::Kind::close, i});
            }
        }
    }

    const Framework* framework_;
    std::vector<Leaf> leaves_;
    std::vector<Step> steps_;
    std::vector<double> cuts_;
    std::vector<LimiterPlan> limiters_;
};

} // namespace vermeil
