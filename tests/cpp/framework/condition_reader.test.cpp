// SPDX-License-Identifier: MIT
// Questions read from a file, and the facts that only they ask about.

#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/condition_reader.hpp>

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

Condition condition(Rules& rules, const std::vector<sample::Entry>& when) {
    const auto node = table(when);
    return detail::read_condition(rules, {node, "when"}, "when of [[limiter]]");
}

/// A question that compares a subject.
Comparing read(Rules& rules, const std::vector<sample::Entry>& when) {
    return std::get<Comparing>(condition(rules, when).question);
}

Counting counting(Rules& rules, const std::vector<sample::Entry>& when) {
    return std::get<Counting>(condition(rules, when).question);
}

} // namespace

TEST_CASE("an event that no measure looks at becomes one fact, however many limiters ask") {
    auto rules = sample::rules();
    const auto first = read(rules, open_notice);
    const auto second = read(rules, open_notice);
    REQUIRE(rules.facts.size() == 1);
    CHECK(rules.facts[0].id == "default_notice");
    CHECK(std::get<EventOpen>(rules.facts[0].value).event == "default_notice");
    CHECK(first.subject.id == "default_notice");
    CHECK(second.subject.id == "default_notice");
    CHECK(first.comparison == Comparison::at_least);
    CHECK(std::get<double>(first.with) == 1);
}

TEST_CASE("a limiter uses the measure that already takes the same number") {
    auto rules = sample::rules();
    rules.indicators[0].measure.value = EventCount{"death", 365};
    const auto same =
        read(rules, {key("event", text("death")), key("days", whole(365)), key("above", whole(2))});
    CHECK(same.subject.id == "dignity");
    CHECK(same.comparison == Comparison::above);
    CHECK(std::get<double>(same.with) == 2);
    CHECK(rules.facts.empty());
    const auto other =
        read(rules, {key("event", text("death")), key("days", whole(90)), key("at_least", whole(1))});
    CHECK(other.subject.id == "death");
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
    CHECK(poor.subject.id == "inspection");
    CHECK(poor.comparison == Comparison::is);
    CHECK(std::get<double>(poor.with) == 2);
    const auto worse = read(rules, {key("rating", text("cqc")), key("worse_than", text("Good"))});
    CHECK(worse.comparison == Comparison::above);
    CHECK(std::get<double>(worse.with) == 1);
    CHECK_THROWS_WITH(read(rules, {key("rating", text("cqc")), key("worse_than", text("Poor"))}),
                      Catch::Contains("no word of 'cqc' is worse"));
}

TEST_CASE("a measure is compared in each of the five ways") {
    for (std::size_t i = 0; i < comparison_names.size(); ++i) {
        auto rules = sample::rules();
        const auto limiter = read(rules, {key("measure", text("dignity")),
                                          key(std::string(comparison_names[i]), sample::node(0.5))});
        CAPTURE(comparison_names[i]);
        CHECK(limiter.subject.id == "dignity");
        CHECK(limiter.comparison == static_cast<Comparison>(i));
        CHECK(std::get<double>(limiter.with) == 0.5);
    }
}

TEST_CASE("a word of its scale compares a rating, whatever measure takes it") {
    auto rules = sample::rules();
    const auto is = read(rules, {key("measure", text("inspection")), key("is", text("POOR"))});
    CHECK((is.comparison == Comparison::is && std::get<double>(is.with) == 2));
    const auto better = read(rules, {key("measure", text("inspection")), key("better_than", text("Poor"))});
    CHECK((better.comparison == Comparison::below && std::get<double>(better.with) == 2));
    const auto number = read(rules, {key("measure", text("inspection")), key("is", whole(1))});
    CHECK(std::get<double>(number.with) == 1);
    CHECK_THROWS_WITH(read(rules, {key("measure", text("inspection")), key("better_than", text("Good"))}),
                      Catch::Contains("no word of 'cqc' is better"));
    CHECK_THROWS_WITH(read(rules, {key("measure", text("inspection")), key("is", text("Fine"))}),
                      Catch::Contains("allowed: 'Good' or 'Poor'"));
    CHECK_THROWS_WITH(read(rules, {key("rating", text("cqc")), key("is", whole(1))}),
                      Catch::Contains("a word of 'cqc'"));
}

TEST_CASE("a subject is compared with another, and the whole has a name of its own") {
    auto rules = sample::rules();
    const auto other =
        read(rules, {key("measure", text("dignity")), key("above", table({key("group", text("people"))}))});
    CHECK(std::get<Subject>(other.with) == Subject{Subject::Kind::group, "people"});
    CHECK(read(rules, {key("group", text("whole")), key("below", whole(3))}).subject.kind ==
          Subject::Kind::whole);
    CHECK_THROWS_WITH(read(rules, {key("group", text("peple")), key("below", whole(3))}),
                      Catch::Contains("allowed: 'people' or 'whole'; did you mean 'people'?"));
}

TEST_CASE("members are counted by number, or by the word of the one scale or the bands they share") {
    auto rules = sample::rules();
    const auto low =
        counting(rules, {key("count", text("people")), key("where", table({key("below", whole(1))})),
                         key("at_least", whole(2))});
    CHECK((low.node.id == "people" && low.where.comparison == Comparison::below && low.where.threshold == 1));
    CHECK((low.comparison == Comparison::at_least && low.number == 2));
    CHECK_THROWS_WITH( // the group that stands beside the rating has no bands
        counting(rules, {key("count", text("whole")), key("where", table({key("is", text("poor"))})),
                         key("at_most", whole(0))}),
        Catch::Contains("or groups with the same bands"));
    rules.groups[0].bands = {{"Good", 50.0, Tie::in, {}}, {"Poor", {}, Tie::in, {}}};
    const auto poor =
        counting(rules, {key("count", text("whole")), key("where", table({key("is", text("poor"))})),
                         key("at_most", whole(0))});
    CHECK((poor.node.kind == Subject::Kind::whole && poor.where.threshold == 2 &&
           poor.where.of == Aspect::band));
    CHECK_THROWS_WITH(
        counting(rules, {key("count", text("people")), key("where", table({key("is", text("poor"))})),
                         key("at_most", whole(0))}),
        Catch::Contains("not all members are ratings of one scale"));
    rules.indicators.clear();
    rules.groups.clear();
    CHECK_THROWS_WITH(
        counting(rules, {key("count", text("whole")), key("where", table({key("is", text("poor"))})),
                         key("at_most", whole(0))}),
        Catch::Contains("there is no member"));
}

TEST_CASE("questions are joined, some levels deep") {
    auto rules = sample::rules();
    const auto one = table({key("measure", text("dignity")), key("below", whole(1))});
    for (std::size_t i = 0; i < joining_names.size(); ++i) {
        const auto made = condition(rules, {key(std::string(joining_names[i]), sample::list({one, one}))});
        const auto& joining = std::get<Joining>(made.question);
        CHECK(joining.how == static_cast<Joining::How>(i));
        CHECK(joining.parts.size() == 2);
    }
    CHECK_THROWS_WITH(condition(rules, {key("any", sample::list({}))}),
                      Catch::Contains("one or more questions"));
    CHECK_THROWS_WITH(condition(rules, {key("al", sample::list({one}))}),
                      Catch::Contains("did you mean 'all'?"));
    auto deep = one;
    for (int i = 0; i < 8; ++i) {
        deep = table({key("all", sample::list({deep}))});
    }
    CHECK_THROWS_WITH(condition(rules, {key("all", sample::list({deep}))}),
                      Catch::Contains("more than 8 levels deep"));
}

TEST_CASE("a condition asks for something else than the value, or for a band with its name") {
    auto rules = sample::rules();
    rules.groups[0].bands = {{"High", 50.0, Tie::in, {}}, {"Low", {}, Tie::in, {}}};
    const auto lower = read(
        rules, {key("measure", text("dignity")), key("of", text("lower")), key("below", sample::node(0.5))});
    CHECK(lower.subject.of == Aspect::lower);
    const auto low = read(rules, {key("group", text("people")), key("worse_than", text("High"))});
    CHECK((low.subject.of == Aspect::band && low.comparison == Comparison::above));
    CHECK(std::get<double>(low.with) == 1);
    const auto score = read(rules, {key("group", text("people")), key("is", whole(50))});
    CHECK(score.subject.of == Aspect::value);
    const auto few = counting(rules, {key("count", text("whole")), key("at_least", whole(1)),
                                      key("where", table({key("of", text("n")), key("below", whole(10))}))});
    CHECK((few.where.of == Aspect::n && few.where.threshold == 10));
}

TEST_CASE("one rating is worse than another with the same words") {
    auto rules = sample::rules();
    auto other = rules.indicators[1];
    other.measure.id = "council";
    rules.indicators.push_back(other);
    const auto made = read(rules, {key("measure", text("council")),
                                   key("worse_than", table({key("measure", text("inspection"))}))});
    CHECK((made.comparison == Comparison::above && std::get<Subject>(made.with).id == "inspection"));
    CHECK_THROWS_WITH(read(rules, {key("measure", text("council")),
                                   key("worse_than", table({key("measure", text("dignity"))}))}),
                      Catch::Contains("a subject with the same words"));
}
