// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"
#include "read.hpp"

#include <vermeil/arrow/import.hpp>

#include <cerrno>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using made::bits;
using made::buffer;
using vermeil::Frame;

namespace {
ArrowSchema table_schema() {
    return made::schema("+s", "", {made::schema("g", "share"), made::schema("I", "n")});
}

ArrowArray table_batch(std::vector<double> shares, std::vector<std::uint32_t> counts,
                       made::Buffer valid = std::nullopt) {
    const auto rows = static_cast<std::int64_t>(shares.size());
    return made::batch(rows, {made::array(rows, {std::move(valid), buffer(shares)}),
                              made::array(rows, {std::nullopt, buffer(counts)})});
}

Frame read(made::Source source) {
    auto stream = made::stream(std::move(source));
    auto frame = vermeil::import_stream(stream, "t", 2);
    CHECK(stream.release == nullptr);
    return frame;
}

/// What an import says; every struct that was made for it must be gone by then.
template <class Import> std::string refusal_of(Import import) {
    std::string said = "nothing was thrown";
    try {
        import();
    } catch (const vermeil::Error& error) {
        said = error.what();
    }
    CHECK(made::alive == 0);
    return said;
}

std::string array_refusal(ArrowSchema schema, ArrowArray array) {
    return refusal_of([&] { vermeil::import_array(schema, array, "t", 2); });
}
} // namespace

TEST_CASE("a stream of one batch is looked at where it lies and released with its last column") {
    auto batch = table_batch({0.5, 0.25}, {10, 20});
    const void* const theirs = batch.children[0]->buffers[1];
    std::optional<vermeil::Column> kept;
    {
        const auto frame = read({.schema = table_schema(), .batches = {batch}});
        CHECK(frame.source() == "t");
        CHECK(frame.row_number(1) == 3);
        CHECK(frame.find("share")->as<std::span<const double>>()->data() == theirs);
        kept = *frame.find("n");
    }
    CHECK(made::alive == 3); // the batch and its two columns
    CHECK(cells(*kept) == Cells{"10", "20"});
    std::thread([&kept] { kept.reset(); }).join();
    CHECK(made::alive == 0);
}

TEST_CASE("batches of unequal length are joined in order, and let go where they were copied") {
    const auto frame = read({.schema = table_schema(),
                             .batches = {table_batch({1, 2, 3}, {1, 2, 3}), table_batch({}, {}),
                                         table_batch({4, 5}, {4, 5}, bits("01")), table_batch({6}, {6})}});
    CHECK(made::alive == 0);
    CHECK(cells(*frame.find("share")) ==
          Cells{"1.000000", "2.000000", "3.000000", "-", "5.000000", "6.000000"});
    CHECK(cells(*frame.find("n")) == Cells{"1", "2", "3", "4", "5", "6"});
}

TEST_CASE("an empty batch beside a full one costs no copy") {
    auto full = table_batch({0.5}, {1});
    const void* const theirs = full.children[0]->buffers[1];
    const auto frame = read({.schema = table_schema(), .batches = {table_batch({}, {}), full}});
    CHECK(frame.find("share")->as<std::span<const double>>()->data() == theirs);
}

TEST_CASE("a stream without batches is a table without rows whose columns have their kinds") {
    const auto schema = made::schema("+s", "",
                                     {made::schema("u", "word"), made::schema("tsu:", "day"),
                                      made::schema("c", "medal", {}, {made::schema("vu")})});
    const auto frame = read({.schema = schema});
    CHECK(frame.rows() == 0);
    CHECK(frame.find("word")->as<std::span<const std::string_view>>() != nullptr);
    CHECK(frame.find("day")->as<vermeil::Days>() != nullptr);
    CHECK(frame.find("medal")->as<std::span<const std::string_view>>() != nullptr);
    CHECK(read({.schema = made::schema("+s")}).columns().empty());
}

TEST_CASE("row numbers in refusals run on from batch to batch") {
    const auto column = [](std::uint64_t value) {
        return made::batch(2, {made::array(2, {std::nullopt, buffer<std::uint64_t>({0, value})})});
    };
    CHECK(refusal_of([&] {
              read({.schema = made::schema("+s", "", {made::schema("L", "x")}),
                    .batches = {column(1), column(~0ULL)}});
          }) == "t: column 'x', row 5: 18446744073709551615 is too large; the largest whole number is "
                "9223372036854775807");
}

TEST_CASE("the offset of a batch moves all of its columns, beside their own offsets") {
    const auto numbers = made::array(4, {bits("111101"), buffer<double>({0, 1, 2, 3, 4, 5})}, 1);
    const auto words =
        made::array(3, {std::nullopt, buffer<std::int32_t>({0, 1, 2, 3}), buffer<char>({'a', 'b', 'c'})});
    auto schema = made::schema("+s", "", {made::schema("g", "x"), made::schema("u", "y")});
    auto batch = made::batch(2, {numbers, words}, 1);
    const auto frame = vermeil::import_array(schema, batch, "t", 2);
    CHECK(cells(*frame.find("x")) == Cells{"2.000000", "3.000000"});
    CHECK(cells(*frame.find("y")) == Cells{"b", "c"});
}

TEST_CASE("a row that the batch marks as null is null in every column") {
    const auto numbers = made::array(4, {bits("1101"), buffer<std::uint8_t>({1, 2, 3, 4})});
    const auto words = made::array(
        4, {std::nullopt, buffer<std::int32_t>({0, 1, 2, 3, 4}), buffer<char>({'a', 'b', 'c', 'd'})});
    auto schema = made::schema("+s", "", {made::schema("C", "x"), made::schema("u", "y")});
    auto batch = made::batch(3, {numbers, words}, 1, bits("1110"));
    const auto frame = vermeil::import_array(schema, batch, "t", 2);
    CHECK(cells(*frame.find("x")) == Cells{"2", "-", "-"});
    CHECK(cells(*frame.find("y")) == Cells{"b", "c", "-"});
}

TEST_CASE("the words of a failing stream reach the reader") {
    CHECK(refusal_of([] { read({.schema = table_schema(), .code = EIO, .error = "disk full of eels"}); }) ==
          "t: the table could not be read: disk full of eels");
    CHECK(refusal_of([] {
              read({.schema = table_schema(), .batches = {table_batch({1}, {1})}, .code = EIO});
          }) == "t: the table could not be read: Input/output error");
    CHECK(refusal_of([] {
              read({.schema = table_schema(), .code = EINVAL, .error = "no", .schema_fails = true});
          }) == "t: the table could not be read: no");
}

TEST_CASE("a stream is read once") {
    auto stream = made::stream({.schema = table_schema()});
    vermeil::import_stream(stream, "t", 2);
    CHECK(refusal_of([&] { vermeil::import_stream(stream, "t", 2); }) ==
          "t: this stream was read already; a stream can be read once");
}

TEST_CASE("what is no table is refused") {
    CHECK(array_refusal(made::schema("l", "x"), made::array(0, {std::nullopt, std::nullopt})) ==
          "t is one column of the Arrow type int64; a table of named columns is wanted");
    CHECK(array_refusal(ArrowSchema{}, table_batch({}, {})) ==
          "t: malformed Arrow data: a schema is missing or was released");
    CHECK(array_refusal(table_schema(), ArrowArray{}) ==
          "t: malformed Arrow data: an array is missing or was released");
}

TEST_CASE("two columns of one name are refused") {
    const auto schema = made::schema("+s", "", {made::schema("g", "x"), made::schema("I", "x")});
    CHECK(array_refusal(schema, table_batch({1}, {1})) == "t: two columns are named 'x'");
}

TEST_CASE("schemas without their columns are refused") {
    auto childless = table_schema();
    childless.children = nullptr;
    CHECK(array_refusal(childless, table_batch({}, {})) ==
          "t: malformed Arrow data: a schema of 2 columns, and no list of them");
    auto negative = table_schema();
    negative.n_children = -1;
    CHECK(array_refusal(negative, table_batch({}, {})) ==
          "t: malformed Arrow data: a schema of -1 columns, and no list of them");
    auto formless = table_schema();
    formless.children[1]->format = nullptr;
    CHECK(array_refusal(formless, table_batch({}, {})) == "t: malformed Arrow data: column 2 has no schema");
}

TEST_CASE("batches that do not fit their schema are refused") {
    const auto alone = [] { return made::batch(1, {made::array(1, {std::nullopt, buffer<double>({1})})}); };
    CHECK(array_refusal(table_schema(), alone()) ==
          "t: malformed Arrow data: a batch of 1 columns where the schema has 2");
    auto longer = table_batch({1, 2}, {1, 2});
    longer.offset = 1;
    CHECK(array_refusal(table_schema(), longer) ==
          "t: column 'share': malformed Arrow data: 2 rows where the batch needs 3");
    auto missing = table_batch({1}, {1});
    auto* const taken = std::exchange(missing.children[1], nullptr);
    CHECK(array_refusal(table_schema(), missing) ==
          "t: column 'n': malformed Arrow data: an array is missing or was released");
    CHECK(taken != nullptr);
}

TEST_CASE("a column without a name has the empty name") {
    auto schema = made::schema("+s", "", {made::schema("g")});
    schema.children[0]->name = nullptr;
    auto batch = made::batch(0, {made::array(0, {std::nullopt, std::nullopt})});
    CHECK(vermeil::import_array(schema, batch, "t", 2).columns().front().name.empty());
}
