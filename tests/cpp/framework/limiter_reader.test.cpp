// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/limiter_reader.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace vermeil;
using sample::key;
using sample::table;
using sample::text;
using sample::whole;

namespace {

const auto open_notice =
    std::vector<sample::Entry>{key("event", text("default_notice")), key("open", sample::node(true))};

Limiter read(Rules& rules, const std::vector<sample::Entry>& when, const std::string& effect = "cap",
             const sample::Node& what = text("Bronze")) {
    const auto node = table({key(effect, what), key("when", table(when)), key("because", text("a reason"))});
    detail::TableReader reader(node, "[[limiter]]");
    return detail::read_limiter(rules, rules.bands, reader);
}

} // namespace

TEST_CASE("a limiter caps or sets the band that it names, and gives its reason") {
    auto rules = sample::rules();
    const auto cap = read(rules, open_notice);
    CHECK(cap.effect == Effect::cap);
    CHECK(cap.band == "Bronze");
    CHECK(cap.because == "a reason");
    CHECK(read(rules, open_notice, "set").effect == Effect::set);
}

TEST_CASE("other effects say how far they go, or that they withhold") {
    auto rules = sample::rules();
    CHECK(read(rules, open_notice, "floor").effect == Effect::floor);
    const auto up = read(rules, open_notice, "up", whole(2));
    CHECK((up.effect == Effect::up && up.steps == 2 && up.band.empty()));
    CHECK(read(rules, open_notice, "down", whole(1)).effect == Effect::down);
    CHECK(read(rules, open_notice, "withhold", sample::node(true)).effect == Effect::withhold);
    CHECK_THROWS_WITH(read(rules, open_notice, "up", whole(0)),
                      Catch::Contains("a whole number from 1 to 99"));
    CHECK_THROWS_WITH(read(rules, open_notice, "withhold", sample::node(false)),
                      Catch::Contains("must be true"));
}

TEST_CASE("a band has a cut on the stated side, or a condition") {
    auto rules = sample::rules();
    const auto band = [&](const std::vector<sample::Entry>& entries) {
        const auto node = table(entries);
        detail::TableReader reader(node, "[[band]]");
        return detail::read_band(rules, reader);
    };
    const auto name = key("name", text("Gold"));
    CHECK(band({name, key("at_least", whole(80))}).tie == Tie::in);
    CHECK(band({name, key("above", whole(80))}).tie == Tie::out);
    CHECK_FALSE(band({name}).cut);
    const auto asked =
        band({name, key("when", table({key("measure", text("dignity")), key("below", whole(1))}))});
    CHECK((asked.when && !asked.cut));
    CHECK_THROWS_WITH(band({name, key("at_least", whole(80)), key("when", table(open_notice))}),
                      Catch::Contains("both 'at_least' and 'when'"));
}

TEST_CASE("an upgrade may be limited always, and other effects say when") {
    auto rules = sample::rules();
    const auto node = table({key("at_most_up", whole(1)), key("because", text("a reason"))});
    detail::TableReader reader(node, "[[limiter]]");
    const auto limiter = detail::read_limiter(rules, rules.bands, reader);
    CHECK((limiter.effect == Effect::at_most_up && limiter.steps == 1 && is_always(limiter.when)));
    const auto up = table({key("up", whole(1)), key("because", text("a reason"))});
    detail::TableReader other(up, "[[limiter]]");
    CHECK_THROWS_WITH(detail::read_limiter(rules, rules.bands, other),
                      Catch::Contains("needs the key 'when'"));
}

TEST_CASE("a group's bands are read with their points, and its limiters name them") {
    auto rules = sample::rules();
    const auto band = [](const std::string& name, const sample::Entry& second) {
        return table({key("name", text(name)), second});
    };
    const auto node = table(
        {key("band",
             sample::list({band("High", key("at_least", whole(50))), band("Low", key("points", whole(1)))})),
         key("limiter", sample::list({table({key("cap", text("Low")), key("when", table(open_notice)),
                                             key("because", text("a reason"))})}))});
    detail::TableReader reader(node, "[[group]]");
    CHECK(detail::read_band_names(reader).size() == 2);
    detail::read_group_rules(rules, 0, reader);
    CHECK((rules.groups[0].bands[0].cut == 50.0 && rules.groups[0].bands[1].points == 1.0));
    CHECK(rules.groups[0].limiters.at(0).band == "Low");
}
