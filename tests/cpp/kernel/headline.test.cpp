// SPDX-License-Identifier: MIT
// One line of a trace: what stands, or why nothing does.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/headline.hpp>

#include <string>
#include <vector>

using small::absent;
using small::of;
using small::present;
using vermeil::Cell;
using vermeil::Effect;
using vermeil::State;

namespace {

std::string line(const vermeil::Rules& rules, const std::vector<Cell>& cells) {
    return headline(vermeil::Framework(rules), small::trace(rules, cells));
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
    CHECK(line(rules, {present(1), unknown}) == "Gold, score 90.0 to 100.0; no value on record: b");
}

TEST_CASE("a headline of an open outcome names every band that is possible, and why it is open") {
    CHECK(line(small::three_measures(), {of(6, 9), of(9, 10), of(9, 10)}) ==
          "Not rated: Bronze, Silver or Gold; too few answers: dignity 9 of 10");
    auto rules = small::three_measures();
    rules.open = vermeil::Open::lowest;
    CHECK(line(rules, {of(10, 10), of(9, 10), unknown}) ==
          "Silver (may be Silver or Gold); no value on record: safe");
}

TEST_CASE("a headline says how much of the weight is known where that is too little") {
    CHECK(line(small::three_measures(), {absent(State::not_submitted), of(9, 10), unknown}) ==
          "Not rated: 30.0 % of the weight is known, 60.0 % is needed; not returned by the council: dignity; "
          "no value on record: safe");
}

TEST_CASE("a headline says where no measure applies, and no more") {
    CHECK(line(small::three_measures(), {3, absent(State::not_applicable)}) ==
          "Not rated: no measure applies");
}

TEST_CASE("a headline of a service that returned nothing says so where the rules leave it out") {
    auto rules = small::three_measures();
    rules.missing.of(State::not_submitted).policy = vermeil::Policy::leave_out;
    CHECK(line(rules,
               {absent(State::not_submitted), absent(State::not_submitted), absent(State::not_applicable)}) ==
          "Not rated: no measure that applies has a value; not returned by the council: dignity, reliable");
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

TEST_CASE("a scheme in which higher is worse counts points") {
    auto rules = small::rules({small::share("a", 1)});
    rules.higher_is = vermeil::Face::worse;
    CHECK(line(rules, {present(1)}) == "Gold, points 100.0");
}

TEST_CASE("a headline says what happened where a value is unknown and somebody said so") {
    const auto rules = limited();
    const vermeil::Framework framework(rules);
    auto trace = small::trace(rules, {of(10, 10), of(10, 10), unknown, unknown, present(0)});
    CHECK(
        headline(framework, trace).ends_with("; no value on record: safe; unknown whether a notice is open"));
    trace.unknown = {{2, "returned as unknown"}, {3, "no table of events was given"}};
    CHECK(headline(framework, trace)
              .ends_with("; returned as unknown: safe; unknown whether a notice is open (no table of events "
                         "was given)"));
}

TEST_CASE("a headline of what a limiter may withhold says what happened too") {
    auto rules = limited();
    rules.limiters = {small::limiter(Effect::withhold, "", "notice", "a notice is open")};
    auto trace = small::trace(rules, {of(10, 10), of(10, 10), of(10, 10), unknown, present(0)});
    trace.unknown = {{3, "a row of events was refused, see the rejects"}};
    CHECK(headline(vermeil::Framework(rules), trace) ==
          "Not rated: unknown whether a notice is open (a row of events was refused, see the rejects)");
}
