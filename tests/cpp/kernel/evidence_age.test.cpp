// SPDX-License-Identifier: MIT
// How old the evidence is: by hand, and the same in a batch as for one row.

#include "catch.hpp"
#include "kernel/made_up.hpp"
#include "kernel/made_up_rules.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/evidence_age.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/trace_json.hpp>

#include <string>
#include <utility>
#include <vector>

using vermeil::Date;
using vermeil::EvidenceAge;
using vermeil::State;

namespace {

const Date as_of(2024, 12, 31);

/// A share with its counts, so many days old.
vermeil::Cell aged(std::int32_t days, std::uint32_t n = 20) {
    auto cell = small::of(n / 2, n);
    cell.day = vermeil::day_number(as_of) - days;
    return cell;
}

EvidenceAge age(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells) {
    return vermeil::Evaluator(vermeil::Framework(rules)).explain(cells, as_of).age;
}

} // namespace

TEST_CASE("the oldest evidence, and the age that half of the weight does not exceed") {
    const auto rules = small::three_measures(); // weights 4, 3, 3
    CHECK(age(rules, {aged(10), aged(412), aged(90)}) == EvidenceAge{412, 90, 1});
    CHECK(age(rules, {aged(412), aged(10), aged(90)}) == EvidenceAge{412, 90, 1});
    CHECK(age(rules, {aged(50), aged(50), aged(0)}) == EvidenceAge{50, 50, 1});
    CHECK(age(rules, {aged(300), aged(1), small::absent(State::unknown)}) == EvidenceAge{300, 300, 1});
}

TEST_CASE("half of the weight and no more is enough for the younger of two") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    CHECK(age(rules, {aged(30), aged(60)}).median == 30);
    rules.indicators[1].weight = 1.001;
    CHECK(age(rules, {aged(30), aged(60)}).median == 60);
}

TEST_CASE("weight without a day is told, and weight without data has no part in it") {
    const auto rules = small::three_measures();
    const auto undated = small::of(10, 20);
    CHECK(age(rules, {aged(10), undated, undated}) == EvidenceAge{10, 10, 0.4});
    CHECK(age(rules, {aged(10), undated, small::absent(State::unknown)}).known == vermeil::snapped(4.0 / 7));
    CHECK(age(rules, {undated, undated, undated}) == EvidenceAge{{}, {}, 0});
    CHECK(age(rules, {aged(10), aged(999, 9), undated}).oldest == 10); // 9 answers of 10 are too few
    CHECK(age(rules, {aged(-1), undated, undated}).oldest == std::nullopt);
}

TEST_CASE("without a day as of which the measures hold, nothing has an age") {
    const vermeil::Evaluator evaluator{vermeil::Framework(small::three_measures())};
    const std::vector<vermeil::Cell> cells{aged(10), aged(20), aged(30)};
    CHECK(evaluator.explain(cells).age == EvidenceAge());
}

TEST_CASE("a fact counts for the oldest and weighs nothing") {
    auto rules = small::three_measures();
    rules.facts = {small::fact("notice")};
    CHECK(age(rules, {aged(1), aged(1), aged(1), aged(500)}) == EvidenceAge{500, 1, 1});
}

TEST_CASE("a measure weighs what it does in the whole: its share of its group, and the group's") {
    auto rules = small::rules({small::share("a", 9), small::share("b", 1), small::share("c", 1),
                               small::share("d", 5), small::share("planned", 7)});
    rules.groups = {{"heavy", "", "", vermeil::Aggregate::mean, 3.0, {}},
                    {"heading", "", "", vermeil::Aggregate::mean, {}, {}},
                    {"least", "", "", vermeil::Aggregate::minimum, {}, {}}};
    rules.indicators[0].within = rules.indicators[1].within = "heavy";
    rules.indicators[2].within = "heading"; // weighs 1 beside the 3 of heavy and the 1 of least
    rules.indicators[3].within = rules.indicators[4].within = "least";
    rules.indicators[4].measure.live = false;
    const auto weights = vermeil::weights_in_whole(vermeil::Framework(rules));
    CHECK(weights[0] == Approx(0.54));
    CHECK(weights[1] == Approx(0.06));
    CHECK(weights[2] == Approx(0.2));
    CHECK(weights[3] == Approx(0.2));
    CHECK(weights[4] == 0);
}

TEST_CASE("a batch and an explanation give the same ages, whatever the framework and the rows") {
    made_up::Draws draws(7);
    for (int trial = 0; trial < 60; ++trial) {
        const vermeil::Framework framework(made_up::rules(draws));
        std::vector<std::vector<vermeil::Cell>> rows;
        for (int i = 0; i < 20; ++i) {
            rows.push_back(made_up::row(draws, framework));
            for (auto& cell : rows.back()) {
                const auto days = static_cast<std::int32_t>(draws.below(900));
                cell.day = draws.chance(0.8) ? vermeil::day_number(as_of) - days : vermeil::no_day;
            }
        }
        const auto undated = made_up::table(framework, rows);
        vermeil::MeasureTable table(undated.services(), std::nullopt, as_of);
        for (std::size_t m = 0; m < undated.ids().size(); ++m) {
            table.add(undated.ids()[m], undated.columns()[m], nullptr);
        }
        const vermeil::Evaluator evaluator(framework);
        const auto ages = evaluator.ages(table);
        REQUIRE(ages.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CHECK(ages[i] == evaluator.explain(table, i).age);
            CHECK(ages[i] == evaluator.explain(rows[i], as_of).age);
        }
    }
}

TEST_CASE("the age in words says what is not known") {
    CHECK(vermeil::age_text({412, 90, 1}) ==
          "evidence up to 412 days old, half of the weight 90 days or younger");
    CHECK(vermeil::age_text({412, 90, 0.6}) ==
          "evidence up to 412 days old, half of the weight 90 days or younger; no day is known for 40.0 % of "
          "the weight with data");
    CHECK(vermeil::age_text({}).empty());
}

TEST_CASE("an explanation and its JSON tell the age") {
    const vermeil::Framework framework(small::three_measures());
    const std::vector<vermeil::Cell> cells{aged(10), aged(412), aged(90)};
    const auto trace = vermeil::Evaluator(framework).explain(cells, as_of);
    const auto lines = vermeil::explanation(framework, trace);
    CHECK(lines[lines.size() - 2] ==
          "rests on evidence up to 412 days old, half of the weight 90 days or younger");
    const auto json = vermeil::to_json(framework, trace, "P1", "quarter", "", "band");
    CHECK(json.find("\"oldest_days\": 412, \"median_days\": 90, \"age_known\": 1") != std::string::npos);
    CHECK(json.find("\"day\": \"2024-12-21\"") != std::string::npos);
}
