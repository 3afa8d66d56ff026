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
#include <string>
#include <string_view>
#include <tuple>
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
    std::vector<State> left_out;  ///< the states that leave denominator and coverage
    std::vector<State> stretched; ///< the states that leave the denominator alone
    std::vector<State> looked_at; ///< the states whose points depend on more than the state

    /// Whether a cell of that state counts in the denominator.
    [[nodiscard]] bool divides(State state) const noexcept {
        const auto named = policy[static_cast<std::size_t>(state)];
        return state == State::present || (named != Policy::leave_out && named != Policy::renormalise);
    }
};

/// How many measures are added side by side: memory delivers fastest when few columns are each read far.
inline constexpr std::size_t columns_at_once = 4;

/// One step of the walk through the tree.
struct Step {
    /// A group begins, indicators are met, a group ends.
    enum class Kind : std::uint8_t { open, leaves, close } kind;
    std::size_t index;     ///< of the group or of the first leaf
    std::size_t count = 1; ///< of leaves that are added side by side
};

/// Whether a limiter's condition holds: unknown while its measure is absent.
enum class Firing : std::uint8_t { no, unknown, yes };

/// A limiter with positions instead of names, and its answers instead of its question.
struct LimiterPlan {
    std::size_t measure = 0;
    std::uint8_t band = 0;
    double threshold = 0;                     ///< snapped
    Firing below = Firing::no;                ///< for a value below the threshold
    Firing equal = Firing::no;                ///< for a value that equals it
    Firing above = Firing::no;                ///< for a value above it
    std::array<Firing, state_count> absent{}; ///< for each state without a value
};

/// A framework made ready for evaluation.
///
/// @throws DefinitionError when a weight is not set yet, naming the measure.
class Program {
  public:
    explicit Program(const Framework& framework) : framework_(&framework) {
        const auto& rules = framework.rules();
        walk("");
        for (const auto& band : rules.bands) {
            if (band.cut) {
                cuts_.push_back(snapped(*band.cut));
            }
        }
        for (const auto& limiter : rules.limiters) {
            limiters_.push_back(plan(framework, limiter));
        }
    }

    [[nodiscard]] const Framework& framework() const noexcept { return *framework_; }
    [[nodiscard]] const Rules& rules() const noexcept { return framework_->rules(); }
    [[nodiscard]] const std::vector<Leaf>& leaves() const noexcept { return leaves_; }
    [[nodiscard]] const std::vector<Step>& steps() const noexcept { return steps_; }
    [[nodiscard]] const std::vector<LimiterPlan>& limiters() const noexcept { return limiters_; }

    /// Whether the weight that divides can differ from the weight that is live.
    [[nodiscard]] bool stretches() const noexcept { return stretches_; }

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
        std::tie(made.fewest, made.most) = points_range(indicator.scale);
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
            leaf.left_out.push_back(state);
        } else if (policy == Policy::renormalise) {
            leaf.stretched.push_back(state);
        } else if (policy != Policy::bounds) {
            leaf.looked_at.push_back(state);
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
        const auto answer = [&](double value) {
            return holds({"", limiter.when.comparison, 0}, value) ? Firing::yes : Firing::no;
        };
        made.below = answer(-1);
        made.equal = answer(0);
        made.above = answer(1);
        for (std::size_t s = 1; s < state_count; ++s) {
            const auto policy = rules.missing.of(static_cast<State>(s)).policy;
            const bool left_out = policy == Policy::leave_out || policy == Policy::renormalise;
            made.absent[s] = left_out ? Firing::no : Firing::unknown;
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
        for (std::size_t i = own; i < leaves_.size(); i += columns_at_once) {
            steps_.push_back({Step::Kind::leaves, i, std::min(columns_at_once, leaves_.size() - i)});
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
    bool stretches_ = false;
};

} // namespace vermeil
