// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_limiter.hpp>

using namespace small;

namespace {

std::vector<Finding> with(std::vector<Limiter> limiters) {
    auto made = rules();
    Measure planned;
    planned.id = "audit";
    planned.live = false;
    made.facts = {planned};
    made.limiters = std::move(limiters);
    return found(detail::lint_limiters, made);
}

const Condition low("care", Comparison::below, 0.6);

} // namespace

TEST_CASE("limiters that fire and bite have nothing to be found") {
    CHECK(with({limiter(Effect::cap, "Bronze", low)}).empty());
    CHECK(with({limiter(Effect::floor, "Gold", low)}).empty());
    CHECK(with({limiter(Effect::up, "", low)}).empty());
    CHECK(with({limiter(Effect::withhold, "", low)}).empty());
    CHECK(with({limiter(Effect::set, "Silver", low)}).empty());
}

TEST_CASE("a limiter never fires, or always, where its numbers are of another size") {
    CHECK(with({limiter(Effect::cap, "Bronze", {"care", Comparison::above, 60})}).at(0).rule ==
          LintRule::limiter_never_fires);
    CHECK(with({limiter(Effect::cap, "Bronze", {"care", Comparison::below, 60})}).at(0).rule ==
          LintRule::limiter_always_fires);
}

TEST_CASE("a planned measure keeps a limiter from firing, unless another part may fire it") {
    const Condition planned("audit", Comparison::below, 50);
    CHECK(with({limiter(Effect::cap, "Bronze", planned)}).at(0).what ==
          "a limiter asks about 'audit', which is only planned");
    CHECK(with({limiter(Effect::cap, "Bronze", Joining{Joining::How::all, {low, planned}})}).size() == 1);
    CHECK(with({limiter(Effect::cap, "Bronze", Joining{Joining::How::any, {low, planned}})}).empty());
}

TEST_CASE("a limiter never bites at the end of the bands, or after one that did the same") {
    CHECK(with({limiter(Effect::cap, "Gold", low)}).at(0).what ==
          "a cap at the highest band, 'Gold', changes nothing");
    CHECK(with({limiter(Effect::floor, "Bronze", low)}).at(0).what ==
          "a floor at the last band, 'Bronze', changes nothing");
    const auto second = with({limiter(Effect::cap, "Bronze", low), limiter(Effect::cap, "Silver", low)});
    REQUIRE(second.size() == 1);
    CHECK(second[0].rule == LintRule::limiter_never_bites);
}

TEST_CASE("the order of limiters counts: a floor may undo what a cap did") {
    CHECK(with({limiter(Effect::cap, "Bronze", low), limiter(Effect::floor, "Silver", low)}).empty());
}

TEST_CASE("a limiter without a reason is found") {
    auto silent = limiter(Effect::cap, "Bronze", low);
    silent.because.clear();
    CHECK(with({silent}).at(0).rule == LintRule::limiter_unexplained);
}
