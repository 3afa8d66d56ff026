// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_band.hpp>

using namespace small;

TEST_CASE("bands that every score reaches have nothing to be found") {
    CHECK(found(detail::lint_bands, rules()).empty());
    CHECK(found(detail::lint_grid, rules()).empty());
}

TEST_CASE("bands that no score reaches are found at both ends, with the score that comes nearest") {
    auto made = rules();
    made.bands[0].cut = 100.5;
    const auto above = found(detail::lint_bands, made).at(0);
    CHECK(above.what == "band 'Gold' begins at 100.5; no score is above 100");
    CHECK(above.witness.inputs.at(0).outcome.highest_score == 100);
    made = rules();
    made.bands[1].cut = -1;
    const auto below = found(detail::lint_bands, made);
    REQUIRE(below.size() == 1);
    CHECK(below[0].what == "no score is below 0, so no band under 'Silver' can be reached");
}

TEST_CASE("a tie that falls out of the highest score leaves its band empty") {
    auto made = rules();
    made.bands[0].cut = 100;
    CHECK(found(detail::lint_bands, made).empty());
    made.bands[0].tie = Tie::out;
    CHECK(found(detail::lint_bands, made).size() == 1);
}

TEST_CASE("a narrow band that some score reaches is not missed for want of a row") {
    auto made = rules();
    made.bands[1].cut = 79.99;
    CHECK(found(detail::lint_bands, made).empty());
}

TEST_CASE("a band that a limiter sets is reached") {
    auto made = rules();
    made.bands[0].cut = 100.5;
    made.limiters = {limiter(Effect::set, "Gold", {"care", Comparison::is, 1})};
    CHECK(found(detail::lint_bands, made).empty());
}

TEST_CASE("a condition that a better band takes leaves its band empty") {
    auto made = rules();
    made.bands[1] = {"Silver", {}, Tie::in, {"small", 8, 1}, whole(Comparison::above, 85)};
    const auto findings = found(detail::lint_bands, made);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].of == "Silver");
}

TEST_CASE("a cut between two rounded scores is told with the one that reaches it") {
    auto made = rules();
    made.rounding = Rounding{Half::up, 1};
    made.bands[1].cut = 65.25;
    CHECK(found(detail::lint_grid, made).at(0).mend == "say 65.3");
    made.bands[1].cut = 65.2;
    CHECK(found(detail::lint_grid, made).empty());
}
