// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/thresholds.hpp>

using namespace small;

TEST_CASE("cuts, comparisons and the members that a count looks at are asked in the order of the file") {
    auto made = rules();
    Counting counting;
    counting.node.kind = Subject::Kind::whole;
    counting.where = {Comparison::below, 0.2};
    made.limiters = {
        limiter(Effect::cap, "Bronze", Joining{Joining::How::any, {{"care", Comparison::is, 1}, counting}})};
    const auto asked = detail::all_asked(made);
    REQUIRE(asked.size() == 5);
    CHECK(asked[0].number == 80);
    CHECK(asked[0].of == "Gold");
    CHECK(asked[2].subject.id == "care");
    CHECK(asked[2].place.line == 10);
    CHECK(asked[4].subject.id == "staff");
    CHECK(asked[4].comparison == Comparison::below);
}

TEST_CASE("a cut whose tie falls out asks for more than itself, and percentiles ask nothing of a score") {
    auto made = rules();
    made.bands[0].tie = Tie::out;
    CHECK(detail::all_asked(made)[0].comparison == Comparison::above);
    made.cuts.by = Cuts::By::percentiles;
    CHECK(detail::all_asked(made).empty());
}
