// SPDX-License-Identifier: MIT
// What bands and limiters must satisfy, of the whole and of groups.

#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/band_checks.hpp>

#include <limits>
#include <string>
#include <utility>
#include <variant>

using namespace vermeil;

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

namespace {

/// Rules whose one group has two bands.
Rules banded() {
    auto rules = sample::rules();
    rules.groups[0].bands = {{"High", 50.0, Tie::in, {"rules", 4, 5}}, {"Low", {}, Tie::in, {"rules", 4, 9}}};
    return rules;
}

std::string refused(const Rules& rules) {
    try {
        detail::check_limiters(rules);
    } catch (const DefinitionError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("a group's bands are told apart and ordered like those of the whole, and all or none have points") {
    auto rules = banded();
    CHECK(refused(rules).empty());
    rules.groups[0].bands[1].points = 2;
    CHECK(refused(rules) == "rules:4:5: band 'High' of group 'people' has no points, and others of it have");
    rules.groups[0].bands[0].points = 3;
    CHECK(refused(rules).empty());
    rules.groups[0].bands[1].name = "High";
    CHECK(refused(rules) == "rules:4:9: two bands are named 'High'");
    rules = banded();
    rules.bands[0].points = 3;
    CHECK_THROWS_WITH(detail::check_bands(rules), Catch::Contains("only the bands of a group"));
}

TEST_CASE("a group's rules ask about measures, the group and what stands in it, and withhold nothing") {
    auto rules = banded();
    const Condition about_whole = Comparing{{Subject::Kind::whole, ""}, Comparison::below, 3.0};
    const Condition own = Comparing{{Subject::Kind::group, "people", Aspect::band}, Comparison::is, 1.0};
    rules.groups[0].limiters = {{Effect::cap, "Low", own, "a reason", {"rules", 4, 20}}};
    CHECK(refused(rules).empty());
    rules.groups[0].limiters[0].when = about_whole;
    CHECK(refused(rules) == "rules:4:20: a limiter asks about the whole; a group's rules ask about measures, "
                            "the group itself and what stands in it");
    rules.groups[0].limiters[0] = {Effect::withhold, "", own, "a reason", {"rules", 4, 20}};
    CHECK(refused(rules) ==
          "rules:4:20: a limiter of group 'people' withholds; only the rating of the whole can be withheld");
    rules = banded();
    rules.groups[0].bands[0].cut.reset();
    rules.groups[0].bands[0].when = own;
    CHECK(refused(rules) ==
          "rules:4:5: band 'High' asks for the band that it decides; only limiters may ask for it");
    rules = sample::rules();
    rules.groups[0].limiters = {{Effect::down, "", about_whole, "a reason", {"rules", 4, 20}}};
    CHECK(refused(rules) == "rules:4:1: group 'people' has a limiter and no bands");
}
