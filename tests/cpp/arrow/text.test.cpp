// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"
#include "read.hpp"

#include <vermeil/arrow/text.hpp>

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using made::bits;
using made::buffer;

namespace {
made::Buffer bytes(const std::string& text) { return buffer(std::vector<char>(text.begin(), text.end())); }

/// One view: the length, then either the bytes themselves or a prefix, a buffer's number and an offset.
using View = std::array<unsigned char, 16>;

View short_view(const std::string& text) {
    View view{};
    const auto length = static_cast<std::int32_t>(text.size());
    std::memcpy(view.data(), &length, 4);
    std::memcpy(view.data() + 4, text.data(), text.size());
    return view;
}

View long_view(std::int32_t length, std::int32_t index, std::int32_t begin) {
    View view{};
    const std::int32_t words[] = {length, 0, index, begin};
    std::memcpy(view.data(), words, 16);
    return view;
}

ArrowArray views(std::vector<View> shown, const std::string& valid, const std::string& long_text,
                 std::int64_t offset = 0) {
    const auto rows = static_cast<std::int64_t>(shown.size()) - offset;
    return made::array(rows,
                       {bits(valid), buffer(shown), bytes(long_text),
                        buffer<std::int64_t>({static_cast<std::int64_t>(long_text.size())})},
                       offset);
}
} // namespace

TEST_CASE("words are looked at where the producer's bytes lie") {
    auto array =
        made::array(3, {bits("1101"), buffer<std::int32_t>({0, 4, 4, 9, 12}), bytes("homecaredday")}, 1);
    const char* const theirs = static_cast<const char*>(array.buffers[2]);
    const auto column = read_column("u", array);
    CHECK(cells(column) == Cells{"", "-", "day"});
    CHECK((*column.as<std::span<const std::string_view>>())[2].data() == theirs + 9);
    CHECK(made::alive == 2);
}

TEST_CASE("large utf8 is read like utf8") {
    const auto column =
        read_column("U", made::array(2, {std::nullopt, buffer<std::int64_t>({1, 3, 6}), bytes("-abcde")}));
    CHECK(cells(column) == Cells{"ab", "cde"});
}

TEST_CASE("empty words need no bytes") {
    const auto column =
        read_column("u", made::array(2, {std::nullopt, buffer<std::int32_t>({0, 0, 0}), std::nullopt}));
    CHECK(cells(column) == Cells{"", ""});
}

TEST_CASE("offsets that run backwards or before the bytes are refused with their row") {
    const auto with = [](std::vector<std::int32_t> offsets, made::Buffer text) {
        return made::array(2, {std::nullopt, buffer(offsets), std::move(text)});
    };
    CHECK(refusal(std::string("u"), with({0, 3, 1}, bytes("abc"))) ==
          "t: column 'x', row 3: malformed Arrow data: a text from byte 3 to 1");
    CHECK(refusal(std::string("u"), with({-2, 3, 3}, bytes("abc"))) ==
          "t: column 'x', row 2: malformed Arrow data: a text from byte -2 to 3");
    CHECK(refusal(std::string("u"), with({0, 3, 3}, std::nullopt)) ==
          "t: column 'x', row 2: malformed Arrow data: a text from byte 0 to 3 of no bytes");
}

TEST_CASE("string views are read, short ones from the view and long ones from their buffer") {
    const std::string text = "--supported living scheme";
    const auto column = read_column("vu", views({short_view("?"), short_view("twelve bytes"),
                                                 long_view(23, 0, 2), long_view(99, 9, 9), short_view("")},
                                                "11101", text, 1));
    CHECK(cells(column) == Cells{"twelve bytes", "supported living scheme", "-", ""});
    CHECK(made::alive == 2);
}

TEST_CASE("a string view that leaves its buffer is refused with its row") {
    const std::string begin = "t: column 'x', row 2: malformed Arrow data: a text of ";
    const auto refused = [](View view) {
        return refusal(std::string("vu"), views({view}, "1", std::string(20, 'a')));
    };
    CHECK(refused(long_view(20, 0, 1)) == begin + "20 bytes from byte 1 of buffer 0");
    CHECK(refused(long_view(20, 1, 0)) == begin + "20 bytes from byte 0 of buffer 1");
    CHECK(refused(long_view(20, -1, 0)) == begin + "20 bytes from byte 0 of buffer -1");
    CHECK(refused(long_view(-1, 0, 0)) == begin + "-1 bytes from byte 0 of buffer 0");
    CHECK(refused(long_view(20, 0, -1)) == begin + "20 bytes from byte -1 of buffer 0");
    CHECK(refused(long_view(2'147'483'647, 0, 2'147'483'647)) ==
          begin + "2147483647 bytes from byte 2147483647 of buffer 0");
    CHECK(refusal(std::string("vu"),
                  made::array(1, {std::nullopt, buffer<View>({long_view(20, 0, 0)}), std::nullopt})) ==
          begin + "20 bytes from byte 0 of buffer 0");
}

TEST_CASE("decimals become their exact text") {
    const std::vector<std::uint64_t> halves{1, 0, 1350, 0, ~0ULL, ~0ULL, 77, 0};
    const auto column = read_column("d:10,2", made::array(3, {bits("1110"), buffer(halves)}, 1));
    CHECK(cells(column) == Cells{"13.5", "-0.01", "-"});
    CHECK(cells(read_column("d:9,2,32", made::array(1, {std::nullopt, buffer<std::int32_t>({-1})}))) ==
          Cells{"-0.01"});
}
