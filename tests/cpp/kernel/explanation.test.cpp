// SPDX-License-Identifier: MIT
// A trace in plain words: every word that a reader can meet.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/explanation.hpp>

#include <string>
#include <vector>

using small::absent;
using small::of;
using small::present;
using vermeil::Cell;
using vermeil::CellFlag;
using vermeil::Effect;
using vermeil::State;

namespace {

std::string line(const vermeil::Rules& rules, const std::vector<Cell>& cells) {
    return headline(vermeil::Framework(rules), small::trace(rules, cells));
}

std::vector<std::string> lines(const vermeil::Rules& rules, const std::vector<Cell>& cells) {
    return explanation(vermeil::Framework(rules), small::trace(rules, cells));
}

/// The line on the one measure, whose least n is 10.
std::string measure_line(const Cell& cell, vermeil::Owner owner = vermeil::Owner::provider) {
    auto rules = small::rules({small::share("dignity", 2, 10)});
    rules.indicators[0].measure.owed_by = owner;
    return lines(rules, {cell}).front();
}

/// Three measures and two limiters on facts.
vermeil::Rules limited() {
    auto rules = small::three_measures();
    rules.facts = {small::fact("notice"), small::fact("closed")};
    rules.limiters = {small::limiter(Effect::cap, "Silver", "notice", "a notice is open"),
                      small::limiter(Effect::set, "Bronze", "closed", "the service is closed")};
    return rules;
}

constexpr Cell unknown{0, State::unknown, 0, 0, 0};

} // namespace

TEST_CASE("each kind of absence has its words") {
    struct Case {
        State state;
        std::string words;
    };
    for (const auto& each :
         {Case{State::not_submitted, "not returned by the provider -> 0.0 to 100.0 points, weight 2"},
          Case{State::too_few, "7 of the 10 answers needed -> 0.0 to 100.0 points, weight 2"},
          Case{State::not_applicable, "does not apply -> left out"},
          Case{State::not_yet_live, "planned, not yet measured -> left out"},
          Case{State::not_yet_inspected, "awaiting inspection -> 0.0 to 100.0 points, weight 2"},
          Case{State::suppressed, "withheld to protect people -> 0.0 to 100.0 points, weight 2"},
          Case{State::unknown, "no value on record -> 0.0 to 100.0 points, weight 2"}}) {
        CHECK(measure_line({0, each.state, 7, 0, 0}) == "dignity: " + each.words);
    }
    CHECK(measure_line(absent(State::not_submitted), vermeil::Owner::regulator) ==
          "dignity: not returned by the regulator -> 0.0 to 100.0 points, weight 2");
}

TEST_CASE("a present value comes with what is known of its base and its age") {
    CHECK(measure_line(of(91, 147)) == "dignity: 91 of 147 (61.9 %) -> 61.9 points, weight 2");
    CHECK(measure_line(of(0, 12)) == "dignity: 0 of 12 (0.0 %) -> 0.0 points, weight 2");
    CHECK(measure_line({0.25, State::present, 12, 0, 0}) == "dignity: 0.25 (n 12) -> 25.0 points, weight 2");
    CHECK(measure_line({0.5, State::present, 12, 6, vermeil::carried_flag(0, 3)}) ==
          "dignity: 6 of 12 (50.0 %), 3 quarters old -> 50.0 points, weight 2");
    CHECK(lines(small::rules({small::share("a", 1)}), {present(0.5)}).front() ==
          "a: 0.5 -> 50.0 points, weight 1");
}

TEST_CASE("an explanation goes through measures, groups, limiters, score and headline") {
    auto rules = limited();
    rules.groups = {{"people", "", "", vermeil::Aggregate::mean, {}, {}}};
    rules.indicators[0].within = "people";
    CHECK(lines(rules, {of(5, 10), of(9, 10), of(9, 10), unknown, present(1)}) ==
          std::vector<std::string>{
              "reliable: 9 of 10 (90.0 %) -> 90.0 points, weight 3",
              "safe: 9 of 10 (90.0 %) -> 90.0 points, weight 3",
              "dignity: 5 of 10 (50.0 %) -> 50.0 points, weight 4", "[people] 50.0",
              "cap Silver if a notice is open: unknown (notice: no value on record)",
              "set Bronze if the service is closed: yes (closed: 1)",
              "score 74.0, 100.0 % of the weight known",
              "Bronze, score 74.0; the service is closed; unknown whether a notice is open"});
}

TEST_CASE("a group of which nothing applies is left out in words too") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.groups = {{"people", "", "", vermeil::Aggregate::mean, {}, {}}};
    rules.indicators[0].within = "people";
    CHECK(lines(rules, {absent(State::not_applicable), present(1)}).at(2) == "[people] left out");
    CHECK(lines(rules, {unknown, present(1)}).at(2) == "[people] 0.0 to 100.0");
}

TEST_CASE("a rating is told in its source's own word, a position beyond the scale as a number") {
    auto rules = small::rules({small::share("inspection", 1)});
    rules.ordered_scales = {{"cqc", {"Good", "Poor"}, {}}};
    rules.indicators[0].measure.value = vermeil::LatestRating{"CQC"};
    rules.indicators[0].scale = vermeil::WordScale{{100, 0}};
    CHECK(lines(rules, {present(2)}).front() == "inspection: Poor -> 0.0 points, weight 1");
    CHECK(lines(rules, {present(3)}).front() == "inspection: 3 -> 0.0 points, weight 1");
}

TEST_CASE("what has a label is called by it, with its id") {
    auto rules = small::rules({small::share("m3", 1)});
    rules.indicators[0].measure.label = "Reliable carers";
    rules.groups = {{"g", "People", "", vermeil::Aggregate::mean, 1.0, {}}};
    rules.indicators[0].within = "g";
    const auto told = lines(rules, {present(0.5)});
    CHECK(told[0] == "Reliable carers (m3): 0.5 -> 50.0 points, weight 1");
    CHECK(told[1] == "[People (g)] 50.0");
    CHECK(line(rules, {unknown}).find("no value on record: Reliable carers (m3)") != std::string::npos);
}

TEST_CASE("what stood in the place of a value is shown") {
    const vermeil::Framework framework(small::rules({small::share("care", 1)}));
    auto trace = small::trace(framework.rules(), {unknown});
    trace.refused[0] = "column 'care' holds 'x': not a number";
    CHECK(headline(framework, trace).find("; not usable: column 'care' holds 'x': not a number") !=
          std::string::npos);
    CHECK(explanation(framework, trace)[1] == "not usable: column 'care' holds 'x': not a number");
}

TEST_CASE("a service whose weight is not known is told what is missing") {
    auto rules = small::rules({small::share("care", 1)});
    rules.indicators[0].weight.reset();
    rules.indicators[0].weighed_by = vermeil::WeightColumn{"beds"};
    rules.facts = {small::fact("beds")};
    CHECK(line(rules, {present(1), unknown}) ==
          "Not rated: the weight of care is not known: no value of 'beds'");
    CHECK(lines(rules, {present(1), unknown}).front() == "care: 1, weight not known");
    CHECK(lines(rules, {present(1), present(3)}).front() == "care: 1 -> 100.0 points, weight 3");
}

TEST_CASE("an explanation says what happened in the place of a value that is unknown") {
    const auto rules = limited();
    const vermeil::Framework framework(rules);
    auto trace = small::trace(rules, {of(5, 10), of(9, 10), unknown, unknown, present(0)});
    trace.unknown = {{2, "returned as unknown"}, {3, "no table of events was given"}};
    const auto told = explanation(framework, trace);
    CHECK(told[2] == "safe: returned as unknown -> 0.0 to 100.0 points, weight 3");
    CHECK(told[3] == "cap Silver if a notice is open: unknown (notice: no table of events was given)");
}

TEST_CASE("of a service without a score none is told, and a value without a logarithm says what it earns") {
    const auto nothing = lines(small::rules({small::share("dignity", 1)}), {absent(State::not_applicable)});
    CHECK(nothing == std::vector<std::string>{"dignity: does not apply -> left out", "no score",
                                              "Not rated: no measure applies"});
    auto indicator = small::share("visits", 1);
    indicator.relative.emplace();
    indicator.relative->logarithmic = true;
    CHECK(vermeil::detail::left_out_of_norms(indicator, {0, State::present}) ==
          ", without a logarithm: earns what the least of the others earns");
    CHECK(vermeil::detail::left_out_of_norms(indicator, {1, State::present}).empty());
    CHECK(vermeil::detail::left_out_of_norms(indicator, absent(State::unknown)).empty());
}
