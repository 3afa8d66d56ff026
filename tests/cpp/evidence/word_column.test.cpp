// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/word_column.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;
using vermeil::detail::WordColumn;

namespace {
const Field colours{"x", CellKind::word, "", true, {"red", "light blue", "green"}};
const Field pair{"x", CellKind::word, "", true, {"manual", "electronic"}};
const Field truth{"x", CellKind::truth, "", false};
constexpr auto missing = WordColumn::missing;
constexpr auto other = WordColumn::not_allowed;
using Words = std::vector<std::uint8_t>;

Words read(BatchColumn column, std::size_t rows, const Field& field) {
    const Batches table{"t", {{{std::move(column)}, rows, 0}}};
    std::vector<std::uint32_t> codes(rows);
    Words words(rows);
    WordColumn(table, field, 2).read(0, 0, rows, codes.data(), words.data());
    return words;
}
} // namespace

TEST_CASE(
    "words are read whatever their capitals and blanks; others are told from those that are not there") {
    CHECK(read(visits::texts("x", {"red", " Light  BLUE ", "pink", "", " ", "green"}, "111110"), 6,
               colours) == Words{0, 1, other, missing, missing, missing});
    CHECK(read(visits::coded("x", {2, 0, 1, 8}, {"GREEN", "pink", "red "}, "1110"), 4, colours) ==
          Words{0, 2, other, missing});
}

TEST_CASE("truths are read in every form in which people and systems write them") {
    CHECK(read(visits::texts("x", {"yes", "No", "TRUE", "false", "1", "0", "maybe", "2"}), 8, truth) ==
          Words{1, 0, 1, 0, 1, 0, other, other});
    CHECK(read(visits::numbers<std::uint8_t>("x", {1, 0, 1}, "110"), 3, truth) == Words{1, 0, missing});
    CHECK(read(visits::numbers<std::int64_t>("x", {1, 0, 2, -1}), 4, truth) == Words{1, 0, other, other});
    CHECK(read(visits::numbers<std::int32_t>("x", {1, 0}, "01"), 2, truth) == Words{missing, 0});
}

TEST_CASE("truth values stand for one of two words, and for none of several") {
    CHECK(read(visits::numbers<std::uint8_t>("x", {1, 0}), 2, pair) == Words{1, 0});
    CHECK(read(visits::texts("x", {"True", "no", "electronic"}), 3, pair) == Words{1, 0, 1});
    CHECK(read(visits::texts("x", {"True", "0"}), 2, colours) == Words{other, other});
    CHECK_THROWS_WITH(
        read(visits::numbers<std::uint8_t>("x", {1, 0}), 2, colours),
        "t: column 'x' does not hold words in all its rows; write 'red', 'light blue' or 'green'");
}

TEST_CASE("numbers are refused where words are wanted, unless all are nulls") {
    CHECK(read(visits::numbers<std::int64_t>("x", {1, 0}, "00"), 2, colours) == Words{missing, missing});
    CHECK_THROWS_WITH(read(visits::numbers<std::int64_t>("x", {1, 0}), 2, pair),
                      "t: column 'x' does not hold words in all its rows; write 'manual' or 'electronic'");
    CHECK_THROWS_WITH(read(visits::numbers<double>("x", {0.5}), 1, truth),
                      "t: column 'x' does not hold words in all its rows; write 'no' or 'yes'");
}
