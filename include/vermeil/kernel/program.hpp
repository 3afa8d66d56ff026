// SPDX-License-Identifier: MIT
#pragma once
// A framework made ready for evaluation: positions and coefficients instead of names.

#include <vermeil/core/observed.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

/// A scale of one straight line: first + rise * (value - from) * per_unit, the product held within its limits.
struct Line {
    double from = 0;
    double per_unit = 0;
    double first = 0;
    double rise = 0;
    /// The limits stand here as data: a compiler turns limits that it knows into branches, a row at a time.
    double nothing = 0, all = 1;
};

/// An indicator with what its cells add up to.
struct Leaf {
    std::size_t measure = 0; ///< position among the framework's measures
    double weight = 0;
    double fewest = 0;        ///< the scale's fewest points
    double most = 0;          ///< the scale's most points
    std::optional<Line> line; ///< the scale, where it is one straight line
    std::array<Policy, state_count> policy{};
    StateSet left_out;  ///< the states that leave denominator and coverage
    StateSet stretched; ///< the states that leave the denominator alone
    StateSet looked_at; ///< the states whose points depend on more than the state

    /// Whether a cell of that state counts in the denominator.
    [[nodiscard]] bool divides(State state) const noexcept {
        const auto named = policy[static_cast<std::size_t>(state)];
        return state == State::present || (named != Policy::leave_out && named != Policy::renormalise);
    }
};

/// How many leaves are told apart by the bits of one byte.
inline constexpr std::size_t leaves_at_once = 8;

/// What a few leaves add up to, for every choice of them: the bits of an index say which are chosen.
struct Choices {
    unsigned all = 0; ///< the bits of all the leaves
    std::array<double, 1U << leaves_at_once> weight{};
    std::array<double, 1U << leaves_at_once> fewest{}; ///< of weight * the fewest points
    std::array<double, 1U << leaves_at_once> most{};   ///< of weight * the most points
};

/// The sums for every choice of some leaves, at most `leaves_at_once`, each in the order of the leaves.
inline Choices choices(std::span<const Leaf> leaves) {
    Choices made;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const auto& leaf = leaves[i];
        const unsigned own = 1U << i;
        for (unsigned others = 0; others < own; ++others) {
            made.weight[own | others] = made.weight[others] + leaf.weight;
            made.fewest[own | others] = made.fewest[others] + leaf.weight * leaf.fewest;
            made.most[own | others] = made.most[others] + leaf.weight * leaf.most;
        }
        made.all |= own;
    }
    return made;
}

/// One step of the walk through the tree.
struct Step {
    /// A group begins, indicators are met, a group ends.
    enum class Kind : std::uint8_t { open, leaves, close } kind;
    std::size_t index;       ///< of the group or of the first leaf
    std::size_t count = 1;   ///< of leaves
    std::size_t choices = 0; ///< position of the leaves' sums
};

/// Whether a limiter's condition holds: unknown while its measure is absent.
enum class Firing : std::uint8_t { no, unknown, yes };

/// What a measure's cells must have to count.
struct Need {
    bool live = true;
    std::uint32_t least_n = 0;
};

/// A limiter with positions instead of names, and its answers instead of its question.
struct LimiterPlan {
    std::size_t measure = 0;
    std::uint8_t band = 0;
    bool sets = false;    ///< the band, whatever it was; else caps it
    double threshold = 0; ///< snapped
    bool below = false;   ///< whether it fires for a value below the threshold
    bool equal = false;   ///< for a value that equals it
    bool above = false;   ///< for a value above it
    StateSet left_out;    ///< the states for which it does not fire; for the others nobody knows
};

/// A framework made ready for evaluation.
///
/// @throws DefinitionError when a weight is not set yet, naming the measure.
class Program {
  public:
    explicit Program(const Framework& framework)
        : framework_(&framework), least_coverage_(snapped(framework.rules().least_coverage)) {
        const auto& rules = framework.rules();
        walk("");
        for (const auto& band : rules.bands) {
            if (band.cut) {
                cuts_.push_back(snapped(*band.cut));
            }
        }
        for (const auto& measure : framework.measures()) {
            needs_.push_back({measure.live, measure.least_n});
        }
        for (const auto& limiter : rules.limiters) {
            limiters_.push_back(plan(framework, limiter));
        }
    }

    [[nodiscard]] const Framework& framework() const noexcept { return *framework_; }
    [[nodiscard]] const Rules& rules() const noexcept { return framework_->rules(); }
    [[nodiscard]] const std::vector<Leaf>& leaves() const noexcept { return leaves_; }
    [[nodiscard]] const std::vector<Step>& steps() const noexcept { return steps_; }
    [[nodiscard]] const std::vector<Choices>& choices_of_leaves() const noexcept { return choices_; }
    [[nodiscard]] const std::vector<LimiterPlan>& limiters() const noexcept { return limiters_; }

    /// What each measure of the framework needs, in their order.
    [[nodiscard]] const std::vector<Need>& needs() const noexcept { return needs_; }

    /// Whether the weight that divides can differ from the weight that is live.
    [[nodiscard]] bool stretches() const noexcept { return stretches_; }

    /// The least coverage for a band, snapped.
    [[nodiscard]] double least_coverage() const noexcept { return least_coverage_; }

    /// The cuts of the bands, snapped, from the highest down.
    [[nodiscard]] const std::vector<double>& cuts() const noexcept { return cuts_; }

  private:
    static Leaf leaf(const Rules& rules, std::size_t index) {
        const auto& indicator = rules.indicators[index];
        const auto* group = detail::find_group(rules, indicator.within);
        const auto aggregate = group != nullptr ? group->aggregate : rules.aggregate;
        if (!indicator.weight && aggregate == Aggregate::mean) {
            throw DefinitionError(indicator.measure.place,
                                  "measure " + quoted(indicator.measure.id) +
                                      " has no weight yet; set one before rating with this framework");
        }
        Leaf made;
        made.measure = index;
        made.weight = indicator.weight.value_or(1);
        const auto [fewest, most] = points_range(indicator.scale);
        made.fewest = fewest;
        made.most = most;
        made.line = line(indicator.scale);
        for (std::size_t s = 1; s < state_count; ++s) {
            const auto state = static_cast<State>(s);
            add_policy(made, state, policy(rules, indicator.measure, state));
        }
        return made;
    }

    /// `zero` binds the provider alone: a measure that somebody else owes keeps its bounds.
    static Policy policy(const Rules& rules, const Measure& measure, State state) {
        const auto named = rules.missing.of(state).policy;
        const bool not_for_it = named == Policy::zero && measure.owed_by != Owner::provider;
        return not_for_it || named == Policy::carry_forward ? Policy::bounds : named;
    }

    static std::optional<Line> line(const Scale& scale) {
        const auto* linear = std::get_if<LinearScale>(&scale);
        if (linear == nullptr || linear->through.size() != 2) {
            return std::nullopt;
        }
        const auto& left = linear->through[0];
        const auto& right = linear->through[1];
        return Line{left.value, 1 / (right.value - left.value), left.points, right.points - left.points};
    }

    static void add_policy(Leaf& leaf, State state, Policy policy) {
        leaf.policy[static_cast<std::size_t>(state)] = policy;
        if (policy == Policy::leave_out) {
            leaf.left_out.add(state);
        } else if (policy == Policy::renormalise) {
            leaf.stretched.add(state);
        } else if (policy != Policy::bounds) {
            leaf.looked_at.add(state);
        }
    }

    static LimiterPlan plan(const Framework& framework, const Limiter& limiter) {
        const auto& rules = framework.rules();
        LimiterPlan made;
        made.measure = framework.position(limiter.when.measure);
        while (rules.bands[made.band].name != limiter.band) {
            ++made.band;
        }
        made.threshold = snapped(limiter.when.threshold);
        made.sets = limiter.effect == Effect::set;
        const auto answer = [&](double value) { return holds({"", limiter.when.comparison, 0}, value); };
        made.below = answer(-1);
        made.equal = answer(0);
        made.above = answer(1);
        for (std::size_t s = 1; s < state_count; ++s) {
            const auto policy = rules.missing.of(static_cast<State>(s)).policy;
            if (policy == Policy::leave_out || policy == Policy::renormalise) {
                made.left_out.add(static_cast<State>(s));
            }
        }
        return made;
    }

    void walk(std::string_view within) {
        const auto& rules = framework_->rules();
        const auto own = leaves_.size();
        for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
            if (rules.indicators[i].within == within) {
                leaves_.push_back(leaf(rules, i));
                stretches_ = stretches_ || !leaves_.back().stretched.empty();
            }
        }
        for (std::size_t i = own; i < leaves_.size(); i += leaves_at_once) {
            const std::size_t count = std::min(leaves_at_once, leaves_.size() - i);
            steps_.push_back({Step::Kind::leaves, i, count, choices_.size()});
            choices_.push_back(choices(std::span(leaves_).subspan(i, count)));
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
    double least_coverage_;
    std::vector<Leaf> leaves_;
    std::vector<Step> steps_;
    std::vector<Choices> choices_;
    std::vector<double> cuts_;
    std::vector<LimiterPlan> limiters_;
    std::vector<Need> needs_;
    bool stretches_ = false;
};

} // namespace vermeil
