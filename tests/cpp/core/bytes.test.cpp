// SPDX-License-Identifier: MIT

#include "../catch.hpp"

#include <vermeil/core/bytes.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using vermeil::detail::ByteReader;
using vermeil::detail::ByteWriter;

TEST_CASE("what is written is read again, little end first") {
    ByteWriter out;
    out.put(std::uint32_t{0x01020304});
    CHECK(out.bytes() == std::string("\x04\x03\x02\x01"));
    out.put(std::int32_t{-7});
    out.put(std::numeric_limits<std::int64_t>::min());
    out.put(-0.5);
    out.put(true);
    out.put(std::string_view("zwölf"));
    ByteReader in(out.bytes(), "test");
    CHECK(in.number<std::uint32_t>() == 0x01020304);
    CHECK(in.signed_32() == -7);
    CHECK(in.signed_64() == std::numeric_limits<std::int64_t>::min());
    CHECK(in.real() == -0.5);
    CHECK(in.truth());
    CHECK(in.text() == "zwölf");
    CHECK_THROWS_WITH(in.truth(), "test: the bytes end too early, or they are no such bytes");
}

TEST_CASE("bytes that end too early are refused, wherever they end") {
    ByteWriter out;
    out.put(std::uint64_t{5});
    out.put(std::string_view("abc"));
    for (std::size_t size = 0; size < out.bytes().size(); ++size) {
        ByteReader in(std::string_view(out.bytes()).substr(0, size), "tally");
        const auto read_all = [&in] {
            static_cast<void>(in.number<std::uint64_t>());
            static_cast<void>(in.text());
        };
        CHECK_THROWS_WITH(read_all(), "tally: the bytes end too early, or they are no such bytes");
    }
}

TEST_CASE("a count that cannot be is refused before room is made for it") {
    ByteWriter out;
    out.put(std::uint64_t{1} << 60U);
    ByteReader in(out.bytes(), "tally");
    CHECK_THROWS_WITH(in.count(8), "tally: the bytes end too early, or they are no such bytes");
}

TEST_CASE("sealed bytes are read from behind their title to before their sum") {
    ByteWriter out("made up 1");
    out.put(std::uint32_t{7});
    const auto bytes = out.sealed();
    ByteReader in(bytes, "tally", "made up 1");
    CHECK(in.number<std::uint32_t>() == 7);
    CHECK_THROWS_WITH(in.truth(), "tally: the bytes end too early, or they are no such bytes");
    CHECK_THROWS_WITH(ByteReader(bytes, "tally", "made up 2"),
                      "tally: these bytes are none, or another version wrote them");
}

TEST_CASE("sealed bytes of which one bit is another, or some are missing or too many, are refused") {
    ByteWriter out("made up 1");
    out.put(std::string_view("some figures"));
    const auto bytes = out.sealed();
    const auto refused = "tally: these bytes are cut off or were changed since they were written; the sum at "
                         "their end does not fit";
    for (std::size_t at = sizeof(std::uint64_t) + 9; at < bytes.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            auto other = bytes;
            other[at] = static_cast<char>(static_cast<unsigned char>(other[at]) ^ (1U << bit));
            CHECK_THROWS_WITH(ByteReader(other, "tally", "made up 1"), refused);
        }
        CHECK_THROWS_WITH(ByteReader(std::string_view(bytes).substr(0, at), "tally", "made up 1"), refused);
    }
    CHECK_THROWS_WITH(ByteReader(bytes + "x", "tally", "made up 1"), refused);
}

TEST_CASE("the sum of bytes is that of its source") {
    CHECK(vermeil::detail::sum_of_bytes("") == 0xcbf29ce484222325ULL);
    CHECK(vermeil::detail::sum_of_bytes("a") == 0xaf63dc4c8601ec8cULL);
    CHECK(vermeil::detail::sum_of_bytes("foobar") == 0x85944171f73967e8ULL);
}
