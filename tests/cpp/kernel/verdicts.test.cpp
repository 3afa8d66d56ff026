// SPDX-License-Identifier: MIT
// From scores to bands, and what limiters make of them, against every combination worked out slowly.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/verdicts.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using small::absent;
using small::present;
using vermeil::Comparison;
using vermeil::Effect;
using vermeil::Firing;
using vermeil::State;

TEST_CASE("every limiter on every pair of bands keeps what is possible, and no more") {
    for (const auto effect : {Effect::cap, Effect::set}) {
        for (std::uint8_t target = 0; target < 4; ++target) {
            for (std::uint8_t low = 0; low < 4; ++low) {
                for (std::uint8_t high = 0; high <= low; ++high) {
                    vermeil::LimiterPlan plan;
                    plan.best = target;
                    plan.worst = effect == Effect::set ? target : std::uint8_t{3};
                    plan.sets = effect == Effect::set;
                    vermeil::detail::Verdicts<1> made{};
                    made.lowest[0] = low;
                    made.highest[0] = high;
                    vermeil::detail::Answer<1> unknown{};
                    unknown.possible[0] = vermeil::detail::mask(true);
                    vermeil::detail::Limit<1>::run(plan, 1, unknown, made, 0);
                    const std::uint8_t on_low = plan.sets || low < target ? target : low;
                    const std::uint8_t on_high = plan.sets || high < target ? target : high;
                    CHECK(made.lowest[0] == std::max(low, on_low));
                    CHECK(made.highest[0] == std::min(high, on_high));
                    CHECK(made.settled[0] == 0);
                    CHECK(made.limiter[0] == 0); // whether it fired is not known
                }
            }
        }
    }
}

TEST_CASE("a condition is answered on each side of its threshold and on it, on the grid of 1e-9") {
    const auto bites = [](Comparison comparison, double value) {
        auto rules = small::rules({small::share("quality", 1)});
        rules.facts = {small::fact("late")};
        rules.limiters = {{Effect::cap, "Bronze", {"late", comparison, 0.3}, "a reason", {}}};
        return small::band(rules, {present(1), present(value)}) == "Bronze";
    };
    struct Case {
        double value;
        bool below, at_most, is, at_least, above;
    };
    const double sum = 0.1 + 0.2; // not 0.3
    for (const auto& each :
         {Case{0.2, true, true, false, false, false}, Case{sum, false, true, true, true, false},
          Case{0.3 - 1e-12, false, true, true, true, false},
          Case{0.3 + 1e-8, false, false, false, true, true}}) {
        INFO("value " << each.value);
        CHECK(bites(Comparison::below, each.value) == each.below);
        CHECK(bites(Comparison::at_most, each.value) == each.at_most);
        CHECK(bites(Comparison::is, each.value) == each.is);
        CHECK(bites(Comparison::at_least, each.value) == each.at_least);
        CHECK(bites(Comparison::above, each.value) == each.above);
    }
}

TEST_CASE("a limiter of unknown firing follows the policy of its measure's state") {
    auto rules = small::rules({small::share("quality", 1)});
    rules.facts = {small::fact("late")};
    rules.limiters = {small::limiter(Effect::cap, "Bronze", "late", "a reason")};
    for (std::size_t s = 1; s < vermeil::state_count; ++s) {
        const auto state = static_cast<State>(s);
        const bool leaves = state == State::not_applicable || state == State::not_yet_live;
        INFO(to_string(state));
        CHECK(small::trace(rules, {present(1), absent(state)}).limiters.at(0).firing ==
              (leaves ? Firing::no : Firing::unknown));
    }
    rules.missing.of(State::unknown).policy = vermeil::Policy::renormalise;
    CHECK(small::band(rules, {present(1), absent(State::unknown)}) == "Gold");
}

TEST_CASE("what stands is copied to the rows it belongs to, and to no other") {
    vermeil::detail::Verdicts<1> made{};
    made.lowest_score[0] = 12.5;
    made.highest_score[0] = 40;
    made.coverage[0] = 0.75;
    made.band[0] = vermeil::no_band;
    made.lowest[0] = 2;
    made.highest[0] = 1;
    made.reason[0] = static_cast<std::uint8_t>(vermeil::Reason::open);
    made.limiter[0] = 3;
    vermeil::Outcomes outcomes(3);
    vermeil::detail::put(outcomes, 0, vermeil::detail::Verdicts<1>{}, 1);
    vermeil::detail::put(outcomes, 2, vermeil::detail::Verdicts<1>{}, 1);
    vermeil::detail::put(outcomes, 1, made, 1);
    CHECK(outcomes.row(1) == made.outcome(0));
    CHECK(outcomes.row(0) == vermeil::detail::Verdicts<1>{}.outcome(0));
    CHECK(outcomes.row(2) == outcomes.row(0));
}
