// SPDX-License-Identifier: MIT
// What a ladder is, and what it refuses.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/risk/ladder.hpp>

#include <utility>

using namespace vermeil;

namespace {

/// The small ladder with the moves in the place of its own.
LadderRules with(std::vector<LadderMove> moves) {
    auto rules = small_ladder::ladder().rules();
    rules.moves = std::move(moves);
    return rules;
}

} // namespace

TEST_CASE("a ladder finds its steps whatever the capitals, and says what is near") {
    const auto ladder = small_ladder::ladder();
    CHECK(ladder.find(" Plan ") == 1U);
    CHECK_FALSE(ladder.find("plans"));
    CHECK(ladder.no_such_step("plans") ==
          "no step of the ladder 'small'; the steps are 'watch', 'plan' or 'notice'; did you mean 'plan'?");
}

TEST_CASE("jumps are allowed where a move says so, and nowhere else") {
    const auto ladder = small_ladder::ladder();
    REQUIRE(ladder.move(0, 2) != nullptr);
    CHECK(ladder.move(0, 2)->because == "a default notice is open");
    CHECK(ladder.move(2, 0) == nullptr);
    CHECK(ladder.move(1, 1) == nullptr);
}

TEST_CASE("the bands of the framework that proposes are the steps, the gravest first") {
    const auto ladder = small_ladder::ladder();
    CHECK(ladder.proposing().band_name(0) == "notice");
    CHECK(ladder.step_of(0) == 2);
    CHECK(ladder.step_of(2) == 0);
}

TEST_CASE("moves that cannot stand are refused with the reason") {
    CHECK_THROWS_WITH(Ladder(with({{{}, 1}})), "a move says from which steps it goes");
    CHECK_THROWS_WITH(Ladder(with({{{1}, 1}})), "a move to 'plan' starts there; staying needs no move");
    CHECK_THROWS_WITH(Ladder(with({{{0, 2}, 1}})),
                      "a move to 'plan' comes from milder steps and from graver ones; write two moves");
    CHECK_THROWS_WITH(Ladder(with({{{0}, 1}, {{0}, 1}})), "two moves lead from 'watch' to 'plan'");
    CHECK_THROWS_WITH(Ladder(with({{{0}, 1, always()}})),
                      "a move to 'plan' has a condition and no reason in words: say because");
}

TEST_CASE("a ladder has two steps or more, each with a name of its own") {
    auto rules = with({});
    rules.steps.resize(1);
    CHECK_THROWS_WITH(Ladder(rules), Catch::Contains("a ladder has 2 to 99 steps, not 1"));
    rules.steps = {{"watch"}, {"Watch"}};
    CHECK_THROWS_WITH(Ladder(rules), "two steps are named 'Watch'");
}
