// SPDX-License-Identifier: MIT
#pragma once
// A framework made ready for evaluation: positions and coefficients instead of names.

#include <vermeil/core/observed.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/group_plan.hpp>
#include <vermeil/kernel/leaf.hpp>
#include <vermeil/kernel/limiter_plan.hpp>
#include <vermeil/kernel/question.hpp>
#include <vermeil/kernel/resolved.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

/// One step of the walk through the tree.
struct Step {
    /// A group begins, indicators are met, a group ends.
    enum class Kind : std::uint8_t { open, leaves, close } kind;
    std::size_t index; ///< of the group or of the first leaf
    Aggregate
        aggregate; ///< of the node that begins, of the leaves' node, of the parent of the node that ends
    std::size_t count = 1;     ///< of leaves
    std::size_t choices = 0;   ///< position of the leaves' sums
    std::uint8_t required = 0; ///< the bits of the leaves that their node requires
};

/// What a measure's cells must have to count.
struct Need {
    bool live = true;
    std::uint32_t least_n = 0;
};

/// A framework made ready for evaluation, with the norms of what depends on other services.
///
/// @throws DefinitionError when a weight is not set yet, naming the measure.
/// @throws Error when a norm is needed and not there. With `Fitting::under_way` nothing is missed: what has no norms yet
/// may be anything.
class Program {
  public:
    explicit Program(const Framework& framework, const Norms& norms = {}, Fitting fitting = Fitting::done)
        : framework_(&framework), least_coverage_(snapped(framework.rules().least_coverage)) {
        const auto& rules = framework.rules();
        Questions questions(framework);
        for (const auto& band : rules.bands) {
            asks_bands_ = asks_bands_ || band.when;
        }
        for (std::size_t i = 0; asks_bands_ && i + 1 < rules.bands.size(); ++i) {
            const auto& band = rules.bands[i];
            bands_.push_back(band.when ? questions.made(*band.when) : Questions::cut(band));
        }
        for (const auto& measure : framework.measures()) {
            needs_.push_back({measure.live, measure.asked_n()});
        }
        for (const auto& limiter : rules.limiters) {
            limiters_.push_back(limiter_plan(questions, rules, limiter));
        }
        for (std::size_t i = 1; i < state_count; ++i) {
            const auto state = static_cast<State>(i);
            const auto policy = rules.missing.of(state).policy;
            if (policy == Policy::leave_out || policy == Policy::renormalise) {
                not_asked_.add(state);
            }
        }
        Resolved resolved(framework, norms, fitting);
        cuts_ = resolved.cuts();
        needed_ = needed(rules.presence);
        groups_.resize(rules.groups.size());
        kept_ = questions.kept();
        kept_.resize(rules.groups.size());
        kept_count_ = questions.kept_count();
        walk(resolved, "", rules.aggregate, rules.presence);
        peers_ = resolved.peers();
        for (const auto& group : groups_) {
            counts_members_ = counts_members_ || group.needed.asks();
        }
        counts_members_ = counts_members_ || needed_.asks() || rules.cuts.by_members;
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

    /// The cuts of the bands, snapped, from the highest down, for all services or for each group of peers.
    [[nodiscard]] const ByPeers<std::vector<double>>& cuts() const noexcept { return cuts_; }

    /// The groups of peers that its norms know.
    [[nodiscard]] const std::vector<PeerGroups>& peers() const noexcept { return peers_; }

    /// The groups in the order of the rules.
    [[nodiscard]] const std::vector<GroupPlan>& groups() const noexcept { return groups_; }

    /// The members that the whole needs.
    [[nodiscard]] const Needed& needed() const noexcept { return needed_; }

    /// Whether it matters how many members of a node have data.
    [[nodiscard]] bool counts_members() const noexcept { return counts_members_; }

    /// A question for each band but the last, from the highest down, where any band has a condition; else none.
    [[nodiscard]] const std::vector<Question>& bands() const noexcept { return bands_; }

    /// The states of a measure that let every comparison with it fail; the other absent ones leave it open.
    [[nodiscard]] StateSet not_asked() const noexcept { return not_asked_; }

    /// Where the score of each group is kept for questions, in the order of the rules' groups.
    [[nodiscard]] const std::vector<std::optional<std::size_t>>& kept() const noexcept { return kept_; }
    [[nodiscard]] std::size_t kept_count() const noexcept { return kept_count_; }

  private:
    static Needed needed(const Presence& presence) {
        return {presence.least_members, static_cast<std::uint32_t>(presence.required.size())};
    }

    static Leaf leaf(Resolved& resolved, const Rules& rules, std::size_t index) {
        const auto& indicator = rules.indicators[index];
        const auto* group = detail::find_group(rules, indicator.within);
        const auto aggregate = group != nullptr ? group->aggregate : rules.aggregate;
        if (!indicator.weight && is_mean(aggregate)) {
            throw DefinitionError(indicator.measure.place,
                                  "measure " + quoted(indicator.measure.id) +
                                      " has no weight yet; set one before rating with this framework");
        }
        Leaf made;
        made.measure = index;
        made.weight = indicator.weight.value_or(1);
        made.factor = is_extreme(aggregate) ? 1 : made.weight;
        made.logarithms = aggregate == Aggregate::geometric;
        made.scales = resolved.scales(indicator);
        made.means = resolved.means(indicator.measure);
        const auto range = range_of(made.scales);
        made.fewest = range.fewest;
        made.most = range.most;
        if (!made.scales.splits() && !made.logarithms) {
            made.line = line(made.scales.each.front());
        }
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
        if (linear == nullptr || linear->through.size() != 2 || linear->logarithmic) {
            return std::nullopt;
        }
        const auto& left = linear->through[0];
        const auto& right = linear->through[1];
        Line made{left.value, 1 / (right.value - left.value), left.points, right.points - left.points};
        if (linear->goes_on) {
            made.all = std::numeric_limits<double>::infinity();
            made.nothing = -made.all;
        }
        return made;
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

    static bool requires_member(const Presence& presence, std::string_view id) {
        return std::find(presence.required.begin(), presence.required.end(), id) != presence.required.end();
    }

    /// Leaves of a mean or a sum are added together; those of an extreme are looked at one by one.
    void add_leaf_steps(std::size_t own, Aggregate aggregate, const Presence& presence) {
        const std::size_t at_once = is_extreme(aggregate) ? 1 : leaves_at_once;
        for (std::size_t i = own; i < leaves_.size(); i += at_once) {
            const std::size_t count = std::min(at_once, leaves_.size() - i);
            Step step{Step::Kind::leaves, i, aggregate, count, choices_.size()};
            for (std::size_t bit = 0; bit < count; ++bit) {
                const auto& measure = framework_->measures()[leaves_[i + bit].measure];
                const unsigned bits = requires_member(presence, measure.id) ? 1U << bit : 0U;
                step.required = static_cast<std::uint8_t>(step.required | bits);
            }
            steps_.push_back(step);
            choices_.push_back(choices(std::span(leaves_).subspan(i, count)));
        }
    }

    /// Walks through a node and says what its score can be.
    PointsRange walk(Resolved& resolved, std::string_view within, Aggregate aggregate,
                     const Presence& presence) {
        const auto& rules = framework_->rules();
        const auto own = leaves_.size();
        const bool sums = aggregate == Aggregate::sum;
        PointsRange range;
        bool first = true;
        for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
            if (rules.indicators[i].within == within) {
                const auto& made = leaves_.emplace_back(leaf(resolved, rules, i));
                stretches_ = stretches_ || !made.stretched.empty();
                widen(range, first, sums, made.weight, {made.fewest, made.most});
                first = false;
            }
        }
        add_leaf_steps(own, aggregate, presence);
        for (std::size_t i = 0; i < rules.groups.size(); ++i) {
            if (rules.groups[i].within == within) {
                enter(resolved, i, aggregate, presence);
                widen(range, first, sums, groups_[i].weight, groups_[i].range);
                first = false;
            }
        }
        return range;
    }

    /// Walks through a group.
    void enter(Resolved& resolved, std::size_t index, Aggregate parent, const Presence& presence) {
        const auto& group = framework_->rules().groups[index];
        GroupPlan plan;
        plan.aggregate = group.aggregate;
        plan.parent = parent;
        plan.weight = group.weight.value_or(1);
        plan.required = requires_member(presence, group.id);
        plan.rounding = group.rounding;
        plan.scales = resolved.scales(group);
        plan.needed = needed(group.presence);
        plan.without = framework_->rules().missing.of(State::too_few).policy;
        plan.merges = !group.weight && !group.rounding && group.aggregate == Aggregate::mean &&
                      !plan.finishes() && !is_extreme(parent) && parent != Aggregate::geometric;
        stretches_ = stretches_ || (plan.needed.asks() && plan.without == Policy::renormalise);
        steps_.push_back({Step::Kind::open, index, group.aggregate});
        plan.range = walk(resolved, group.id, group.aggregate, group.presence);
        plan.range = plan.scales.each.empty() ? plan.range : range_of(plan.scales);
        steps_.push_back({Step::Kind::close, index, parent});
        groups_[index] = std::move(plan);
    }

    const Framework* framework_;
    std::vector<PeerGroups> peers_;
    double least_coverage_;
    std::vector<Leaf> leaves_;
    std::vector<Step> steps_;
    std::vector<Choices> choices_;
    ByPeers<std::vector<double>> cuts_;
    std::vector<GroupPlan> groups_;
    Needed needed_;
    bool counts_members_ = false;
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
