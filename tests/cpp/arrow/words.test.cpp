// SPDX-License-Identifier: MIT
// Words of a table where they lie.

#include "catch.hpp"
#include "made.hpp"

#include <vermeil/arrow/import.hpp>
#include <vermeil/core/reader.hpp>

#include <cstdint>
#include <string>
#include <vector>

using made::buffer;
using vermeil::Coded;
using vermeil::Column;
using vermeil::Frame;
using vermeil::Texts;
using vermeil::WordsAs;

namespace {

Frame frame_of(const std::vector<ArrowArray>& columns, ArrowSchema layout,
               WordsAs words = WordsAs::they_lie) {
    std::vector<ArrowArray> batches;
    for (const auto& column : columns) {
        batches.push_back(made::batch(column.length, {column}));
    }
    auto stream = made::stream({made::schema("+s", "", {layout}), batches});
    return vermeil::import_stream(stream, "t", 2, words);
}
ArrowArray texts(std::vector<std::int32_t> offsets, made::Buffer valid = std::nullopt) {
    const auto rows = static_cast<std::int64_t>(offsets.size()) - 1;
    return made::array(rows, {std::move(valid), buffer(offsets), buffer(std::vector<char>{'a', 'b', 'b'})});
}
ArrowArray indices(std::vector<std::int8_t> places) {
    const auto rows = static_cast<std::int64_t>(places.size());
    return made::array(rows, {std::nullopt, buffer(places)}, 0, {}, {texts({0, 1, 3})});
}
ArrowSchema dictionary() { return made::schema("c", "x", {}, {made::schema("u")}); }

std::vector<std::string> cells(const Column& column) {
    std::vector<std::string> made;
    for (std::size_t row = 0; row < column.size(); ++row) {
        made.push_back(column.has(row) ? vermeil::detail::cell_text(column, row) : "-");
    }
    return made;
}
using Words = std::vector<std::string>;

} // namespace

TEST_CASE(
    "texts and dictionaries stay as they lie where a reader asks for it, and are views where none does") {
    {
        const auto lies = frame_of({texts({0, 1, 3}, made::bits("10"))}, made::schema("u", "x"));
        CHECK(lies.columns()[0].as<Texts>() != nullptr);
        CHECK(cells(lies.columns()[0]) == Words{"a", "-"});
        const auto coded = frame_of({indices({1, 0, 1})}, dictionary());
        CHECK(coded.columns()[0].as<Coded>() != nullptr);
        CHECK(cells(coded.columns()[0]) == Words{"bb", "a", "bb"});
        const auto views = frame_of({indices({1, 0})}, dictionary(), WordsAs::views);
        CHECK(views.columns()[0].as<std::span<const std::string_view>>() != nullptr);
    }
    CHECK(made::alive == 0);
}

TEST_CASE("words of several batches become views, since each has a list of its own") {
    const auto coded = frame_of({indices({1}), indices({0, 1})}, dictionary());
    CHECK(cells(coded.columns()[0]) == Words{"bb", "a", "bb"});
    CHECK(cells(frame_of({texts({0, 1}), texts({1, 3})}, made::schema("u", "x")).columns()[0]) ==
          Words{"a", "bb"});
}

TEST_CASE("what holds no words is as it always is, and malformed texts are refused") {
    const auto whole = made::array(1, {std::nullopt, buffer(std::vector<std::int64_t>{7})});
    CHECK(cells(frame_of({whole}, made::schema("l", "x")).columns()[0]) == Words{"7"});
    CHECK_THROWS_WITH(
        frame_of({texts({0, 3, 1})}, made::schema("u", "x")),
        "t: column 'x': malformed Arrow data: offsets of texts that do not rise, or texts of no "
        "bytes");
    CHECK_THROWS_WITH(frame_of({indices({5})}, dictionary()),
                      "t: column 'x', row 2: malformed Arrow data: index 5 of a dictionary of 2");
}

TEST_CASE("words that repeat are coded where that is asked for, over all batches, and need their source no "
          "longer") {
    const auto coded =
        frame_of({texts({0, 1, 3}, made::bits("10")), texts({0, 1})}, made::schema("u", "x"), WordsAs::coded);
    CHECK(made::alive == 0);
    CHECK(coded.columns()[0].as<Coded>() != nullptr);
    CHECK(cells(coded.columns()[0]) == Words{"a", "-", "a"});
    const auto whole = made::array(1, {std::nullopt, buffer(std::vector<std::int64_t>{7})});
    CHECK(cells(frame_of({whole}, made::schema("l", "x"), WordsAs::coded).columns()[0]) == Words{"7"});
    CHECK(cells(frame_of({indices({1, 0})}, dictionary(), WordsAs::coded).columns()[0]) == Words{"bb", "a"});
}
