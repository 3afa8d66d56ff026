// SPDX-License-Identifier: MIT
#pragma once
// A framework made ready for evaluation: positions and coefficients instead of names.

#include <vermeil/core/observed.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/question.hpp>

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
    double factor = 0;        ///< of the points: the weight; 1 in a minimum or maximum
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
    std::array<double, 1U << leaves_at_once> fewest{}; ///< of factor * the fewest points
    std::array<double, 1U << leaves_at_once> most{};   ///< of factor * the most points
};

/// The sums for every choice of some leaves, at most `leaves_at_once`, each in the order of the leaves.
inline Choices choices(std::span<const Leaf> leaves) {
    Choices made;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const auto& leaf = leaves[i];
        const unsigned own = 1U << i;
        for (unsigned others = 0; others < own; ++others) {
            made.weight[own | others] = made.weight[others] + leaf.weight;
            made.fewest[own | others] = made.fewest[others] + leaf.factor * leaf.fewest;
            made.most[own | others] = made.most[others] + leaf.factor * leaf.most;
        }
        made.all |= own;
    }
    return made;
}

/// One step of the walk through the tree.
struct Step {
    /// A group begins, indicators are met, a group ends.
    enum class Kind : std::uint8_t { open, leaves, close } kind;
    std::size_t index; ///< of the group or of the first leaf
    Aggregate
        aggregate; ///< of the node that begins, of the leaves' node, of the parent of the node that ends
    std::size_t count = 1;   ///< of leaves
    std::size_t choices = 0; ///< position of the leaves' sums
};

/// Whether a limiter's condition holds: unknown while what it asks about is absent.
enum class Firing : std::uint8_t { no, unknown, yes };

/// What a measure's cells must have to count.
struct Need {
    bool live = true;
    std::uint32_t least_n = 0;
};

/// A limiter with positions instead of names: first so many bands up and down, then held between two bands.
struct LimiterPlan {
    Question when;
    std::uint8_t up = 0, down = 0;
    std::uint8_t best = 0, worst = 0;
    bool sets = false;      ///< the band, whatever it was
    bool withholds = false; ///< every band
};

/// A framework made ready for evaluation.
///
/// @throws DefinitionError when a weight is not set yet, naming the measure.
class Program {
  public:
    explicit Program(const Framework& framework)
        : framework_(&framework), least_coverage_(snapped(framework.rules().least_coverage)) {
        const auto& rules = framework.rules();
        Questions questions(framework);
        for (const auto& band : rules.bands) {
            if (band.cut) {
                cuts_.push_back(snapped(*band.cut));
            }
            asks_bands_ = asks_bands_ || band.when;
        }
        for (std::size_t i = 0; asks_bands_ && i + 1 < rules.bands.size(); ++i) {
            const auto& band = rules.bands[i];
            bands_.push_back(band.when ? questions.made(*band.when) : Questions::cut(band));
        }
        for (const auto& measure : framework.measures()) {
            needs_.push_back({measure.live, measure.least_n});
        }
        for (const auto& limiter : rules.limiters) {
            limiters_.push_back(plan(questions, rules, limiter));
        }
        for (std::size_t i = 1; i < state_count; ++i) {
            const auto state = static_cast<State>(i);
            const auto policy = rules.missing.of(state).policy;
            if (policy == Policy::leave_out || policy == Policy::renormalise) {
                not_asked_.add(state);
            }
        }
        kept_ = questions.kept();
        kept_.resize(rules.groups.size());
        kept_count_ = questions.kept_count();
        walk("", rules.aggregate);
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

    /// A question for each band but the last, from the highest down, where any band has a condition; else none.
    [[nodiscard]] const std::vector<Question>& bands() const noexcept { return bands_; }

    /// The states of a measure that let every comparison with it fail; the other absent ones leave it open.
    [[nodiscard]] StateSet not_asked() const noexcept { return not_asked_; }

    /// Where the score of each group is kept for questions, in the order of the rules' groups.
    [[nodiscard]] const std::vector<std::optional<std::size_t>>& kept() const noexcept { return kept_; }
    [[nodiscard]] std::size_t kept_count() const noexcept { return kept_count_; }

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
        made.factor = is_extreme(aggregate) ? 1 : made.weight;
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

    static LimiterPlan plan(Questions& questions, const Rules& rules, const Limiter& limiter) {
        LimiterPlan made;
        made.when = questions.made(limiter.when);
        made.worst = static_cast<std::uint8_t>(rules.bands.size() - 1);
        made.sets = limiter.effect == Effect::set;
        made.withholds = limiter.effect == Effect::withhold;
        const auto steps = static_cast<std::uint8_t>(limiter.steps);
        made.up = limiter.effect == Effect::up ? steps : std::uint8_t{0};
        made.down = limiter.effect == Effect::down ? steps : std::uint8_t{0};
        if (names_band(limiter.effect)) {
            std::uint8_t band = 0;
            while (rules.bands[band].name != limiter.band) {
                ++band;
            }
            made.best = limiter.effect == Effect::floor ? made.best : band;
            made.worst = limiter.effect == Effect::cap ? made.worst : band;
        }
        return made;
    }

    /// Leaves of a mean or a sum are added together; those of an extreme are looked at one by one.
    void walk(std::string_view within, Aggregate aggregate) {
        const auto& rules = framework_->rules();
        const auto own = leaves_.size();
        for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
            if (rules.indicators[i].within == within) {
                leaves_.push_back(leaf(rules, i));
                stretches_ = stretches_ || !leaves_.back().stretched.empty();
            }
        }
        const std::size_t at_once = is_extreme(aggregate) ? 1 : leaves_at_once;
        for (std::size_t i = own; i < leaves_.size(); i += at_once) {
            const std::size_t count = std::min(at_once, leaves_.size() - i);
            steps_.push_back({Step::Kind::leaves, i, aggregate, count, choices_.size()});
            choices_.push_back(choices(std::span(leaves_).subspan(i, count)));
        }
        for (std::size_t i = 0; i < rules.groups.size(); ++i) {
            const auto& group = rules.groups[i];
            if (group.within == within) {
                steps_.push_back({Step::Kind::open, i, group.aggregate});
                walk(group.id, group.aggregate);
                steps_.push_back({Step::Kind::close, i, aggregate});
            }
        }
    }

    const Framework* framework_;
    double least_coverage_;
    std::vector<Leaf> leaves_;
    std::vector<Step> steps_;
    std::vector<Choices> choices_;
    std::vector<double> cuts_;
    std::vector<Question> bands_;
    bool asks_bands_ = false;
    StateSet not_asked_;
    std::vector<std::optional<std::size_t>> kept_;
    std::size_t kept_count_ = 0;
    std::vector<LimiterPlan> limiters_;
    std::vector<Need> needs_;
    bool stretches_ = false;
};

} // namespace vermeil
