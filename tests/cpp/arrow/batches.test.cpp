// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"

#include <vermeil/arrow/batches.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

using made::bits;
using made::buffer;
using namespace vermeil;

namespace {
const std::vector<std::string_view> x_alone{"x"};

Batches read(made::Source source) {
    auto stream = made::stream(std::move(source));
    auto table = import_batches(stream, "t", 2, x_alone);
    CHECK(stream.release == nullptr);
    return table;
}

/// The one column `x` in one batch.
BatchColumn read_batch_column(ArrowSchema layout, ArrowArray array) {
    auto batch = made::batch(array.length, {array});
    return read({made::schema("+s", "", {layout}), {batch}}).parts.at(0).columns.at(0);
}
BatchColumn read_batch_column(const char* format, ArrowArray array) {
    return read_batch_column(made::schema(format, "x"), array);
}

template <class... Given> std::string batch_refusal(Given... given) {
    std::string said = "nothing was thrown";
    try {
        read_batch_column(given...);
    } catch (const Error& error) {
        said = error.what();
    }
    CHECK(made::alive == 0);
    return said;
}

/// Texts as the rows hold them; `-` for a null.
std::vector<std::string> words(const BatchColumn& column, std::size_t rows) {
    std::vector<std::string> shown;
    for (std::size_t row = 0; row < rows; ++row) {
        if (!column.has(row)) {
            shown.push_back("-");
        } else if (const auto* texts = column.as<Texts>()) {
            shown.emplace_back((*texts)[row]);
        } else {
            const auto& coded = std::get<Coded>(column.data);
            shown.emplace_back(coded.words[coded.places[row]]);
        }
    }
    return shown;
}
using Words = std::vector<std::string>;

ArrowArray text_array(std::vector<std::int32_t> offsets, const std::string& bytes, std::int64_t rows,
                      made::Buffer valid = std::nullopt, std::int64_t offset = 0) {
    return made::array(
        rows, {std::move(valid), buffer(offsets), buffer(std::vector<char>(bytes.begin(), bytes.end()))},
        offset);
}

/// A dictionary of `aa`, `b` and `aa` again, by indices of some width.
template <class Index> BatchColumn dictionary(const char* format, std::vector<Index> indices,
                                              made::Buffer valid = std::nullopt, std::int64_t offset = 0) {
    const auto rows = static_cast<std::int64_t>(indices.size()) - offset;
    return read_batch_column(made::schema(format, "x", {}, {made::schema("u")}),
                             made::array(rows, {std::move(valid), buffer(indices)}, offset, {},
                                         {text_array({0, 2, 3, 5}, "aabaa", 3)}));
}
} // namespace

TEST_CASE(
    "numbers and moments are looked at where they lie, from an offset on, whatever the number of batches") {
    std::vector<ArrowArray> batches;
    std::vector<const void*> theirs;
    for (int i = 0; i < 3; ++i) {
        auto column = made::array(3, {bits("1011"), buffer(std::vector<std::int64_t>{9, 8, 7, 6})}, 1);
        theirs.push_back(column.buffers[1]);
        batches.push_back(made::batch(2, {column}, i == 2 ? 1 : 0));
    }
    {
        const auto table = read({made::schema("+s", "", {made::schema("tsu:UTC", "x")}), batches});
        REQUIRE(table.parts.size() == 3);
        for (std::size_t part = 0; part < 3; ++part) {
            const auto& column = table.parts[part].columns.at(0);
            const auto moments = std::get<Moments>(column.data);
            CHECK(table.parts[part].first_row == 2 + 2 * part);
            CHECK(moments.values.data() ==
                  static_cast<const std::int64_t*>(theirs[part]) + (part == 2 ? 2 : 1));
            CHECK(moments.units_per_second == 1'000'000);
            CHECK_FALSE(moments.is_local);
            CHECK(column.has(0) == (part == 2));
            CHECK(column.has(1));
        }
    }
    CHECK(made::alive == 0);
}

TEST_CASE("a moment without a zone is London's, one of any zone is a count of UTC") {
    for (const auto& [format, is_local] : {std::pair{"tss:", true},
                                           {"tsm:UTC", false},
                                           {"tsn:Europe/London", false},
                                           {"tsu:America/New_York", false}}) {
        const auto column =
            read_batch_column(format, made::array(1, {std::nullopt, buffer(std::vector<std::int64_t>{5})}));
        CHECK(std::get<Moments>(column.data).is_local == is_local);
    }
}

TEST_CASE("texts are looked at by offsets of either width, from an offset on") {
    CHECK(words(read_batch_column("u", text_array({0, 1, 1, 3}, "abb", 2, bits("101"), 1)), 2) ==
          Words{"-", "bb"});
    const auto wide = made::array(2, {std::nullopt, buffer(std::vector<std::int64_t>{0, 2, 3}),
                                      buffer(std::vector<char>{'c', 'd', 'e'})});
    CHECK(words(read_batch_column("U", wide), 2) == Words{"cd", "e"});
    CHECK(words(read_batch_column("u", text_array({0, 0, 0}, "", 2)), 2) == Words{"", ""});
}

TEST_CASE("dictionaries are read by indices of every width, with a word that stands there twice") {
    const Words expected{"b", "aa", "aa"};
    CHECK(words(dictionary<std::int8_t>("c", {1, 0, 2}), 3) == expected);
    CHECK(words(dictionary<std::uint8_t>("C", {1, 0, 2}), 3) == expected);
    CHECK(words(dictionary<std::int16_t>("s", {1, 0, 2}), 3) == expected);
    CHECK(words(dictionary<std::uint16_t>("S", {1, 0, 2}), 3) == expected);
    CHECK(words(dictionary<std::int32_t>("i", {1, 0, 2}), 3) == expected);
    CHECK(words(dictionary<std::uint32_t>("I", {1, 0, 2}), 3) == expected);
    CHECK(words(dictionary<std::int64_t>("l", {1, 0, 2}), 3) == expected);
    CHECK(words(dictionary<std::uint64_t>("L", {1, 0, 2}), 3) == expected);
    CHECK(words(dictionary<std::int32_t>("i", {9, 1, 0}, std::nullopt, 1), 2) == Words{"b", "aa"});
}

TEST_CASE(
    "an index beneath a null means nothing, and any other beyond the dictionary is refused with its row") {
    CHECK(words(dictionary<std::int32_t>("i", {-7, 1}, bits("01")), 2) == Words{"-", "b"});
    CHECK(words(dictionary<std::int8_t>("c", {-7, 1}, bits("01")), 2) == Words{"-", "b"});
    CHECK_THROWS_WITH(dictionary<std::int8_t>("c", {1, 3}),
                      "t: column 'x', row 3: malformed Arrow data: index 3 of a dictionary of 3");
    CHECK_THROWS_WITH(dictionary<std::uint32_t>("I", {3}),
                      "t: column 'x', row 2: malformed Arrow data: index 3 of a dictionary of 3");
    CHECK_THROWS_WITH(dictionary<std::int32_t>("i", {-1}),
                      "t: column 'x', row 2: malformed Arrow data: index -1 of a dictionary of 3");
    CHECK(made::alive == 0);
}

TEST_CASE("narrow numbers, truths and what holds nothing are written out") {
    const auto bytes =
        read_batch_column("C", made::array(2, {std::nullopt, buffer(std::vector<std::uint8_t>{200, 1})}));
    CHECK(std::get<std::span<const std::int64_t>>(bytes.data)[0] == 200);
    const auto truths = read_batch_column("b", made::array(2, {std::nullopt, bits("01")}));
    CHECK(std::get<std::span<const std::uint8_t>>(truths.data)[1] == 1);
    const auto nothing = read_batch_column("n", made::array(2, {}));
    CHECK_FALSE(nothing.has_any(2));
}

TEST_CASE("columns that are not asked for are not looked at, of whatever type they are") {
    auto layout =
        made::schema("+s", "", {made::schema("+l", "y", {made::schema("l")}), made::schema("l", "x")});
    auto list = made::array(1, {std::nullopt, buffer(std::vector<std::int32_t>{0, 0})}, 0,
                            {made::array(0, {std::nullopt, std::nullopt})});
    auto batch = made::batch(1, {list, made::array(1, {std::nullopt, buffer(std::vector<std::int64_t>{4})})});
    const auto table = read({layout, {batch}});
    REQUIRE(table.parts.at(0).columns.size() == 1);
    CHECK(table.parts[0].columns[0].name == "x");
}

TEST_CASE("what is malformed is refused by column, and everything is let go") {
    CHECK(batch_refusal("u", text_array({0, 2, 1}, "ab", 2)) ==
          "t: column 'x': malformed Arrow data: offsets of texts that do not rise, or texts of no bytes");
    CHECK(batch_refusal("u", text_array({-1, 0, 1}, "ab", 2)) ==
          "t: column 'x': malformed Arrow data: offsets of texts that do not rise, or texts of no bytes");
    CHECK(batch_refusal("l", made::array(1, {std::nullopt, std::nullopt})) ==
          "t: column 'x': malformed Arrow data: buffer 1 is missing");
    CHECK(batch_refusal("l", made::array(1, {})) ==
          "t: column 'x': malformed Arrow data: 0 buffers where its type has 2");
    CHECK(batch_refusal("tdD", made::array(1, {std::nullopt, buffer(std::vector<std::int32_t>{4})})) ==
          "t: column 'x' holds days; a moment is wanted, with the time of day");
}

TEST_CASE("a stream that fails says so, and one that was read already too") {
    made::Source source{made::schema("+s", "", {made::schema("l", "x")})};
    source.code = EIO;
    source.error = "the disk is gone";
    auto stream = made::stream(std::move(source));
    CHECK_THROWS_WITH(import_batches(stream, "t", 2, x_alone), Catch::Matchers::Contains("the disk is gone"));
    CHECK(made::alive == 0);
    CHECK_THROWS_WITH(import_batches(stream, "t", 2, x_alone),
                      "t: this stream was read already; a stream can be read once");
}
