// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/seen_text.hpp>

#include <string>
#include <vector>

using namespace vermeil;
using small::present;

namespace {

const std::vector<Band> bands{
    {"Good", 60.0, Tie::in, {}}, {"Fair", 40.0, Tie::in, {}}, {"Poor", {}, Tie::in, {}}};

/// Two shares in a group with bands, and one limiter that asks.
std::string asked(const Comparing& question, const std::vector<Cell>& cells) {
    auto rules = small::rules({small::share("a", 1, 5), small::share("b", 3)});
    rules.groups = {{"g", "", "", Aggregate::mean, {}, {}}};
    rules.groups[0].bands = bands;
    rules.indicators[0].within = "g";
    rules.indicators[1].within = "g";
    rules.limiters = {{Effect::down, "", question, "a reason", {}}};
    const auto trace = small::trace(rules, cells);
    return detail::seen_text(Framework(rules), trace, trace.limiters.at(0).seen);
}

const Subject measure{Subject::Kind::measure, "a"};

} // namespace

TEST_CASE("bands between two are told from the worse to the better one") {
    CHECK(detail::bands_text(bands, 1, 1) == "Good");
    CHECK(detail::bands_text(bands, 1, 3) == "Poor to Good");
}

TEST_CASE("what a question saw is told with what it asked for") {
    const std::vector<Cell> cells{small::of(9, 10), present(0.5)};
    const auto of_measure = [&](Aspect of) {
        return asked({{measure.kind, "a", of}, Comparison::below, 1.0}, cells);
    };
    CHECK(of_measure(Aspect::n) == "a: 9 of 10 (90.0 %)");
    CHECK(of_measure(Aspect::lower) == "a: 9 of 10 (90.0 %), lower end 0.596");
    CHECK(of_measure(Aspect::late) == "a: 9 of 10 (90.0 %), in time");
    const auto of_group = [&](Aspect of) {
        return asked({{Subject::Kind::group, "g", of}, Comparison::below, 1.0}, cells);
    };
    CHECK(of_group(Aspect::value) == "g: 60.0");
    CHECK(of_group(Aspect::band) == "g: Good");
    CHECK(of_group(Aspect::n) == "g: 2 members with data");
    CHECK(of_group(Aspect::coverage) == "g: 100.0 % of the weight known");
    const auto whole = asked({{Subject::Kind::whole, "", Aspect::band}, Comparison::is, 1.0}, cells);
    CHECK(whole == "whole: Bronze");
}

TEST_CASE("an age is told in days, and an inherited value says that it is one") {
    auto old = small::of(9, 10);
    old.day = 19588;
    old.as_of = 20000;
    const auto age = [&](const Cell& cell) {
        return asked({{measure.kind, "a", Aspect::age}, Comparison::above, 400.0}, {cell, present(0.5)});
    };
    CHECK(age(old) == "a: 9 of 10 (90.0 %), 412 days old");
    CHECK(age(small::of(9, 10)) == "a: 9 of 10 (90.0 %), of unknown age");
    old.flags = CellFlag::inherited;
    CHECK(age(old) == "a: 9 of 10 (90.0 %), inherited from a service it took over from, 412 days old");
}

TEST_CASE("what is open is told from end to end, and what is absent by its reason") {
    const std::vector<Cell> cells{small::of(4, 4), present(0.5)};
    CHECK(asked({{Subject::Kind::group, "g", Aspect::band}, Comparison::is, 1.0}, cells) ==
          "g: Poor to Good");
    CHECK(asked({{measure.kind, "a", Aspect::lower}, Comparison::below, 1.0}, cells) ==
          "a: 4 of the 5 answers needed, lower end unknown");
}
