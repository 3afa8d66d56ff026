// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/framework.hpp>

using namespace vermeil;

TEST_CASE(
    "a framework measures its indicators in the order of the rules, then what only limiters ask about") {
    auto rules = sample::rules();
    Measure fact;
    fact.id = "default_notice";
    fact.value = EventOpen{"default_notice"};
    rules.facts.push_back(fact);
    const Framework framework(rules);
    REQUIRE(framework.measures().size() == 3);
    CHECK(framework.measures()[0].id == "dignity");
    CHECK(framework.measures()[1].id == "inspection");
    CHECK(framework.measures()[2].id == "default_notice");
    CHECK(framework.position("default_notice") == 2U);
}

TEST_CASE("a framework names itself, its edition and its bands") {
    const Framework framework(sample::rules());
    CHECK(framework.id() == "home-care");
    CHECK(framework.edition() == "2024.1");
    CHECK(framework.band_name(0) == "Gold");
    CHECK(framework.band_name(2) == "Bronze");
}

TEST_CASE("a measure that the framework does not have is an error that lists those it has") {
    CHECK_THROWS_WITH(Framework(sample::rules()).position("dignitas"),
                      "the framework has no measure 'dignitas'; it has 'dignity' or 'inspection'");
}

TEST_CASE("no framework is made of rules that do not fit together") {
    auto rules = sample::rules();
    rules.bands.clear();
    CHECK_THROWS_AS(Framework(rules), DefinitionError);
}
