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

Limiter read(Rules& rules, const std::vector<sample::Entry>& when, const std::string& effect = "cap") {
    const auto node =
        table({key(effect, text("Bronze")), key("when", table(when)), key("because", text("a reason"))});
    detail::TableReader reader(node, "[[limiter]]");
    return detail::read_limiter(rules, reader);
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

TEST_CASE("an event that no measure looks at becomes one fact, however many limiters ask") {
    auto rules = sample::rules();
    const auto first = read(rules, open_notice);
    const auto second = read(rules, open_notice, "set");
    REQUIRE(rules.facts.size() == 1);
    CHECK(rules.facts[0].id == "default_notice");
    CHECK(std::get<EventOpen>(rules.facts[0].value).event == "default_notice");
    CHECK(first.when.measure == "default_notice");
    CHECK(second.when.measure == "default_notice");
    CHECK(first.when.comparison == Comparison::at_least);
    CHECK(first.when.threshold == 1);
}

TEST_CASE("a limiter uses the measure that already takes the same number") {
    auto rules = sample::rules();
    rules.indicators[0].measure.value = EventCount{"death", 365};
    const auto same =
        read(rules, {key("event", text("death")), key("days", whole(365)), key("above", whole(2))});
    CHECK(same.when.measure == "dignity");
    CHECK(same.when.comparison == Comparison::above);
    CHECK(same.when.threshold == 2);
    CHECK(rules.facts.empty());
    const auto other =
        read(rules, {key("event", text("death")), key("days", whole(90)), key("at_least", whole(1))});
    CHECK(other.when.measure == "death");
    CHECK(rules.facts.size() == 1);
}

TEST_CASE("one id for two different numbers is refused") {
    auto rules = sample::rules();
    read(rules, open_notice);
    CHECK_THROWS_WITH(read(rules, {key("event", text("default_notice")), key("days", whole(90)),
                                   key("at_least", whole(1))}),
                      Catch::Contains("'default_notice' is already the id of a measure with another value"));
}

TEST_CASE("a rating is compared by its word") {
    auto rules = sample::rules();
    const auto poor = read(rules, {key("rating", text("cqc")), key("is", text("poor"))});
    CHECK(poor.when.measure == "inspection");
    CHECK(poor.when.comparison == Comparison::is);
    CHECK(poor.when.threshold == 2);
    const auto worse = read(rules, {key("rating", text("cqc")), key("worse_than", text("Good"))});
    CHECK(worse.when.comparison == Comparison::above);
    CHECK(worse.when.threshold == 1);
    CHECK_THROWS_WITH(read(rules, {key("rating", text("cqc")), key("worse_than", text("Poor"))}),
                      Catch::Contains("no word of 'cqc' is worse"));
}

TEST_CASE("a measure is compared in each of the five ways") {
    for (std::size_t i = 0; i < comparison_names.size(); ++i) {
        auto rules = sample::rules();
        const auto limiter = read(rules, {key("measure", text("dignity")),
                                          key(std::string(comparison_names[i]), sample::node(0.5))});
        CAPTURE(comparison_names[i]);
        CHECK(limiter.when.measure == "dignity");
        CHECK(limiter.when.comparison == static_cast<Comparison>(i));
        CHECK(limiter.when.threshold == 0.5);
    }
}
