// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/silence.hpp>

using namespace small;

TEST_CASE("a state is tried for each policy, and answers one short of the least n besides") {
    auto made = rules();
    made.missing.of(State::too_few).policy = Policy::interval;
    const Ready ready(made);
    const detail::Silence silence(ready.trial);
    CHECK(silence.states() == std::vector<State>{State::not_submitted, State::too_few});
    std::vector<detail::CellChange> ways;
    silence.add_ways(0, {0.5, State::present, 20, 10}, ways);
    REQUIRE(ways.size() == 4);
    CHECK(ways[1].cell.state == State::too_few);
    CHECK(ways[2].cell.count == 9);
    CHECK(ways[2].cell.n == 9);
    CHECK(ways[3].cell.count == 0);
}

TEST_CASE("what is absent already, or owed by a regulator, is not held back; it may still not apply") {
    auto made = rules();
    made.indicators[0].measure.owed_by = Owner::regulator;
    const Ready ready(made);
    std::vector<detail::CellChange> ways;
    const Cell cell{0.5, State::present, 20, 10};
    detail::Silence(ready.trial).add_ways(0, cell, ways);
    detail::Silence(ready.trial).add_ways(1, {0, State::unknown}, ways);
    detail::Silence::of_nothing(ready.trial).add_ways(1, cell, ways);
    CHECK(ways.empty());
    const detail::Silence any(ready.trial, detail::Silence::Whose::everyone);
    any.add_ways(0, cell, ways);
    CHECK(any.states().back() == State::not_applicable);
    CHECK(ways.size() == 4);
}
