// SPDX-License-Identifier: MIT
// What was told of many services.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/risk/theme.hpp>

using namespace vermeil;

namespace {

const Date since(2024, 11, 30);
const Date as_of(2024, 12, 31);

} // namespace

TEST_CASE("themes count rows and services with their base, those of most services first") {
    const auto evidence = sample::evidence_of({{"events", "service,provider,event,from\nS1,,x,2024-12-01\n"
                                                          "S1,,x,2024-12-02\n,A,y,2024-12-01\n"}});
    const auto found = themes(news(evidence, since, as_of), evidence, as_of);
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == "y");
    CHECK(found[0].facts == 1);
    CHECK(found[0].services == 2);
    CHECK(found[0].of == 3);
    CHECK(found[1].facts == 2);
    CHECK(found[1].services == 1);
}

TEST_CASE("returns of every quarter are no theme, and concerns are counted by what they are about") {
    const auto evidence = sample::evidence_of(
        {{"exposures", "service,quarter,hours,people\nS1,2024-25 Q3,10,1\nS2,2024-25 Q3,10,1\n"},
         {"concerns",
          "service,raised_on,about\nS1,2024-12-01,Missed visits\nS2,2024-12-02,missed visits\n"}});
    const auto found = themes(news(evidence, since, as_of), evidence, as_of);
    REQUIRE(found.size() == 1);
    CHECK(found[0].source == "concerns");
    CHECK(found[0].kind == "Missed visits");
    CHECK(found[0].services == 2);
}
