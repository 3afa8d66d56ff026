// SPDX-License-Identifier: MIT
// Facts become cells.

#include "catch.hpp"

#include <vermeil/measure/fact_drawing.hpp>

#include <cstdint>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

const DrawingDay today{Quarter::financial(2024, 3), Date(2024, 12, 31)};
const std::int32_t now = day_number(Date(2024, 12, 31));

Fact fact(std::int32_t days_ago, std::uint32_t incident = 0) {
    Fact made;
    made.from = made.known = now - days_ago;
    made.incident = incident;
    return made;
}

std::vector<Measure> measures_of(std::vector<ValueSource> values) {
    std::vector<Measure> measures(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        measures[i].id = std::string(1, static_cast<char>('a' + i));
        measures[i].value = std::move(values[i]);
    }
    return measures;
}

/// The cells of a service that has these facts of one kind.
std::vector<Cell> cells_of(const std::vector<Measure>& measures, std::vector<Fact> facts,
                           const std::vector<Worth>& worths = {}, std::vector<Cell> cells = {}) {
    const FactDrawing drawing(fact_questions(measures, {}, FactKinds(measures), worths), true, true);
    const FactView view{{{0, facts}}, std::vector<bool>(drawing.questions().size(), true)};
    cells.resize(measures.size());
    FactTally tally;
    drawing.draw(view, today, drawing.windows(today), tally, cells);
    return cells;
}

} // namespace

TEST_CASE("a number of events that decay adds up what they weigh, in any order") {
    EventCount count{"x", 365};
    count.decay = HalfLife{100};
    const auto measures = measures_of({count});
    CHECK(cells_of(measures, {fact(0), fact(100), fact(200)})[0].value == 1.75);
    CHECK(cells_of(measures, {fact(200), fact(0), fact(100)})[0].value == 1.75);
    CHECK(cells_of(measures, {fact(365)})[0].value == 0);
    CHECK(cells_of(measures, {fact(100)})[0].day == now - 100);
}

TEST_CASE("an open event keeps its value, and its points decay with the youngest") {
    EventOpen open{"x"};
    open.decay = HalfLife{100};
    const auto cell = cells_of(measures_of({open}), {fact(100), fact(200)})[0];
    CHECK(cell.value == 1);
    CHECK(cell.share == 0.5);
    CHECK(cell.day == now - 200);
    CHECK(cells_of(measures_of({open}), {})[0].share == 1);
}

TEST_CASE("in an incident a count loses what yields, and an open event earns nothing") {
    const auto measures = measures_of({EventCount{"x", 365}, EventOpen{"x"}});
    const auto points = [](double per) { return [per](double value) { return per * value; }; };
    const auto open_wins = cells_of(measures, {fact(1, 1)}, {points(5), points(9)});
    CHECK(open_wins[0].value == 0);
    CHECK(open_wins[1].share == 1);
    const auto count_wins = cells_of(measures, {fact(1, 1)}, {points(9), points(5)});
    CHECK(count_wins[0].value == 1);
    CHECK(count_wins[1].value == 1);
    CHECK(count_wins[1].share == 0);
}

TEST_CASE("events are counted over another measure, whose absence is theirs") {
    EventCount count{"x", 365};
    count.over = "b";
    count.per = 1000;
    const auto measures = measures_of({count, Given{}});
    const auto rated = cells_of(measures, {fact(1), fact(2)}, {}, {Cell{}, Cell{4000.5, State::present}})[0];
    CHECK(rated.value == 2 * 1000 / 4000.5);
    CHECK(rated.n == 4000);
    CHECK(cells_of(measures, {fact(1)}, {}, {Cell{}, Cell{0, State::present}})[0].state == State::too_few);
    CHECK(cells_of(measures, {fact(1)}, {}, {Cell{}, Cell{0, State::not_submitted}})[0].state ==
          State::not_submitted);
}

TEST_CASE("a refused fact leaves its measures unknown") {
    auto refused = fact(1);
    refused.refused = true;
    CHECK(cells_of(measures_of({EventOpen{"x"}}), {fact(1), refused})[0].state == State::unknown);
}

TEST_CASE("what was concluded and is unclear leaves what would count it unknown, for as long as it would") {
    auto unclear = fact(300);
    unclear.review = Review::unclear;
    unclear.concluded = now - 100;
    EventCount any{"x", 365};
    any.any_review = true;
    CHECK(cells_of(measures_of({EventCount{"x", 365}}), {unclear})[0].state == State::unknown);
    CHECK(cells_of(measures_of({EventCount{"x", 100}}), {unclear})[0].state == State::present);
    CHECK(cells_of(measures_of({any}), {unclear})[0].value == 1);
    CHECK(cells_of(measures_of({EventOpen{"x", true}}), {unclear})[0].value == 0);
}

TEST_CASE("rows of a table are known where the table is, whatever is known of events") {
    EventCount count{"deaths", 365};
    count.of_table = true;
    const auto measures = measures_of({count});
    auto questions = fact_questions(measures, {}, FactKinds(measures));
    CHECK(questions[0].table == "deaths");
    const auto state = [&](bool no_table, bool has_events) {
        questions[0].no_table = no_table;
        const FactDrawing drawing(questions, has_events, false);
        std::vector<Cell> cells(1);
        FactTally tally;
        drawing.draw({{}, {true}}, today, drawing.windows(today), tally, cells);
        return cells[0].state;
    };
    CHECK(state(false, false) == State::present);
    CHECK(state(true, true) == State::unknown);
}

TEST_CASE("without the tables nobody knows") {
    const auto measures = measures_of({EventOpen{"x"}});
    const FactDrawing drawing(fact_questions(measures, {}, FactKinds(measures)), false, false);
    std::vector<Cell> cells(1);
    FactTally tally;
    drawing.draw({{}, {true}}, today, drawing.windows(today), tally, cells);
    CHECK(cells[0].state == State::unknown);
}

TEST_CASE("what is open is known without the table where another table tells of it") {
    const auto measures = measures_of({EventOpen{"x"}, EventCount{"x", 365}});
    const FactDrawing drawing(fact_questions(measures, {}, FactKinds(measures)), false, false);
    const std::vector<Fact> facts{fact(3)};
    std::vector<Cell> cells(2);
    FactTally tally;
    drawing.draw({{{0, facts}}, {true, true}}, today, drawing.windows(today), tally, cells);
    CHECK(cells[0].state == State::present);
    CHECK(cells[0].value == 1);
    CHECK(cells[1].state == State::unknown);
}

TEST_CASE("events and rows of a table are counted together, and either is enough") {
    EventCount both{"x", 365};
    both.also = "deaths";
    const auto measures = measures_of({both});
    const FactKinds kinds(measures);
    auto row = fact(5);
    row.kind = kinds.event("deaths", true).value();
    CHECK(row.kind != kinds.event("x").value());
    CHECK(cells_of(measures, {fact(9), row})[0].value == 2);
    auto questions = fact_questions(measures, {}, kinds);
    questions[0].no_table = true;
    const auto state = [&](bool has_events) {
        const FactDrawing drawing(questions, has_events, false);
        std::vector<Cell> cells(1);
        FactTally tally;
        drawing.draw({{}, {true}}, today, drawing.windows(today), tally, cells);
        return cells[0].state;
    };
    CHECK(state(true) == State::present);
    CHECK(state(false) == State::unknown);
}

TEST_CASE("where a review is needed, what none has looked at is under review and adds nothing") {
    EventCount count{"x", 365};
    count.needs_review = true;
    EventOpen open{"x", true};
    open.needs_review = true;
    const auto cells = cells_of(measures_of({count, open, EventOpen{"x", true}}), {fact(9)});
    CHECK(cells[0].value == 0);
    CHECK(cells[1].value == 1);
    CHECK(cells[2].value == 0);
    auto upheld = fact(9);
    upheld.review = Review::upheld;
    CHECK(cells_of(measures_of({count, open}), {upheld})[0].value == 1);
    CHECK(cells_of(measures_of({count, open}), {upheld})[1].value == 0);
}
