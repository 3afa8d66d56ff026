// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/rule_checks.hpp>

#include <limits>

using namespace vermeil;

TEST_CASE("rules that fit are let through") {
    const auto rules = sample::rules();
    CHECK_NOTHROW(detail::check_edition(rules));
    CHECK_NOTHROW(detail::check_bands(rules));
    CHECK_NOTHROW(detail::check_limiters(rules));
    CHECK_NOTHROW(detail::check_missing(rules));
}

TEST_CASE("an edition needs a known language, an id and its two dates") {
    auto rules = sample::rules();
    rules.edition.language = 2;
    CHECK_THROWS_WITH(detail::check_edition(rules),
                      "rules:1:1: language 2 is not known; this library speaks language 1");
    rules = sample::rules();
    rules.edition.id = " ";
    CHECK_THROWS_WITH(detail::check_edition(rules), "rules:1:1: the framework has no id");
    rules = sample::rules();
    rules.edition.effective_from.reset();
    CHECK_THROWS_WITH(detail::check_edition(rules),
                      Catch::Contains("the edition has no date: say effective_from"));
    rules = sample::rules();
    rules.edition.published_on.reset();
    CHECK_THROWS_WITH(detail::check_edition(rules), Catch::Contains("no date of publication"));
}

TEST_CASE("the least coverage is a share") {
    auto rules = sample::rules();
    for (const double share : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
        rules.least_coverage = share;
        CHECK_THROWS_WITH(detail::check_edition(rules), Catch::Contains("it is a share from 0 to 1"));
    }
}

TEST_CASE("a score is rounded to 0 to 6 decimals") {
    auto rules = sample::rules();
    rules.groups[0].rounding = Rounding{Half::even, 6};
    CHECK_NOTHROW(detail::check_edition(rules));
    rules.groups[0].rounding->decimals = 7;
    CHECK_THROWS_WITH(detail::check_edition(rules), "rules:4:1: round to 7 decimals; 0 to 6 are possible");
    rules = sample::rules();
    rules.rounding = Rounding{Half::up, 9};
    CHECK_THROWS_WITH(detail::check_edition(rules), "rules:1:1: round to 9 decimals; 0 to 6 are possible");
}

TEST_CASE(
    "zero is for what a provider owed, under a clause; a value is carried forward for 1 to 31 quarters") {
    auto rules = sample::rules();
    rules.missing.of(State::not_submitted) = {Policy::zero, "12.3", 0};
    CHECK_NOTHROW(detail::check_missing(rules));
    rules.missing.of(State::not_submitted).clause.clear();
    CHECK_THROWS_WITH(detail::check_missing(rules), Catch::Contains("missing.not_submitted: 'zero' is for"));
    rules = sample::rules();
    rules.missing.of(State::unknown) = {Policy::zero, "12.3", 0};
    CHECK_THROWS_WITH(detail::check_missing(rules), Catch::Contains("missing.unknown: 'zero' is for"));
    for (const unsigned quarters : {0U, 32U}) {
        rules.missing.of(State::unknown) = {Policy::carry_forward, "", quarters};
        CHECK_THROWS_WITH(detail::check_missing(rules),
                          Catch::Contains("a greatest age of 1 to 31 quarters"));
    }
}
