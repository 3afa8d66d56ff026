// SPDX-License-Identifier: MIT
// What bands and limiters must satisfy, and the questions that they ask.

#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/condition_checks.hpp>

#include <limits>
#include <string>
#include <utility>
#include <variant>

using namespace vermeil;

namespace {

/// The message for a limiter that asks this question.
std::string refused(const Condition& condition) {
    auto rules = sample::rules();
    rules.limiters[0].when = condition;
    try {
        detail::check_limiters(rules);
    } catch (const DefinitionError& error) {
        return error.what();
    }
    return {};
}

} // namespace

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
    CHECK_THROWS_WITH(
        detail::check_bands(rules),
        "rules:8:1: band 'Silver' has no cut: say at_least or above, or a condition: when = { ... }");
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
    std::get<Comparing>(rules.limiters[0].when.question).subject.id = "embargo";
    CHECK_THROWS_WITH(detail::check_limiters(rules),
                      "rules:10:1: a limiter asks about the measure 'embargo'; "
                      "the measures are 'dignity' or 'inspection'");
    rules = sample::rules();
    std::get<Comparing>(rules.limiters[0].when.question).with = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH(detail::check_limiters(rules), Catch::Contains("a limiter has a threshold of nan"));
}

TEST_CASE("a band has a cut or a condition, not both, and cuts fall past conditions too") {
    auto rules = sample::rules();
    rules.bands[0].when = Condition("inspection", Comparison::is, 1);
    CHECK_THROWS_WITH(detail::check_bands(rules), "rules:7:1: band 'Gold' has both a cut and a condition");
    rules.bands[0].cut.reset();
    CHECK_NOTHROW(detail::check_bands(rules));
    rules.bands.insert(rules.bands.begin(), {"Best", 60.0, Tie::in, {"rules", 6, 1}});
    CHECK_THROWS_WITH(detail::check_bands(rules),
                      Catch::Contains("'Silver' at 65 stands below 'Best' at 60"));
    rules = sample::rules();
    rules.bands[0].cut.reset();
    rules.bands[0].when = Condition("embargo", Comparison::is, 1);
    CHECK_THROWS_WITH(detail::check_limiters(rules),
                      Catch::Contains("band 'Gold' asks about the measure 'embargo'"));
}

TEST_CASE("an effect that names no band needs none, and goes a possible number of bands") {
    auto rules = sample::rules();
    rules.limiters[0].band.clear();
    for (const auto effect : {Effect::up, Effect::down, Effect::withhold}) {
        rules.limiters[0].effect = effect;
        CHECK_NOTHROW(detail::check_limiters(rules));
    }
    rules.limiters[0].effect = Effect::floor;
    CHECK_THROWS_WITH(detail::check_limiters(rules), Catch::Contains("a limiter names the band ''"));
    rules = sample::rules();
    for (const auto steps : {0U, 100U}) {
        rules.limiters[0].steps = steps;
        CHECK_THROWS_WITH(detail::check_limiters(rules), Catch::Contains("bands; 1 to 99 are possible"));
    }
}

TEST_CASE("a question asks about what there is, and not without end") {
    using Kind = Subject::Kind;
    CHECK(refused(Comparing{{Kind::group, "people"}, Comparison::below, 3.0}).empty());
    CHECK(
        refused(Comparing{{Kind::whole, ""}, Comparison::below, Subject{Kind::measure, "dignity"}}).empty());
    CHECK(refused(Comparing{{Kind::group, "peopel"}, Comparison::below, 3.0}) ==
          "rules:10:1: a limiter asks about the group 'peopel'; the groups are 'people'; did you mean "
          "'people'?");
    CHECK(refused(Comparing{{Kind::whole, ""}, Comparison::below, Subject{Kind::measure, "x"}}) ==
          "rules:10:1: a limiter asks about the measure 'x'; the measures are 'dignity' or 'inspection'");
    CHECK(refused(Counting{{Kind::measure, "dignity"}, Comparison::is, 1, Comparison::is, 1}) ==
          "rules:10:1: a limiter counts the members of a measure; it has none");
    CHECK(refused(Counting{{Kind::whole, ""}, Comparison::is, 1e9, Comparison::is, 1})
              .find("has a threshold") != std::string::npos);
    CHECK(refused(Joining{}) == "rules:10:1: a limiter joins no questions");
    Condition deep("dignity", Comparison::is, 1);
    for (int i = 0; i < 7; ++i) {
        deep = Condition(Joining{Joining::How::any, {deep}});
    }
    CHECK(refused(deep).empty());
    CHECK(refused(Condition(Joining{Joining::How::all, {deep}})) ==
          "rules:10:1: a limiter asks questions within questions more than 8 levels deep");
}
