// SPDX-License-Identifier: MIT
#pragma once
// A framework made ready for evaluation: positions and coefficients instead of names.

#include <vermeil/core/observed.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/band_plan.hpp>
#include <vermeil/kernel/group_plan.hpp>
#include <vermeil/kernel/leaf.hpp>
#include <vermeil/kernel/leaf_maker.hpp>
#include <vermeil/kernel/limiter_plan.hpp>
#include <vermeil/kernel/line_terms.hpp>
#include <vermeil/kernel/question.hpp>
#include <vermeil/kernel/resolved.hpp>
#include <vermeil/kernel/step.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

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
template <std::same_as<Framework> F> class BasicProgram {
  public:
    explicit BasicProgram(const F& framework, const Norms& norms = {}, Fitting fitting = Fitting::done)
        : framework_(&framework), least_coverage_(snapped(framework.rules().least_coverage)) {
        const auto& rules = framework.rules();
        Questions questions(framework);
        for (const auto& band : rules.bands) {
            asks_bands_ = asks_bands_ || band.when;
        }
        for (std::size_t i = 0; asks_bands_ && i + 1 < rules.bands.size(); ++i) {
            const auto& band = rules.bands[i];
            bands_.push_back(band.when ? questions.made(*band.when)
                                       : questions.cut(band, {Subject::Kind::whole, ""}));
        }
        for (const auto& measure : framework.measures()) {
            needs_.push_back({measure.live, measure.asked_n()});
        }
        for (const auto& limiter : rules.limiters) {
            limiters_.push_back(limiter_plan(questions, rules.bands, limiter));
        }
        find_not_asked();
        Resolved resolved(framework, norms, fitting);
        cuts_ = resolved.cuts();
        needed_ = needed(rules.presence);
        groups_.resize(rules.groups.size());
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            groups_[i].rules = detail::band_plan(questions, resolved, rules, i);
        }
        gather_members(questions);
        kept_ = questions.kept();
        kept_.resize(rules.groups.size());
        kept_count_ = questions.kept_count();
        walk(resolved, "", rules.aggregate, rules.presence, members_);
        peers_ = resolved.peers();
        asks_for_presence_ = questions.asks_for_presence();
        counts_members_ = fitting == Fitting::under_way || asks_for_presence_ || needed_.asks() ||
                          rules.cuts.by_members; // who are peers may depend on it
        for (const auto& group : rules.groups) {
            counts_members_ = counts_members_ || group.presence.asks() || group.cuts.by_members ||
                              (group.relative && group.relative->by_members);
        }
    }

    [[nodiscard]] const Framework& framework() const noexcept { return *framework_; }
    [[nodiscard]] const Rules& rules() const noexcept { return framework_->rules(); }
    [[nodiscard]] const std::vector<Leaf>& leaves() const noexcept { return leaves_; }
    [[nodiscard]] const std::vector<Step>& steps() const noexcept { return steps_; }
    [[nodiscard]] const std::vector<Choices>& choices_of_leaves() const noexcept { return choices_; }
    /// What the cells of each step's leaves add where all of them are lines, at the position of its sums.
    [[nodiscard]] const std::vector<LinesOfStep>& lines() const noexcept { return lines_; }
    [[nodiscard]] const std::vector<LimiterPlan>& limiters() const noexcept { return limiters_; }

    /// A question for each prompt, in the order of the file.
    [[nodiscard]] const std::vector<Question>& prompts() const noexcept { return prompts_; }

    /// What each measure of the framework needs, in their order.
    [[nodiscard]] const std::vector<Need>& needs() const noexcept { return needs_; }

    /// Whether the weight that divides can differ from the weight that is live.
    [[nodiscard]] bool stretches() const noexcept { return stretches_; }

    /// Whether any weight is that of the row, and may not be known.
    [[nodiscard]] bool weighs() const noexcept { return weighs_; }

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

    /// The members of the whole, where it looks at them one after the other.
    [[nodiscard]] const Gathering& members() const noexcept { return members_; }
    /// Whether a question asks how many members of a node have data, or how much of its weight.
    [[nodiscard]] bool asks_for_presence() const noexcept { return asks_for_presence_; }

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

    void find_not_asked() {
        for (std::size_t i = 1; i < state_count; ++i) {
            const auto state = static_cast<State>(i);
            const auto policy = rules().missing.of(state).policy;
            if (policy == Policy::leave_out || policy == Policy::renormalise) {
                not_asked_.add(state);
            }
        }
    }

    /// Notes the members of the nodes that look at them one after the other, and what prompts ask.
    void gather_members(Questions& questions) {
        prompts_ = questions.made_of(rules().prompts);
        const auto gather = [&](const std::string& node, Aggregate aggregate, const MemberTest& where) {
            Gathering made;
            if (aggregate == Aggregate::count) {
                made.tally = questions.tally(node, where);
            }
            for (std::size_t i = 0; aggregate == Aggregate::spread && i < groups_.size(); ++i) {
                if (rules().groups[i].within == node) {
                    made.groups.push_back(questions.keep(i));
                }
            }
            return made;
        };
        members_ = gather("", rules().aggregate, rules().where);
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            const auto& group = rules().groups[i];
            groups_[i].members = gather(group.id, group.aggregate, group.where);
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
            lines_.push_back(line_terms(std::span(leaves_).subspan(i, count), aggregate));
        }
    }

    /// A leaf whose weight is the row's is met by itself, with sums of its own that a step adds to those of its node.
    void add_weighed_steps(std::size_t own, Aggregate aggregate, const Presence& presence) {
        for (std::size_t i = own; i < leaves_.size(); ++i) {
            const auto& measure = framework_->measures()[leaves_[i].measure];
            Step step{Step::Kind::weighed, i, aggregate, 1, choices_.size()};
            step.required = requires_member(presence, measure.id) ? 1 : 0;
            steps_.push_back(step);
            choices_.push_back(choices(std::span(leaves_).subspan(i, 1)));
            lines_.emplace_back();
            weighs_ = true;
        }
    }

    /// Walks through a node and says what its score can be.
    PointsRange walk(auto& resolved, std::string_view within, Aggregate aggregate, const Presence& presence,
                     Gathering& members) {
        const auto& rules = framework_->rules();
        const auto own = leaves_.size();
        PointsRange range;
        std::size_t count = 0;
        const auto add_leaves = [&](bool weighed) {
            for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
                if (rules.indicators[i].within == within &&
                    rules.indicators[i].weighed_by.has_value() == weighed) {
                    const auto& made = leaves_.emplace_back(detail::made_leaf(resolved, *framework_, i));
                    stretches_ = stretches_ || !made.stretched.empty();
                    widen(range, count++ == 0, aggregate, weighed ? detail::largest_number : made.weight,
                          {made.fewest, made.most});
                    members.leaves.push_back(leaves_.size() - 1);
                }
            }
        };
        add_leaves(false);
        add_leaf_steps(own, aggregate, presence);
        const auto weighed = leaves_.size();
        add_leaves(true);
        add_weighed_steps(weighed, aggregate, presence);
        for (std::size_t i = 0; i < rules.groups.size(); ++i) {
            if (rules.groups[i].within == within) {
                enter(resolved, i, aggregate, presence);
                const bool fixed = !groups_[i].weighed_by;
                widen(range, count++ == 0, aggregate, fixed ? groups_[i].weight : detail::largest_number,
                      groups_[i].counted());
            }
        }
        return gathered(range, aggregate, count);
    }

    /// Walks through a group.
    void enter(auto& resolved, std::size_t index, Aggregate parent, const Presence& presence) {
        const auto& group = framework_->rules().groups[index];
        auto& plan = groups_[index];
        plan.aggregate = group.aggregate;
        plan.parent = parent;
        plan.weight = group.weight.value_or(1);
        plan.weighed_by = weight_plan(*framework_, group.weighed_by);
        weighs_ = weighs_ || plan.weighed_by;
        plan.required = requires_member(presence, group.id);
        plan.rounding = group.rounding;
        plan.scales = resolved.scales(group);
        plan.needed = needed(group.presence);
        plan.without = framework_->rules().missing.of(State::too_few).policy;
        plan.merges = !group.weight && !plan.weighed_by && !group.rounding &&
                      group.aggregate == Aggregate::mean && !plan.is_own() &&
                      (parent == Aggregate::mean || parent == Aggregate::sum);
        stretches_ = stretches_ || (plan.needed.asks() && plan.without == Policy::renormalise);
        const auto opening = steps_.size();
        steps_.push_back({Step::Kind::open, index, group.aggregate});
        const auto range = walk(resolved, group.id, group.aggregate, group.presence, plan.members);
        plan.range = plan.scales.each.empty() ? range : range_of(plan.scales);
        steps_.push_back({Step::Kind::close, index, parent});
        // Another step within would be added to the first before both are added to the parent: another rounding.
        const bool one_step = opening + 3 == steps_.size() && steps_[opening + 1].kind == Step::Kind::leaves;
        steps_[opening].passes = steps_.back().passes = plan.merges && one_step && !kept_[index];
        steps_[opening].whole = one_step && !kept_[index] && plan.is_plain();
    }

    const Framework* framework_;
    std::vector<PeerGroups> peers_;
    double least_coverage_;
    std::vector<Leaf> leaves_;
    std::vector<Step> steps_;
    std::vector<Choices> choices_;
    std::vector<LinesOfStep> lines_;
    ByPeers<std::vector<double>> cuts_;
    std::vector<GroupPlan> groups_;
    Needed needed_;
    Gathering members_;
    bool asks_for_presence_ = false, counts_members_ = false;
    std::vector<Question> bands_;
    bool asks_bands_ = false;
    StateSet not_asked_;
    std::vector<std::optional<std::size_t>> kept_;
    std::size_t kept_count_ = 0;
    std::vector<LimiterPlan> limiters_;
    std::vector<Question> prompts_;
    std::vector<Need> needs_;
    bool stretches_ = false, weighs_ = false;
};

/// A framework made ready for evaluation.
using Program = BasicProgram<Framework>;

} // namespace vermeil
