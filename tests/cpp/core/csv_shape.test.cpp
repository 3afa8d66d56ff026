// SPDX-License-Identifier: MIT
// The shape of CSV texts: rows, ragged rows, and the line where they stop to be CSV.

#include "catch.hpp"

#include <vermeil/core/csv_shape.hpp>

#include <string>

using namespace vermeil;

TEST_CASE("rows are counted with their headings, and those at the end that are empty are none") {
    CHECK(csv_shape("a,b\n1,2\n3,4\n", 2).rows == 3);
    CHECK(csv_shape("a,b\n1,2\n3,4", 2).rows == 3);
    CHECK(csv_shape("a,b\r\n1,2\r\n\r\n \n", 2).rows == 2);
    CHECK(csv_shape("a,b\n\n1,2\n", 2).rows == 3);
    CHECK(csv_shape("a,b\n\n1,2\n", 2).empty == 1);
    CHECK(csv_shape("", 2).rows == 0);
}

TEST_CASE("a row with too many or too few cells is named") {
    const auto shape = csv_shape("a,b\n1\n1,2\n1,2,3\n\n", 2);
    REQUIRE(shape.ragged.size() == 2);
    CHECK(shape.ragged[0].row == 1);
    CHECK(shape.ragged[0].cells == 1);
    CHECK(shape.ragged[1].row == 3);
    CHECK(shape.ragged[1].cells == 3);
    CHECK(shape.ragged_rows == 2);
}

TEST_CASE("of many ragged rows all are counted and the first are named") {
    std::string text = "a,b\n";
    for (int i = 0; i < 10; ++i) {
        text += "1\n";
    }
    const auto shape = csv_shape(text, 2, ',', {.most_ragged = 3});
    CHECK(shape.ragged.size() == 3);
    CHECK(shape.ragged_rows == 10);
}

TEST_CASE("quotation marks hold separators, line ends and themselves") {
    CHECK(csv_shape("a,b\n\"x,y\",1\n", 2).ragged.empty());
    CHECK(csv_shape("a,b\n\"x\ny\",1\n2,3\n", 2).rows == 3);
    CHECK(csv_shape("a,b\n\"x \"\"y\"\"\",1\n", 2).ragged.empty());
    CHECK(csv_shape("a,b\r\n\"x\",\"y\"\r\n\"\",\"\"\r\n", 2).line == 0);
    CHECK(csv_shape("a,b\n\"x\",1\n", 2).has_quotes);
    CHECK_FALSE(csv_shape("a,b\nx,1\n", 2).has_quotes);
    CHECK(csv_shape("a;b\n\"x;y\";1\n", 2, ';').ragged.empty());
}

TEST_CASE("the last cells of a row separated by tabs may be empty") {
    CHECK(csv_shape("a\tb\tc\n1\t\t\n", 3, '\t').ragged.empty());
}

TEST_CASE("a text stops to be CSV at a line that is told") {
    const auto told = [](const std::string& text) {
        const auto shape = csv_shape(text, 2);
        return std::to_string(shape.line) + ": " + shape.reason;
    };
    CHECK(told("a,b\n1,2\n3,\"4\n5,6\n") == "3: a quotation mark has no partner");
    CHECK(told("a,b\n1,x\"y\n") == "2: a quotation mark stands in the midst of a cell");
    CHECK(told("a,b\n\"1\n1\",2\n3,\"x\"y\n") == "4: a quotation mark stands in the midst of a cell");
}

TEST_CASE("a row that is too long is refused, quoted or not") {
    const CsvLimits limits{.longest_row = 20};
    CHECK(csv_shape("a,b\n" + std::string(30, 'x') + ",2\n", 2, ',', limits).line == 2);
    CHECK(csv_shape("a,b\n1,\"" + std::string(30, '\n') + "\"\n", 2, ',', limits).line == 2);
    CHECK(csv_shape("a,b\n" + std::string(15, 'x') + ",2\n", 2, ',', limits).line == 0);
}

TEST_CASE("a quotation mark is found wherever it stands among rows without") {
    for (std::size_t before = 0; before < 40; ++before) {
        std::string text = "a,b\n";
        for (std::size_t i = 0; i < before; ++i) {
            text += "1,2\n";
        }
        const auto shape = csv_shape(text + "\"x,y\",2\n3,4\n\"z\",5\n", 2, ',', {.longest_row = 16});
        CHECK(shape.ragged.empty());
        CHECK(shape.rows == before + 4);
    }
}
