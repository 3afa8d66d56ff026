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

TEST_CASE("bands fall from the highest cut, and the last one alone has none") {
    auto rules = sample::rules();
    std::swap(rules.bands[0], rules.bands[1]);
    CHECK_THROWS_WITH(detail::check_bands(rules),
                      "rules:7:1: bands are out of order: 'Gold' at 80 stands below "
                      "'Silver' at 65; begin with the highest cut");
    rules = sample::rules();
    rules.bands.pop_back();
    CHECK_THROWS_WITH(detail::check_bands(rules),
                      "rules:8:1: the last band, 'Silver', takes the rest: it has no cut");
    rules = sample::rules();
    rules.bands[1].cut.reset();
    CHECK_THROWS_WITH(detail::check_bands(rules),
                      "rules:8:1: band 'Silver' has no cut: say at_least or above");
    rules = sample::rules();
    rules.bands[0].cut = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH(detail::check_bands(rules), Catch::Contains("band 'Gold' has a cut of inf"));
    rules = sample::rules();
    rules.bands.resize(1);
    rules.bands[0].cut.reset();
    CHECK_NOTHROW(detail::check_bands(rules));
}

TEST_CASE("a limiter names a band, a measure and a threshold that exist") {
    auto rules = sample::rules();
    rules.limiters[0].band = "Bronz";
    CHECK_THROWS_WITH(detail::check_limiters(rules),
                      "rules:10:1: a limiter names the band 'Bronz'; the bands are "
                      "'Gold', 'Silver' or 'Bronze'; did you mean 'Bronze'?");
    rules = sample::rules();
    rules.limiters[0].when.measure = "embargo";
    CHECK_THROWS_WITH(detail::check_limiters(rules),
                      "rules:10:1: a limiter asks about the measure 'embargo'; "
                      "the measures are 'dignity' or 'inspection'");
    rules = sample::rules();
    rules.limiters[0].when.threshold = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH(detail::check_limiters(rules), Catch::Contains("a limiter has a threshold of nan"));
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
