// SPDX-License-Identifier: MIT
// A value or the reason why there is none.

#include "catch.hpp"

#include <vermeil/core/observed.hpp>

#include <string>
#include <vector>

using vermeil::Observed;
using vermeil::State;

TEST_CASE("a present value is read back") {
    const Observed<double> value = 74.0;
    CHECK(value.is_present());
    CHECK(value.state() == State::present);
    CHECK(value.value() == 74.0);
    CHECK(value.value_or(0) == 74.0);
}

TEST_CASE("reading an absent value is refused with its reason") {
    const Observed<double> value = State::too_few;
    CHECK_FALSE(value.is_present());
    CHECK(value.value_or(50) == 50);
    CHECK_THROWS_WITH(value.value(), "there is no value: too_few");
}

TEST_CASE("an absence without a reason cannot be made") {
    CHECK_THROWS_WITH(Observed<double>(State::present),
                      "an absent value needs a reason other than 'present'");
}

TEST_CASE("zero is a value and differs from every absence") {
    const Observed<int> zero = 0;
    CHECK(zero.is_present());
    for (std::size_t i = 1; i < vermeil::state_count; ++i) {
        CHECK_FALSE(zero == Observed<int>(static_cast<State>(i)));
    }
    CHECK_FALSE(Observed<int>(State::unknown) == Observed<int>(State::too_few));
}

TEST_CASE("each state is read back by its name, in the order of the files") {
    const auto names = {"present",      "not_submitted",     "too_few",    "not_applicable",
                        "not_yet_live", "not_yet_inspected", "suppressed", "unknown"};
    int number = 0;
    for (const std::string name : names) {
        CHECK(static_cast<int>(*vermeil::read_state(name)) == number);
        CHECK(to_string(static_cast<State>(number)) == name);
        ++number;
    }
    CHECK(number == static_cast<int>(vermeil::state_count));
    CHECK_FALSE(vermeil::read_state("absent").has_value());
    CHECK_FALSE(vermeil::read_state("").has_value());
}

TEST_CASE("each owner has its name") {
    CHECK(to_string(vermeil::Owner::provider) == "provider");
    CHECK(to_string(vermeil::Owner::council) == "council");
    CHECK(to_string(vermeil::Owner::regulator) == "regulator");
    CHECK(to_string(vermeil::Owner::nobody) == "nobody");
}

TEST_CASE("a set of states holds what was added, and walks through it in order") {
    vermeil::StateSet some{vermeil::State::unknown, vermeil::State::too_few};
    CHECK_FALSE(some.has(vermeil::State::present));
    some.add(vermeil::State::present);
    some.add(vermeil::State::present);
    std::vector<vermeil::State> members;
    for (const auto state : some) {
        CHECK(some.has(state));
        members.push_back(state);
    }
    CHECK(members == std::vector{vermeil::State::present, vermeil::State::too_few, vermeil::State::unknown});
    CHECK_FALSE(some.empty());
    CHECK(vermeil::StateSet().empty());
    CHECK(some ==
          vermeil::StateSet({vermeil::State::too_few, vermeil::State::unknown, vermeil::State::present}));
}
