// SPDX-License-Identifier: MIT
// Measures that come ready-made: what is used as it stands, what is refused, what is unknown.

#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/framework/read_measures.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace {

using vermeil::State;

vermeil::Measured read(std::vector<vermeil::Column> columns) {
    columns.insert(columns.begin(), vermeil::text_column("service", {"P1", "P2", "P3"}));
    return vermeil::read_measures(vermeil::Framework(sample::rules()), {"measures.csv", std::move(columns)},
                                  "service");
}

vermeil::Column inspection() { return vermeil::text_column("inspection", {"Good", "Good", "Good"}); }

State state(const vermeil::Measured& measured, const std::string& id, std::size_t row) {
    return measured.table.find(id)->state[row];
}

} // namespace

TEST_CASE("a column of doubles is used where it stands") {
    auto dignity = vermeil::number_column("dignity", std::vector<double>{0.5, 0.25, 1});
    const auto* values = dignity.as<std::span<const double>>()->data();
    const auto measured = read({std::move(dignity), inspection()});
    CHECK(measured.table.find("dignity")->value.data() == values);
    CHECK(measured.rejects.empty());
}

TEST_CASE("text, words of a rating and counts become numbers") {
    const auto measured = read({vermeil::text_column("dignity.count", {"5", "0", "0"}),
                                vermeil::number_column("dignity.n", std::vector<std::int64_t>{10, 4, 0}),
                                vermeil::text_column("inspection", {" good ", "Poor", ""})});
    const auto& dignity = *measured.table.find("dignity");
    CHECK(dignity.value[0] == 0.5);
    CHECK(dignity.n[1] == 4);
    CHECK(state(measured, "dignity", 1) == State::present);
    CHECK(state(measured, "dignity", 2) == State::unknown);
    CHECK(measured.table.find("inspection")->value[1] == 2);
    CHECK(state(measured, "inspection", 2) == State::unknown);
    CHECK(measured.rejects.empty());
}

TEST_CASE("a null without a state is unknown, and states come as words or numbers") {
    const auto measured =
        read({vermeil::nullable_column("dignity", std::vector<double>{0.5, 0, 0.75},
                                       [](std::size_t row) { return row != 1; }),
              vermeil::text_column("dignity.state", {"", "", "suppressed"}), inspection(),
              vermeil::number_column("inspection.state", std::vector<std::uint8_t>{0, 5, 3})});
    CHECK(state(measured, "dignity", 0) == State::present);
    CHECK(state(measured, "dignity", 1) == State::unknown);
    CHECK(state(measured, "dignity", 2) == State::suppressed);
    CHECK(state(measured, "inspection", 1) == State::not_yet_inspected);
    CHECK(state(measured, "inspection", 2) == State::not_applicable);
}

TEST_CASE("what cannot be a value is unknown and told, row by row") {
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    const auto measured = read({vermeil::number_column("dignity", std::vector<double>{nan, 74, -0.5}),
                                vermeil::text_column("inspection", {"Good", "Splendid", "Poor"}),
                                vermeil::text_column("inspection.state", {"absent", "", ""})});
    REQUIRE(measured.rejects.size() == 5);
    CHECK(measured.rejects[0] == vermeil::Reject{"measures.csv", 2, "dignity", "nan",
                                                 "not a number; give a state where there is none", true,
                                                 false});
    CHECK(measured.rejects[1].reason == "a share lies between 0 and 1; this looks like a percentage");
    CHECK(measured.rejects[2].reason == "a share lies between 0 and 1");
    CHECK(measured.rejects[3].reason == "not one of 'Good' or 'Poor'");
    CHECK(measured.rejects[4].column == "inspection.state");
    CHECK(measured.rejects[4].value == "absent");
    for (std::size_t row = 0; row < 3; ++row) {
        CHECK(state(measured, "dignity", row) == State::unknown);
    }
}

TEST_CASE("a value said to be present that is not there is told") {
    const auto measured =
        read({vermeil::text_column("dignity", {"", "0.5", "0.5"}),
              vermeil::text_column("dignity.state", {"present", "present", "unknown"}), inspection()});
    REQUIRE(measured.rejects.size() == 1);
    CHECK(measured.rejects[0].reason == "said to be present, and has no value");
}

TEST_CASE("a service named twice or not at all is left out, the others keep their rows") {
    const vermeil::Frame frame{"m.csv",
                               {vermeil::text_column("id", {"P1", "P1", "", "P4"}),
                                vermeil::number_column("dignity", std::vector<double>{0.1, 0.2, 0.3, 0.4}),
                                vermeil::text_column("inspection", {"Good", "Good", "Good", "Poor"})}};
    const auto measured = vermeil::read_measures(vermeil::Framework(sample::rules()), frame, "id");
    CHECK(measured.table.services() == std::vector<std::string>{"P1", "P4"});
    CHECK(measured.table.find("dignity")->value[1] == 0.4);
    REQUIRE(measured.rejects.size() == 2);
    CHECK(measured.rejects[0].row == 3);
    CHECK(measured.rejects[1].row == 4);
}

TEST_CASE("a live measure without a column is an error that lists the columns; a planned one is not") {
    CHECK_THROWS_WITH(read({inspection()}), "measures.csv: no column 'dignity' for the measure of that name; "
                                            "it has 'service' or 'inspection'; a measure "
                                            "that nobody has yet is live = false in the framework");
    auto rules = sample::rules();
    rules.indicators[0].measure.live = false;
    const vermeil::Frame frame{
        "m.csv", {vermeil::text_column("service", {"P1"}), vermeil::text_column("inspection", {"Good"})}};
    CHECK(vermeil::read_measures(vermeil::Framework(rules), frame, "service").table.find("dignity") ==
          nullptr);
}

TEST_CASE("days stand beside the values, and one that cannot be is told and not known") {
    const auto measured =
        read({vermeil::number_column("dignity", std::vector<double>{0.5, 0.25, 1}),
              vermeil::text_column("dignity.day", {"2024-10-01", "", "October"}), inspection()});
    const auto& dignity = *measured.table.find("dignity");
    CHECK(dignity.cell(0).day == vermeil::day_number(vermeil::Date(2024, 10, 1)));
    CHECK(dignity.cell(1).day == vermeil::no_day);
    CHECK(dignity.cell(2).day == vermeil::no_day);
    CHECK(measured.table.find("inspection")->day.empty());
    REQUIRE(measured.rejects.size() == 1);
    CHECK(measured.rejects[0] == vermeil::Reject{"measures.csv", 4, "dignity.day", "October",
                                                 "not a date; write it as 2024-10-01", true, false});
}

TEST_CASE("tables are read as they are published: headings, thousands, percentages, words for absence") {
    auto rules = sample::rules();
    rules.absent_words = {{"Not Rated", State::not_yet_inspected}, {"c", State::suppressed}};
    const vermeil::Frame frame{"m.csv",
                               {vermeil::text_column("Service", {"P1", "P2", "P3"}),
                                vermeil::text_column("DIGNITY", {"74 %", "c", "1,000"}),
                                vermeil::text_column("Inspection ", {"Good", "not rated", "poor"})}};
    const auto measured = vermeil::read_measures(vermeil::Framework(rules), frame, "service");
    CHECK(measured.table.find("dignity")->value[0] == 0.74);
    CHECK(state(measured, "dignity", 1) == State::suppressed);
    CHECK(state(measured, "inspection", 1) == State::not_yet_inspected);
    CHECK(state(measured, "inspection", 2) == State::present);
    REQUIRE(measured.rejects.size() == 1);
    CHECK(measured.rejects[0].reason == "a share lies between 0 and 1");
}
