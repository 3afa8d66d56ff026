// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/trial_row.hpp>

using namespace small;

namespace {

/// Three shares, two of them in a group, and a fact.
Rules grouped() {
    auto made = rules();
    Group group;
    group.id = "people";
    group.weight = 1;
    made.groups = {group};
    made.indicators.push_back(share("records"));
    made.indicators[0].within = "people";
    made.indicators[1].within = "people";
    Measure fact;
    fact.id = "breach";
    made.facts = {fact};
    return made;
}

Comparing group(Comparison comparison, double number) {
    return {{Subject::Kind::group, "people"}, comparison, number};
}

/// Whether a condition holds for the row that the maker settles: a limiter with it fires.
bool settles(const Condition& condition, bool wanted, const detail::Manner& manner = {}, double level = 0.5) {
    auto made = grouped();
    made.limiters = {limiter(Effect::withhold, "", condition)};
    const Ready ready(made);
    detail::RowMaker maker(ready.trial.evaluator(), ready.trial.measures());
    auto row = maker.at_level(level);
    maker.settle(condition, wanted, manner, row);
    return (ready.trial.evaluator().evaluate(row).limiter == 1) == wanted;
}

} // namespace

TEST_CASE("levels go from the fewest points to the most") {
    const Ready ready(grouped());
    const detail::RowMaker maker(ready.trial.evaluator(), ready.trial.measures());
    CHECK(ready.trial.evaluator().evaluate(maker.at_level(0)).lowest_score == 0);
    CHECK(ready.trial.evaluator().evaluate(maker.at_level(0.25)).lowest_score == 25);
    CHECK(ready.trial.evaluator().evaluate(maker.at_level(1)).lowest_score == 100);
}

TEST_CASE("comparisons with measures, groups and the whole are settled either way, only just or strongly") {
    for (const bool strongly : {false, true}) {
        for (const bool wanted : {false, true}) {
            CHECK(settles({"care", Comparison::below, 0.3}, wanted, {strongly, 0}));
            CHECK(settles({"breach", Comparison::is, 1}, wanted, {strongly, 0}));
            CHECK(settles(group(Comparison::at_least, 62), wanted, {strongly, 0}));
            CHECK(settles(whole(Comparison::above, 71), wanted, {strongly, 0}));
        }
    }
}

TEST_CASE("a group's score is settled beside the number that is asked") {
    const Ready ready(grouped());
    detail::RowMaker maker(ready.trial.evaluator(), ready.trial.measures());
    auto row = maker.at_level(0);
    maker.settle(Condition(group(Comparison::at_least, 62)), true, {}, row);
    CHECK(ready.trial.evaluator().explain(row).groups[0].lowest_score == Approx(62).margin(0.3));
    CHECK(row[2].value == 0);
}

TEST_CASE("counts of members are settled, from either end") {
    Counting counting;
    counting.node = {Subject::Kind::group, "people"};
    counting.where = {Comparison::below, 0.2};
    counting.number = 1;
    for (const std::size_t part : {0U, 1U}) {
        CHECK(settles(counting, true, {false, part}));
        CHECK(settles(counting, false, {false, part}, 0));
    }
}

TEST_CASE("questions that are joined are settled by all their parts, or by the one that is to decide") {
    const Condition low("care", Comparison::below, 0.3), breach("breach", Comparison::is, 1);
    for (const auto how : {Joining::How::all, Joining::How::any, Joining::How::none}) {
        for (const bool wanted : {false, true}) {
            for (const std::size_t part : {0U, 1U}) {
                CHECK(settles(Joining{how, {low, breach}}, wanted, {false, part}));
            }
        }
    }
}

TEST_CASE("a comparison with another subject looks at what that is now") {
    Comparing asked{
        {Subject::Kind::measure, "care"}, Comparison::above, Subject{Subject::Kind::measure, "staff"}};
    CHECK(settles(asked, true));
    CHECK(settles(asked, false));
}
