// SPDX-License-Identifier: MIT
// One measure read from its columns; whole tables are read in read_measures.test.cpp.

#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/framework/measure_columns.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

/// A framework of one measure with that value.
Framework of(ValueSource value) {
    auto rules = sample::rules();
    rules.groups.clear();
    rules.limiters.clear();
    rules.facts.resize(1);
    rules.facts[0].id = "region";
    rules.indicators.resize(1);
    rules.indicators[0].within.clear();
    rules.indicators[0].measure.id = "falls_rate";
    rules.indicators[0].measure.value = std::move(value);
    rules.ranks = true;
    rules.ranked_within = "region";
    return Framework(rules);
}

struct Read {
    MeasureTable table{{"A", "B", "C"}};
    Rejects rejects;
    bool found = false;
};

Read read(const Framework& framework, std::size_t measure, std::vector<Column> columns) {
    const Frame frame("made up", std::move(columns));
    const std::vector<std::size_t> rows{0, 1, 2};
    Read made;
    detail::MeasureReader reader(framework, frame, rows, made.rejects);
    made.found = reader.read(framework.measures()[measure], made.table);
    return made;
}

Column numbers(std::string name, std::vector<std::string> cells) {
    return text_column(std::move(name), std::move(cells));
}

} // namespace

TEST_CASE("a rate takes two columns of the table, and refuses an exposure below 0") {
    const auto rate = of(GivenRate{"falls", "days", 1000});
    const auto made =
        read(rate, 0, {numbers("falls", {"3", "3", "3"}), numbers("days", {"1000", "0", "-1"})});
    REQUIRE(made.found);
    const auto* column = made.table.find("falls_rate");
    CHECK((column->value[0] == 3 && column->state[0] == State::present && column->n[0] == 1000));
    CHECK(column->state[1] == State::too_few);
    CHECK(column->state[2] == State::unknown);
    REQUIRE(made.rejects.size() == 1);
    CHECK(made.rejects[0].reason == "an exposure below 0");
    CHECK(column->count.empty());
}

TEST_CASE("a rate may stand ready under its own id, and a column under another name") {
    const auto ready = read(of(GivenRate{"falls", "days", 1}), 0, {numbers("falls_rate", {"1", "2", "3"})});
    CHECK((ready.found && ready.table.find("falls_rate")->value[2] == 3));
    CHECK_FALSE(
        read(of(GivenRate{"falls_rate", "days", 1}), 0, {numbers("falls_rate", {"1", "2", "3"})}).found);
    const auto renamed = read(of(GivenRate{"falls"}), 0, {numbers("falls", {"1", "2", "3"})});
    CHECK((renamed.found && renamed.table.find("falls_rate")->value[1] == 2));
}

TEST_CASE("parts of a column, or of a rate, stand in its place; ready ones are taken as they are") {
    const auto parts = of(GivenRate{"beds", "", 1, {20, 40}});
    const auto made = read(parts, 0, {numbers("beds", {"19", "20", "80"})});
    REQUIRE(made.found);
    CHECK(made.table.find("falls_rate")->value[0] == 1);
    CHECK(made.table.find("falls_rate")->value[1] == 2);
    CHECK(made.table.find("falls_rate")->value[2] == 3);
    const auto ready = read(parts, 0, {numbers("falls_rate", {"1", "2", "3"})});
    CHECK((ready.found && ready.table.find("falls_rate")->value[1] == 2));
    const auto rate = of(GivenRate{"falls", "days", 1000, {4}});
    const auto of_rate =
        read(rate, 0, {numbers("falls", {"3", "4", "5"}), numbers("days", {"1000", "1000", "1000"})});
    CHECK(of_rate.table.find("falls_rate")->value[0] == 1);
    CHECK(of_rate.table.find("falls_rate")->value[1] == 2);
}

TEST_CASE("names of peers become numbers that the table can name, and no other words do") {
    const auto framework = of(Given{});
    const auto made = read(framework, 1, {text_column("region", {"North", "7", ""})});
    const auto* column = made.table.find("region");
    CHECK(made.table.name_of(column->value[0]) == "North");
    CHECK((column->value[1] == 7 && made.table.name_of(7).empty()));
    CHECK(column->state[2] == State::unknown);
    const auto words = read(framework, 0, {text_column("falls_rate", {"many", "0.7", ""})});
    REQUIRE(words.rejects.size() == 1);
    CHECK(words.rejects[0].reason == "not a number");
}
