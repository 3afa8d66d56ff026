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
    CHECK(in.is_at_end());
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
