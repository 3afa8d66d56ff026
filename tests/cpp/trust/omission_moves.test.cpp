// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/omission_moves.hpp>

using namespace small;

namespace {

/// Three shares, of which two stand in a group.
Rules grouped() {
    auto made = rules();
    made.indicators = {share("a"), share("b"), share("c")};
    made.groups = {{}};
    made.groups[0].id = "group";
    made.groups[0].weight = 1;
    made.indicators[1].within = made.indicators[2].within = "group";
    return made;
}

} // namespace

TEST_CASE("single ones and whole groups, pairs and triples are left out") {
    const Ready ready(grouped());
    const detail::Silence silence(ready.trial);
    const auto& row = ready.trial.rows().front();
    const auto ways = silence.ways(row);
    CHECK(ways.size() == 9); // not handed in, and answers one short at both ends
    const auto single = detail::moves_of(ready.trial, silence, row, 1);
    CHECK(single.size() == 10);
    CHECK(single.back().size() == 2);
    CHECK(detail::moves_of(ready.trial, silence, row, 2).size() == 27);
    CHECK(detail::moves_of(ready.trial, silence, row, 3).size() == 27);
    const auto after = detail::with(row, single.back());
    CHECK(after[0].state == State::present);
    CHECK(after[2].state == State::not_submitted);
}

TEST_CASE("choices are all or none") {
    const Ready ready(grouped());
    const auto ways = detail::Silence(ready.trial).ways(ready.trial.rows().front());
    CHECK(detail::choices(ways, 64).size() == 64);
    CHECK(detail::choices(ways, 63).empty());
}

TEST_CASE("a mixed part, and then one group, is at its worst and all else at its best") {
    const Ready ready(grouped());
    const auto ends = detail::mixed_ends(ready.trial);
    REQUIRE(ends.size() == 33);
    for (const auto& cell : ends[0]) {
        CHECK((cell.value == 0 || cell.value == 1));
    }
    CHECK(ends.back()[0].value == 1);
    CHECK(ends.back()[1].value == 0);
    CHECK(ends.back()[2].value == 0);
}
