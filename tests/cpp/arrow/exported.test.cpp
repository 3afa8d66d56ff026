// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"

#include <vermeil/arrow/exported.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using vermeil::Column;
using vermeil::detail::KeptBuffers;

TEST_CASE("each kind of column has its Arrow format") {
    CHECK(vermeil::detail::arrow_format(vermeil::number_column<double>("x", {1})) == std::string("g"));
    CHECK(vermeil::detail::arrow_format(vermeil::number_column<std::int64_t>("x", {1})) == std::string("l"));
    CHECK(vermeil::detail::arrow_format(vermeil::number_column<std::uint32_t>("x", {1})) == std::string("I"));
    CHECK(vermeil::detail::arrow_format(vermeil::number_column<std::uint8_t>("x", {1})) == std::string("C"));
    CHECK(vermeil::detail::arrow_format(vermeil::text_column("x", {"a"})) == std::string("u"));
    CHECK(vermeil::detail::arrow_format(Column{"x", vermeil::Days{}}) == std::string("tdD"));
}

TEST_CASE("words beyond 2 GiB go out with large offsets, and nulls do not count") {
    const std::string mebibyte(1 << 20, 'a');
    std::vector<std::string_view> words(2047, mebibyte);
    Column column{"x", std::span<const std::string_view>(words)};
    CHECK(vermeil::detail::arrow_format(column) == std::string("u"));
    words.push_back(mebibyte); // 2^31 bytes: one more than an offset can tell
    column.data = std::span<const std::string_view>(words);
    CHECK(vermeil::detail::arrow_format(column) == std::string("U"));
    std::vector<std::uint8_t> bits(256, 0xff);
    bits[0] = 0xfe;
    column.valid = bits.data();
    CHECK(vermeil::detail::arrow_format(column) == std::string("u"));
}

TEST_CASE("words are written one after the other with offsets of either width") {
    const auto column = vermeil::text_column("x", {"home", "", "care"});
    const auto& words = *column.as<std::span<const std::string_view>>();
    std::string bytes;
    std::vector<std::int64_t> offsets;
    vermeil::detail::exported_words(words, column, bytes, offsets);
    CHECK(bytes == "homecare");
    CHECK(offsets == std::vector<std::int64_t>{0, 4, 4, 8});
}

TEST_CASE("a bitmap that begins at a whole byte is passed on, any other is shifted into a copy") {
    auto column = vermeil::number_column<double>("x", {1, 2, 3});
    const auto bits = made::bits("00000000101");
    column.valid = bits->data();
    column.valid_offset = 8;
    KeptBuffers whole;
    CHECK(vermeil::detail::exported_validity(column, whole) == bits->data() + 1);
    column.valid_offset = 7;
    KeptBuffers shifted;
    const auto* const copy =
        static_cast<const std::uint8_t*>(vermeil::detail::exported_validity(column, shifted));
    CHECK((copy[0] & 7U) == 0b010);
}

TEST_CASE("a column without an owner is copied") {
    const std::vector<double> values{1, 2};
    const Column column{"x", std::span<const double>(values)};
    KeptBuffers kept;
    vermeil::detail::fill_buffers(column, kept);
    CHECK(kept.buffers[1] != values.data());
    CHECK(static_cast<const double*>(kept.buffers[1])[1] == 2);
}
