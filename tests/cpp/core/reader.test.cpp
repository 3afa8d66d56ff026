// SPDX-License-Identifier: MIT
// Reading rows: what fits is a value, what does not is a reject.

#include "catch.hpp"

#include <vermeil/core/reader.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

/// A schema of one column, and a table of one row for it.
struct OneCell {
    OneCell(Field field, Column column)
        : schema{"one", "", {std::move(field)}}, frame("one.csv", {std::move(column)}),
          reader(schema, frame) {}

    RowReader row() { return reader.row(0, rejects); }

    Schema schema;
    Frame frame;
    Reader reader;
    Rejects rejects{};
};

OneCell cell(CellKind kind, std::string text) {
    return {{.name = "cell", .kind = kind, .help = ""}, text_column("cell", {std::move(text)})};
}

std::string reason(const OneCell& one) {
    REQUIRE(one.rejects.size() == 1);
    return one.rejects.front().reason;
}

} // namespace

TEST_CASE("cells of each kind are read from words") {
    CHECK(cell(CellKind::text, " Harbour ").row().text(0) == "Harbour");
    CHECK(cell(CellKind::whole, "153").row().whole(0) == 153U);
    CHECK(cell(CellKind::whole, "153.0").row().whole(0) == 153U);
    CHECK(cell(CellKind::number, "-0.5").row().number(0) == -0.5);
    CHECK(cell(CellKind::date, "2024-10-01").row().date(0) == Date(2024, 10, 1));
    CHECK(cell(CellKind::quarter, "2024-25 Q3").row().quarter(0) == Quarter::financial(2024, 3));
    CHECK(cell(CellKind::money, "13.50").row().money(0) == Money::pence(1350));
    CHECK(cell(CellKind::truth, "Yes").row().truth(0) == true);
    CHECK(cell(CellKind::truth, "0").row().truth(0) == false);
    CHECK(cell(CellKind::id, "P017").row().id<ServiceId>(0) == ServiceId("P017"));
}

TEST_CASE("a count that is no whole number of 0 or more is rejected") {
    const std::string text = GENERATE(as<std::string>{}, "-1", "1.5", "4294967296", "ten", "1 2");
    auto one = cell(CellKind::whole, text);
    CHECK_FALSE(one.row().whole(0).has_value());
    CHECK(reason(one) == "not a whole number of 0 or more");
}

TEST_CASE("a number with commas between its thousands is rejected with a hint") {
    for (const std::string text : {"1,234", "12,345,678", "1,234.5"}) {
        auto one = cell(CellKind::number, text);
        CHECK_FALSE(one.row().number(0).has_value());
        CHECK(reason(one) == "not a number; write it without commas");
    }
    for (const std::string text :
         {"1,23", ",123", "1234,567", "1,234,", "1,2a4", "a,123", "1,5", "1,234x", "1,234.x"}) {
        auto one = cell(CellKind::number, text);
        CHECK_FALSE(one.row().number(0).has_value());
        CHECK(reason(one) == "not a number");
    }
}

TEST_CASE("each kind says what it takes") {
    auto number = cell(CellKind::number, "many");
    CHECK_FALSE(number.row().number(0).has_value());
    CHECK(reason(number) == "not a number");
    auto failed = cell(CellKind::number, "nan");
    CHECK_FALSE(failed.row().number(0).has_value());
    CHECK(reason(failed) == "not a number; infinity and 'nan' are results of a failed calculation: leave the "
                            "cell empty where nothing is known");
    auto date = cell(CellKind::date, "1/10/2024");
    CHECK_FALSE(date.row().date(0).has_value());
    CHECK(reason(date) == "not a date; write it as 2024-10-01");
    auto quarter = cell(CellKind::quarter, "Q3");
    CHECK_FALSE(quarter.row().quarter(0).has_value());
    CHECK(reason(quarter) == "not a quarter; write it as 2024-25 Q3 or 2024 Q4");
    auto money = cell(CellKind::money, "£13");
    CHECK_FALSE(money.row().money(0).has_value());
    CHECK(reason(money) == "not an amount in pounds; write it as 13.50, with at most four decimals");
    auto truth = cell(CellKind::truth, "perhaps");
    CHECK_FALSE(truth.row().truth(0).has_value());
    CHECK(reason(truth) == "not 'yes' or 'no'");
    auto id = cell(CellKind::id, "P\x01");
    CHECK_FALSE(id.row().id<ServiceId>(0).has_value());
    CHECK(reason(id) == "not an id: it holds control characters");
}

TEST_CASE("a word is one of those allowed, whatever its capitals") {
    const Field field{.name = "answer", .kind = CellKind::word, .help = "", .allowed = {"agree", "disagree"}};
    OneCell good{field, text_column("answer", {" AGREE "})};
    CHECK(good.row().word(0) == "agree");
    CHECK(good.rejects.empty());
    OneCell bad{field, text_column("answer", {"agreed"})};
    CHECK_FALSE(bad.row().word(0).has_value());
    CHECK(reason(bad) == "not one of 'agree' or 'disagree'");
}

TEST_CASE("a reject says file, row, column and value") {
    auto one = cell(CellKind::whole, "-1");
    auto row = one.row();
    CHECK(row.ok());
    row.whole(0);
    CHECK_FALSE(row.ok());
    CHECK(one.rejects ==
          Rejects{{"one.csv", 2, "cell", "-1", "not a whole number of 0 or more", false, false}});
}

TEST_CASE("a fault may be noted and the row kept") {
    auto one = cell(CellKind::text, "late");
    auto row = one.row();
    row.flag(0, "came after its due date");
    CHECK(row.ok());
    CHECK(one.rejects.front().kept);
}

TEST_CASE("an empty cell is a fault only where the column must be filled") {
    auto required = cell(CellKind::whole, "  ");
    CHECK_FALSE(required.row().whole(0).has_value());
    CHECK(reason(required) == "empty, and this column must be filled");
    OneCell optional{{.name = "cell", .kind = CellKind::whole, .help = "", .required = false},
                     text_column("cell", {""})};
    CHECK_FALSE(optional.row().whole(0).has_value());
    CHECK(optional.rejects.empty());
}

TEST_CASE("a null is an empty cell, whatever lies beneath it") {
    const std::array<std::uint8_t, 1> marks{0};
    auto column = number_column<std::int64_t>("cell", {153});
    column.valid = marks.data();
    OneCell one{{.name = "cell", .kind = CellKind::whole, .help = ""}, column};
    CHECK_FALSE(one.row().whole(0).has_value());
    CHECK(reason(one) == "empty, and this column must be filled");
}

TEST_CASE("columns of numbers and days are read like words") {
    const Field field{.name = "cell", .help = ""};
    CHECK(OneCell(field, number_column<double>("cell", {0.1})).row().number(0) == 0.1);
    CHECK(OneCell(field, number_column<std::int64_t>("cell", {153})).row().whole(0) == 153U);
    CHECK(OneCell(field, number_column<std::uint32_t>("cell", {7})).row().text(0) == "7");
    CHECK(OneCell(field, number_column<std::uint8_t>("cell", {1})).row().truth(0) == true);
    const std::array<std::int32_t, 1> days{19997};
    const Column column{"cell", vermeil::Days{days}};
    CHECK(OneCell(field, column).row().date(0) == Date(2024, 10, 1));
}

TEST_CASE("a missing column stops the reading and the message lists those there are") {
    const Schema schema{"returns", "", {{.name = "service", .help = ""}}};
    const Frame frame("returns.csv", {text_column("Service", {"P1"}), text_column("n", {"3"})});
    CHECK_THROWS_WITH(Reader(schema, frame), "returns.csv: no column 'service'; it has 'Service' or 'n'");
}

TEST_CASE("a table read with the wrong separator is recognised") {
    const Schema schema{"returns", "", {{.name = "service", .help = ""}}};
    const Frame frame("returns.csv", {text_column("service;n", {"P1;3"})});
    CHECK_THROWS_WITH(
        Reader(schema, frame),
        "returns.csv: no column 'service'; it has 'service;n', which looks like a table with another "
        "separator: save it with commas");
}

TEST_CASE("an optional column may be missing") {
    const Schema schema{"returns", "", {{.name = "late", .help = "", .required = false}}};
    const Frame frame("returns.csv", {text_column("n", {"3"})});
    const Reader reader(schema, frame);
    Rejects rejects;
    CHECK(reader.column(0) == nullptr);
    CHECK_FALSE(reader.row(0, rejects).date(0).has_value());
    CHECK(rejects.empty());
}

TEST_CASE("a row of empty cells is blank, one with a single value is not") {
    const vermeil::Schema schema{
        "s", "", {{"a", vermeil::CellKind::text, ""}, {"b", vermeil::CellKind::text, ""}}};
    const vermeil::Frame frame{
        "s.csv", {vermeil::text_column("a", {"", " "}), vermeil::text_column("b", {"x", "\t"})}};
    const vermeil::Reader reader(schema, frame);
    CHECK_FALSE(reader.is_blank(0));
    CHECK(reader.is_blank(1));
}

TEST_CASE("a reject shows what stands in the source where a cell is something else") {
    const Frame frame("a.csv", {text_column("hours", {"many", "few"})});
    auto texts = text_column("hours", {"1.200,50", ""});
    const std::array<std::uint8_t, 1> first{0b01};
    texts.valid = first.data();
    const auto shown = frame.showing(Frame("", {texts}));
    const Schema schema{"a", "", {{"hours", CellKind::number, ""}}};
    const Reader reader(schema, shown);
    Rejects rejects;
    for (std::size_t row = 0; row < 2; ++row) {
        CHECK_FALSE(reader.row(row, rejects).number(0).has_value());
    }
    CHECK(rejects[0].value == "1.200,50");
    CHECK(rejects[1].value == "few");
}
