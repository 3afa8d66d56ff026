// SPDX-License-Identifier: MIT
// What a framework is made into: one step after another, with a coefficient for every state.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/program.hpp>

#include <cstddef>
#include <vector>

using vermeil::Policy;
using vermeil::State;

namespace {

std::size_t at(State state) { return static_cast<std::size_t>(state); }

/// A measure in the inner group, one in the outer, one outside, listed from the inside out.
vermeil::Framework nested() {
    auto rules = small::rules({small::share("inner", 1), small::share("outer", 2), small::share("root", 3)});
    rules.groups = {{"out", "", "", vermeil::Aggregate::mean, {}, {}},
                    {"in", "", "out", vermeil::Aggregate::mean, 5.0, {}}};
    rules.indicators[0].within = "in";
    rules.indicators[1].within = "out";
    return vermeil::Framework(rules);
}

} // namespace

TEST_CASE("the walk takes a node's measures first, then its groups") {
    const auto trace = vermeil::Evaluator(nested()).explain(std::vector(3, small::present(1)));
    std::vector<std::size_t> measures;
    for (const auto& step : trace.indicators) {
        measures.push_back(step.indicator);
    }
    CHECK(measures == std::vector<std::size_t>{2, 1, 0});
    CHECK(trace.groups.at(0).group == 1); // a group is finished before the one around it
    CHECK(trace.groups.at(1).group == 0);
}

TEST_CASE("a weight that is not set is named with its place") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.indicators[1].weight.reset();
    const vermeil::Framework framework(rules);
    CHECK_THROWS_AS(vermeil::Program(framework), vermeil::DefinitionError);
    CHECK_THROWS_WITH(vermeil::Program(framework),
                      "file:9:1: measure 'b' has no weight yet; set one before rating with this framework");
}

TEST_CASE("where points are summed a measure without a weight counts once") {
    auto rules = small::rules({small::share("a", 2)});
    rules.indicators[0].weight.reset();
    rules.aggregate = vermeil::Aggregate::sum;
    const vermeil::Framework framework(rules);
    CHECK(vermeil::Program(framework).leaves()[0].weight == 1);
}

TEST_CASE("the aggregate of its own node decides whether a measure needs a weight") {
    auto rules = small::rules({small::share("a", 2)});
    rules.groups = {{"sum", "", "", vermeil::Aggregate::sum, 1.0, {}}};
    rules.indicators[0].within = "sum";
    rules.indicators[0].weight.reset();
    const vermeil::Framework framework(rules);
    CHECK_NOTHROW(vermeil::Program(framework));
}

TEST_CASE("each policy says whether an absent cell divides, and which states need a look") {
    auto rules = small::rules({small::share("a", 2)});
    rules.missing.of(State::suppressed).policy = Policy::renormalise;
    rules.missing.of(State::too_few).policy = Policy::interval;
    const vermeil::Framework framework(rules);
    const vermeil::Program program(framework);
    const auto& leaf = program.leaves()[0];
    CHECK(leaf.divides(State::present));
    CHECK(leaf.divides(State::unknown));
    CHECK_FALSE(leaf.divides(State::not_applicable));
    CHECK_FALSE(leaf.divides(State::suppressed));
    CHECK(leaf.left_out == vermeil::StateSet{State::not_applicable, State::not_yet_live});
    CHECK(leaf.stretched == vermeil::StateSet{State::suppressed});
    CHECK(leaf.looked_at == vermeil::StateSet{State::too_few});
    CHECK(leaf.fewest == 0);
    CHECK(leaf.most == 100);
    CHECK(program.stretches());
}

TEST_CASE("only a scale of one straight line is a line") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.indicators[1].scale = vermeil::LinearScale{{{0, 0}, {0.5, 80}, {1, 100}}};
    const vermeil::Framework framework(rules);
    const vermeil::Program program(framework);
    CHECK(program.leaves()[0].line.has_value());
    CHECK_FALSE(program.leaves()[1].line.has_value());
    CHECK_FALSE(program.stretches());
}

TEST_CASE("a value beyond its greatest age is bounded, and zero binds the provider alone") {
    auto rules = small::rules({small::share("council's", 1), small::share("provider's", 1)});
    rules.indicators[1].measure.owed_by = vermeil::Owner::provider;
    rules.missing.of(State::unknown) = {Policy::carry_forward, "", 2};
    rules.missing.of(State::not_submitted) = {Policy::zero, "12.3", 0};
    const vermeil::Framework framework(rules);
    const vermeil::Program program(framework);
    CHECK(program.leaves()[0].policy[at(State::unknown)] == Policy::bounds);
    CHECK(program.leaves()[0].policy[at(State::not_submitted)] == Policy::bounds);
    CHECK(program.leaves()[1].policy[at(State::not_submitted)] == Policy::zero);
}

TEST_CASE("cuts are snapped, from the highest down") {
    auto rules = small::three_measures();
    rules.bands[0].cut = 80 + 1e-11;
    const vermeil::Framework framework(rules);
    CHECK(vermeil::Program(framework).cuts().each.at(0) == std::vector<double>{80, 65});
}

TEST_CASE("every choice of a few leaves has its sums, added in their order") {
    auto rules = small::rules({small::share("a", 0.1), small::share("b", 0.2), small::share("c", 0.7)});
    rules.indicators[1].scale = vermeil::StepScale{{{0.5, 3}, {0.9, 5}}, -2};
    const vermeil::Framework framework(rules);
    const vermeil::Program program(framework);
    const auto& sums = program.choices_of_leaves().at(0);
    CHECK(sums.all == 0b111U);
    for (unsigned chosen = 0; chosen <= sums.all; ++chosen) {
        double weight = 0, fewest = 0, most = 0;
        for (unsigned i = 0; i < 3; ++i) {
            const auto& leaf = program.leaves()[i];
            weight += (chosen >> i & 1U) != 0 ? leaf.weight : 0;
            fewest += (chosen >> i & 1U) != 0 ? leaf.weight * leaf.fewest : 0;
            most += (chosen >> i & 1U) != 0 ? leaf.weight * leaf.most : 0;
        }
        INFO("choice " << chosen);
        CHECK(sums.weight[chosen] == weight);
        CHECK(sums.fewest[chosen] == fewest);
        CHECK(sums.most[chosen] == most);
    }
}

TEST_CASE("more leaves than a byte has bits take another step") {
    std::vector<vermeil::Indicator> many;
    for (std::size_t i = 0; i < 2 * vermeil::leaves_at_once + 1; ++i) {
        many.push_back(small::share("m" + std::to_string(i), 1));
    }
    const vermeil::Framework framework(small::rules(many));
    const vermeil::Program program(framework);
    REQUIRE(program.steps().size() == 3);
    CHECK(program.steps()[1].index == vermeil::leaves_at_once);
    CHECK(program.steps()[2].count == 1);
    CHECK(program.choices_of_leaves().at(2).all == 1U);
}

TEST_CASE("a limiter's names become positions, and its effect the bands between which it holds") {
    using vermeil::Effect;
    auto rules = small::three_measures();
    rules.facts = {small::fact("notice")};
    const auto plan = [&](Effect effect) {
        auto limiter = small::limiter(effect, "Silver", "notice", "a notice is open");
        limiter.steps = 2;
        rules.limiters = {limiter};
        const vermeil::Framework framework(rules);
        return vermeil::Program(framework).limiters().at(0);
    };
    const auto cap = plan(Effect::cap);
    CHECK(cap.when.left.kind == vermeil::Operand::Kind::measure);
    CHECK(cap.when.left.index == 3);
    CHECK((cap.best == 1 && cap.worst == 2 && cap.up == 0 && cap.down == 0));
    const auto floor = plan(Effect::floor);
    CHECK((floor.best == 0 && floor.worst == 1));
    const auto set = plan(Effect::set);
    CHECK((set.best == 1 && set.worst == 1 && set.sets));
    const auto up = plan(Effect::up);
    CHECK((up.up == 2 && up.down == 0 && up.best == 0 && up.worst == 2));
    const auto down = plan(Effect::down);
    CHECK((down.up == 0 && down.down == 2));
    CHECK(plan(Effect::withhold).withholds);
}
