// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/missing.hpp>

using namespace vermeil;

TEST_CASE("what is not applicable or not yet live leaves the denominator, every other reason is bounded") {
    const MissingRules rules;
    for (std::size_t i = 1; i < state_count; ++i) {
        const auto state = static_cast<State>(i);
        const bool leaves = state == State::not_applicable || state == State::not_yet_live;
        CAPTURE(to_string(state));
        CHECK(rules.of(state).policy == (leaves ? Policy::leave_out : Policy::bounds));
    }
}

TEST_CASE("each policy is read by the name that it is written with") {
    for (const auto name : policy_names) {
        CAPTURE(name);
        REQUIRE(read_policy(name).has_value());
        CHECK(to_string(*read_policy(name)) == name);
    }
    CHECK_FALSE(read_policy("forget").has_value());
    CHECK_FALSE(read_policy("Bounds").has_value());
}

TEST_CASE("a rule that is set stands for its state alone") {
    MissingRules rules;
    rules.of(State::not_submitted) = {Policy::zero, "12.3", 0};
    CHECK(rules.of(State::not_submitted).policy == Policy::zero);
    CHECK(rules.of(State::not_submitted).clause == "12.3");
    CHECK(rules.of(State::unknown).policy == Policy::bounds);
}
