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

TEST_CASE("no band is Not rated") {
    const vermeil::Framework framework(small::three_measures());
    CHECK(band_name(framework, 0) == "Gold");
    CHECK(band_name(framework, 2) == "Bronze");
    CHECK(band_name(framework, vermeil::no_band) == "Not rated");
}

TEST_CASE("a headline gives a band with its score") {
    CHECK(line(small::three_measures(), {of(5, 10), of(9, 10), of(9, 10)}) == "Silver, score 74.0");
}

TEST_CASE("a headline gives both ends of a score where one band holds them") {
    auto rules = small::rules({small::share("a", 9), small::share("b", 1)});
    CHECK(line(rules, {present(1), unknown}) ==
          "Gold, score 90.0 to 100.0; no value, and no reason given: b");
}

TEST_CASE("a headline of an open outcome names every band that is possible, and why it is open") {
    CHECK(line(small::three_measures(), {of(6, 9), of(9, 10), of(9, 10)}) ==
          "Not rated: Bronze, Silver or Gold; too few answers: dignity 9 of 10");
    auto rules = small::three_measures();
    rules.open = vermeil::Open::lowest;
    CHECK(line(rules, {of(10, 10), of(9, 10), unknown}) ==
          "Silver (may be Silver or Gold); no value, and no reason given: safe");
}

TEST_CASE("a headline says how much of the weight is known where that is too little") {
    CHECK(line(small::three_measures(), {absent(State::not_submitted), of(9, 10), unknown}) ==
          "Not rated: 30.0 % of the weight is known, 60.0 % is needed; not returned by the council: dignity; "
          "no value, and no reason given: safe");
}

TEST_CASE("a headline says where no measure applies, and no more") {
    CHECK(line(small::three_measures(), {3, absent(State::not_applicable)}) ==
          "Not rated: no measure applies");
}

TEST_CASE("a headline names three measures of one kind of absence, and counts the others") {
    std::vector<vermeil::Indicator> indicators;
    for (const auto* id : {"a", "b", "c", "d", "e"}) {
        indicators.push_back(small::share(id, 1));
    }
    auto rules = small::rules(indicators);
    rules.least_coverage = 0;
    const auto headline = line(rules, {5, absent(State::not_yet_inspected)});
    CHECK(headline == "Not rated: Bronze, Silver or Gold; awaiting inspection: a, b, c and 2 more");
}

TEST_CASE(
    "a headline gives the reason of the limiter that changed the band, and of those nobody can answer") {
    const std::vector<Cell> gold{of(10, 10), of(10, 10), of(10, 10)};
    const auto with = [&](const Cell& notice, const Cell& closed) {
        auto cells = gold;
        cells.insert(cells.end(), {notice, closed});
        return line(limited(), cells);
    };
    CHECK(with(present(0), present(0)) == "Gold, score 100.0");
    CHECK(with(present(1), present(0)) == "Silver, score 100.0; a notice is open");
    CHECK(with(present(1), present(1)) == "Bronze, score 100.0; the service is closed");
    CHECK(with(unknown, present(0)) == "Not rated: Silver or Gold; unknown whether a notice is open");
    CHECK(with(unknown, unknown) == "Not rated: Bronze, Silver or Gold; unknown whether a notice is open; "
                                    "unknown whether the service is closed");
}

TEST_CASE("a limiter that changed nothing is not in the headline") {
    CHECK(line(limited(), {of(0, 10), of(0, 10), of(0, 10), present(1), present(0)}) == "Bronze, score 0.0");
}

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
          Case{State::unknown, "no value, and no reason given -> 0.0 to 100.0 points, weight 2"}}) {
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
              "cap Silver if a notice is open: unknown (notice: no value, and no reason given)",
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

TEST_CASE("a scheme in which higher is worse counts points") {
    auto rules = small::rules({small::share("a", 1)});
    rules.higher_is = vermeil::Face::worse;
    CHECK(line(rules, {present(1)}) == "Gold, points 100.0");
}

TEST_CASE("what has a label is called by it, with its id") {
    auto rules = small::rules({small::share("m3", 1)});
    rules.indicators[0].measure.label = "Reliable carers";
    rules.groups = {{"g", "People", "", vermeil::Aggregate::mean, 1.0, {}}};
    rules.indicators[0].within = "g";
    const auto told = lines(rules, {present(0.5)});
    CHECK(told[0] == "Reliable carers (m3): 0.5 -> 50.0 points, weight 1");
    CHECK(told[1] == "[People (g)] 50.0");
    CHECK(line(rules, {unknown}).find("no reason given: Reliable carers (m3)") != std::string::npos);
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

TEST_CASE("what stood in the place of a value is shown") {
    const vermeil::Framework framework(small::rules({small::share("care", 1)}));
    auto trace = small::trace(framework.rules(), {unknown});
    trace.refused[0] = "column 'care' holds 'x': not a number";
    CHECK(headline(framework, trace).find("; not usable: column 'care' holds 'x': not a number") !=
          std::string::npos);
    CHECK(explanation(framework, trace)[1] == "not usable: column 'care' holds 'x': not a number");
}
