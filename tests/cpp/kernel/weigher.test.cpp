// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/made_up.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/weigher.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

using namespace vermeil;

namespace {

/// One measure of weight 1, and one whose weight is the number of beds.
Rules by_beds(Aggregate aggregate = Aggregate::mean) {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.indicators[1].weight.reset();
    rules.indicators[1].weighed_by = WeightColumn{"beds"};
    rules.facts = {small::fact("beds")};
    rules.aggregate = aggregate;
    rules.least_coverage = 0;
    return rules;
}

std::vector<Cell> cells(double a, double b, double beds) {
    return {small::present(a), small::present(b), small::present(beds)};
}

} // namespace

TEST_CASE("a measure weighs what its column says") {
    CHECK(small::outcome(by_beds(), cells(1, 0.5, 3)).lowest_score == 62.5);
    CHECK(small::outcome(by_beds(), cells(1, 0.5, 0)).lowest_score == 100);
    CHECK(small::outcome(by_beds(Aggregate::sum), cells(1, 0.5, 3)).lowest_score == 250);
    CHECK(small::outcome(by_beds(Aggregate::minimum), cells(1, 0.5, 3)).lowest_score == 50);
    CHECK(small::outcome(by_beds(Aggregate::minimum), cells(1, 0.5, 0)).lowest_score == 100);
    CHECK(small::outcome(by_beds(Aggregate::geometric), cells(1, 0.25, 1)).lowest_score == 50);
}

TEST_CASE("the weight with data is that of the row") {
    auto absent = cells(1, 0.5, 3);
    absent[1] = small::absent(State::unknown);
    const auto made = small::outcome(by_beds(), absent);
    CHECK(made.coverage == 0.25);
    CHECK(made.lowest_score == 25);
    CHECK(made.highest_score == 100);
}

TEST_CASE("without its weight a service is Not rated, whatever else is known") {
    for (const auto& beds : {small::absent(State::unknown), small::present(-1)}) {
        const auto made = small::outcome(by_beds(), {small::present(1), small::present(1), beds});
        CHECK(made.reason == Reason::weight);
        CHECK(made.band == no_band);
    }
    auto otherwise = by_beds();
    otherwise.indicators[1].weighed_by->otherwise = 1;
    const auto made =
        small::outcome(otherwise, {small::present(1), small::present(0.5), small::absent(State::unknown)});
    CHECK(made.lowest_score == 75);
}

TEST_CASE("what is left out needs no weight") {
    const auto made = small::outcome(
        by_beds(), {small::present(1), small::absent(State::not_applicable), small::absent(State::unknown)});
    CHECK(made.reason == Reason::decided);
    CHECK(made.lowest_score == 100);
}

TEST_CASE("a group weighs what its column says") {
    auto rules = by_beds();
    rules.groups = {{"g", "", "", Aggregate::mean, {}, {}}};
    rules.groups[0].weighed_by = WeightColumn{"beds"};
    rules.indicators[1].weighed_by.reset();
    rules.indicators[1].weight = 2;
    rules.indicators[1].within = "g";
    CHECK(small::outcome(rules, cells(1, 0.5, 3)).lowest_score == 62.5);
    CHECK(small::trace(rules, {small::present(1), small::present(1), small::absent(State::unknown)})
              .groups[0]
              .weighed == false);
}

TEST_CASE("many rows side by side weigh the same to the bit") {
    auto rules = by_beds();
    rules.missing.by_state.at(static_cast<std::size_t>(State::suppressed)).policy = Policy::renormalise;
    const Evaluator evaluator{Framework(rules)};
    made_up::Draws draws(7);
    std::vector<std::vector<Cell>> rows;
    for (std::size_t i = 0; i < 5000; ++i) {
        rows.push_back(made_up::row(draws, evaluator.framework(), {}, 0.8));
    }
    const auto outcomes = evaluator.evaluate(made_up::table(evaluator.framework(), rows));
    std::size_t unweighed = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(outcomes.row(i) == evaluator.evaluate(rows[i]));
        unweighed += outcomes.reason[i] == Reason::weight ? 1U : 0U;
    }
    CHECK(unweighed > 100);
}
