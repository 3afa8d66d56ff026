// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"
#include "read.hpp"

#include <vermeil/arrow/column.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using made::bits;
using made::buffer;

namespace {
const std::string readable = "; what can be read is 'null', 'bool', 'int8', 'int16', 'int32', 'int64', "
                             "'uint8', 'uint16', 'uint32', 'uint64', "
                             "'float32', 'float64', 'utf8', 'large utf8', 'string view', 'date32', 'date64', "
                             "'timestamp' or 'decimal', or a "
                             "dictionary of one of them";

ArrowSchema dictionary_schema(const char* index_format, const char* format = "u") {
    return made::schema(index_format, "x", {}, {made::schema(format)});
}

/// The dictionary `?`, Gold, Silver, Bronze from its second entry on.
ArrowArray medals(const char* valid = "1111") {
    const std::string text = "?GoldSilverBronze";
    return made::array(3,
                       {bits(valid), buffer<std::int32_t>({0, 1, 5, 11, 17}),
                        buffer(std::vector<char>(text.begin(), text.end()))},
                       1);
}

template <class Index> ArrowArray indices(std::vector<Index> values, const char* valid, ArrowArray dictionary,
                                          std::int64_t offset = 0) {
    const auto rows = static_cast<std::int64_t>(values.size()) - offset;
    return made::array(rows, {bits(valid), buffer(values)}, offset, {}, {dictionary});
}
} // namespace

TEST_CASE("types that are not read are refused by column and type") {
    CHECK(refusal(std::string("+l"), made::array(0, {})) ==
          "t: column 'x' is of the Arrow type list" + readable);
    CHECK(refusal(std::string("e"), made::array(0, {})) ==
          "t: column 'x' is of the Arrow type half float" + readable);
    CHECK(refusal(std::string("q"), made::array(0, {})) ==
          "t: column 'x' is of the Arrow type type of the unknown format 'q'" + readable);
}

TEST_CASE("a column with another number of buffers than its type has is refused") {
    CHECK(refusal(std::string("g"), made::array(1, {std::nullopt})) ==
          "t: column 'x': malformed Arrow data: 1 buffers where its type has 2");
    CHECK(refusal(std::string("u"), made::array(1, {std::nullopt, std::nullopt})) ==
          "t: column 'x': malformed Arrow data: 2 buffers where its type has 3");
    CHECK(refusal(std::string("l"), made::array(1, {std::nullopt, std::nullopt, std::nullopt})) ==
          "t: column 'x': malformed Arrow data: 3 buffers where its type has 2");
}

TEST_CASE("a buffer may be missing only where there are no rows") {
    for (const char* format : {"b", "s", "l", "L", "g", "tdD", "tss:", "d:4,2"}) {
        CHECK(refusal(std::string(format), made::array(1, {std::nullopt, std::nullopt})) ==
              "t: column 'x': malformed Arrow data: buffer 1 is missing");
        CHECK(read_column(format, made::array(0, {std::nullopt, std::nullopt})).size() == 0);
    }
    for (const char* format : {"u", "U", "vu"}) {
        CHECK(refusal(std::string(format), made::array(1, {std::nullopt, std::nullopt, std::nullopt})) ==
              "t: column 'x': malformed Arrow data: buffer 1 is missing");
        CHECK(read_column(format, made::array(0, {std::nullopt, std::nullopt, std::nullopt})).size() == 0);
    }
}

TEST_CASE("a dictionary of words is written out, whatever the width of its indices") {
    const Cells expected{"Bronze", "Gold", "-"};
    const auto read = [](const char* format, ArrowArray array) {
        return cells(read_column(dictionary_schema(format), array));
    };
    CHECK(read("c", indices<std::int8_t>({9, 2, 0, -7}, "1110", medals(), 1)) == expected);
    CHECK(read("s", indices<std::int16_t>({9, 2, 0, -7}, "1110", medals(), 1)) == expected);
    CHECK(read("i", indices<std::int32_t>({9, 2, 0, -7}, "1110", medals(), 1)) == expected);
    CHECK(read("l", indices<std::int64_t>({9, 2, 0, -7}, "1110", medals(), 1)) == expected);
    CHECK(read("C", indices<std::uint8_t>({9, 2, 0, 77}, "1110", medals(), 1)) == expected);
    CHECK(read("S", indices<std::uint16_t>({9, 2, 0, 77}, "1110", medals(), 1)) == expected);
    CHECK(read("I", indices<std::uint32_t>({9, 2, 0, 77}, "1110", medals(), 1)) == expected);
    CHECK(read("L", indices<std::uint64_t>({9, 2, 0, 77}, "1110", medals(), 1)) == expected);
}

TEST_CASE("a row is null where the dictionary's entry is") {
    const auto column =
        read_column(dictionary_schema("C"), indices<std::uint8_t>({0, 1, 2, 1}, "1110", medals("1101")));
    CHECK(cells(column) == Cells{"Gold", "-", "Bronze", "-"});
}

TEST_CASE("a dictionary of numbers is written out too") {
    auto entries = made::array(2, {std::nullopt, buffer<double>({0.5, 2})});
    const auto column = read_column(dictionary_schema("c", "g"), indices<std::int8_t>({1, 0}, "11", entries));
    CHECK(cells(column) == Cells{"2.000000", "0.500000"});
}

TEST_CASE("an index outside its dictionary is refused with its row") {
    CHECK(refusal(dictionary_schema("c"), indices<std::int8_t>({0, 3}, "11", medals())) ==
          "t: column 'x', row 3: malformed Arrow data: index 3 of a dictionary of 3");
    CHECK(refusal(dictionary_schema("c"), indices<std::int8_t>({-1}, "1", medals())) ==
          "t: column 'x', row 2: malformed Arrow data: index -1 of a dictionary of 3");
}

TEST_CASE("a dictionary that is missing, nested, not readable or badly indexed is refused") {
    CHECK(refusal(dictionary_schema("c"), made::array(1, {std::nullopt, buffer<std::int8_t>({0})})) ==
          "t: column 'x': its dictionary: malformed Arrow data: an array is missing or was released");
    CHECK(refusal(dictionary_schema("g"), indices<double>({0}, "1", medals())) ==
          "t: column 'x': malformed Arrow data: a dictionary of a dictionary, or one whose indices are no "
          "whole numbers");
    CHECK(refusal(dictionary_schema("c", "+l"), indices<std::int8_t>({0}, "1", medals())) ==
          "t: column 'x': its dictionary is of the Arrow type list" + readable);
    CHECK(made::alive == 0);
}
