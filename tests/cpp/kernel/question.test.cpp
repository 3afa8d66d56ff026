// SPDX-License-Identifier: MIT
// Conditions with positions instead of names.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/question.hpp>

using namespace vermeil;
using Kind = Operand::Kind;

namespace {

/// Two measures in two groups, one of them inside the other, and one measure outside.
Framework nested() {
    auto rules = small::rules({small::share("inner", 1), small::share("outer", 2), small::share("root", 3)});
    rules.groups = {{"out", "", "", Aggregate::mean, {}, {}}, {"in", "", "out", Aggregate::mean, 5.0, {}}};
    rules.indicators[0].within = "in";
    rules.indicators[1].within = "out";
    return Framework(rules);
}

} // namespace

TEST_CASE("measures become positions, and groups places where their score is kept") {
    const auto framework = nested();
    Questions questions(framework);
    const auto made = questions.made(
        Comparing{{Subject::Kind::group, "in"}, Comparison::below, Subject{Subject::Kind::measure, "root"}});
    CHECK((made.left.kind == Kind::group && made.left.index == 0));
    CHECK((made.right.kind == Kind::measure && made.right.index == 2));
    const auto again = questions.made(Comparing{{Subject::Kind::group, "in"}, Comparison::is, 0.1 + 0.2});
    CHECK((again.left.index == 0 && again.right.kind == Kind::number && again.right.number == 0.3));
    CHECK(questions.kept_count() == 1);
    CHECK(questions.kept() == std::vector<std::optional<std::size_t>>{std::nullopt, 0});
}

TEST_CASE("a node's members are the measures and groups that stand in it") {
    const auto framework = nested();
    Questions questions(framework);
    const auto made =
        questions.made(Counting{{Subject::Kind::group, "out"}, {Comparison::is, 1}, Comparison::at_least, 2});
    REQUIRE(made.members.size() == 2);
    CHECK((made.members[0].kind == Kind::measure && made.members[0].index == 1));
    CHECK((made.members[1].kind == Kind::group && made.members[1].index == 0));
    CHECK((made.right.number == 2 && made.threshold.number == 1));
    CHECK(questions.made(Counting{{Subject::Kind::whole, ""}, {Comparison::is, 1}, Comparison::is, 1})
              .members.size() == 2);
    CHECK(questions.kept_count() == 2);
}

TEST_CASE("a band's cut is a question about its node") {
    const auto framework = nested();
    Questions questions(framework);
    const Subject whole{Subject::Kind::whole, ""};
    const auto above = questions.cut({"Gold", 80.0, Tie::out, {}}, whole);
    CHECK((above.left.kind == Kind::whole && above.comparison == Comparison::above &&
           above.right.number == 80));
    CHECK(questions.cut({"Gold", 80.0, Tie::in, {}}, whole).comparison == Comparison::at_least);
    const auto own = questions.cut({"Good", 3.0, Tie::in, {}}, {Subject::Kind::group, "in"});
    CHECK((own.left.kind == Kind::group && questions.kept_count() == 1));
}

TEST_CASE("questions inside questions keep their order") {
    const auto framework = nested();
    Questions questions(framework);
    const Condition one("root", Comparison::is, 1), two("outer", Comparison::is, 2);
    const auto made = questions.made(Joining{Joining::How::none, {one, Joining{Joining::How::any, {two}}}});
    CHECK(made.kind == Question::Kind::none);
    CHECK(made.parts.at(0).left.index == 2);
    CHECK(made.parts.at(1).kind == Question::Kind::any);
    CHECK(made.parts.at(1).parts.at(0).left.index == 1);
}

TEST_CASE("a test of members asks for bands of groups and values of measures") {
    const auto framework = nested();
    Questions questions(framework);
    const auto made = questions.tally("out", {Comparison::above, 2, Aspect::band});
    REQUIRE(made.members.size() == 2);
    CHECK(made.members[0].of == Aspect::value);
    CHECK(made.members[1].of == Aspect::band);
    CHECK_FALSE(questions.asks_for_presence());
    (void)questions.made(Comparing{{Subject::Kind::group, "out", Aspect::coverage}, Comparison::below, 0.8});
    CHECK(questions.asks_for_presence());
}
