// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/id_column.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

using vermeil::IdColumn;

namespace {
using Codes = std::vector<std::uint32_t>;

Codes codes(const IdColumn& ids, std::size_t first, std::size_t count) {
    Codes read(count);
    ids.read(0, first, count, read.data());
    return read;
}
} // namespace

TEST_CASE("numbers close together are their own codes, less the least, whatever their width and sign") {
    const std::vector<std::int32_t> narrow{-2, 5, -7, 0};
    const std::vector<std::int64_t> wide{4'000'000'001, 4'000'000'000, 4'000'000'003};
    const IdColumn small({{std::span<const std::int32_t>(narrow)}}, -7, 13);
    const IdColumn large({{std::span<const std::int64_t>(wide)}}, 4'000'000'000, 4);
    CHECK(codes(small, 0, 4) == Codes{5, 12, 0, 7});
    CHECK(codes(small, 1, 2) == Codes{12, 0});
    CHECK(codes(large, 0, 3) == Codes{1, 0, 3});
    CHECK(small.name(0) == "-7");
    CHECK(large.name(3) == "4000000003");
    CHECK(small.size() == 13);
}

TEST_CASE("a number beneath a null, whatever lies there, gives a code like others") {
    const std::vector<std::int64_t> numbers{3'000'001, 0, -1, std::numeric_limits<std::int64_t>::max(),
                                            3'000'002};
    const IdColumn ids({{std::span<const std::int64_t>(numbers), {}, nullptr, true}}, 3'000'000, 3);
    const auto read = codes(ids, 0, 5);
    CHECK(read.front() == 1);
    CHECK(read.back() == 2);
    for (const auto code : read) {
        CHECK(code < ids.size());
    }
}

TEST_CASE("positions among different numbers are in the order of counting once they are asked for") {
    const std::vector<std::uint32_t> places{0, 2, 1};
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    const IdColumn ids({{std::span<const std::uint32_t>(places)}}, std::vector<std::int64_t>{7, least, -1});
    CHECK(codes(ids, 0, 3) == Codes{0, 2, 1});
    CHECK(ids.name(1) == "-9223372036854775808");
    CHECK(ids.in_order() == Codes{1, 2, 0});
    CHECK_FALSE(ids.find("7"));
}

TEST_CASE("names are in the order of their bytes, and found by their text") {
    const std::vector<std::uint32_t> places{1, 0};
    const IdColumn ids({{std::span<const std::uint32_t>(places)}},
                       std::vector<std::string>{"b", "A", "a", ""});
    CHECK(ids.in_order() == Codes{3, 1, 2, 0});
    CHECK(ids.find("a") == 2U);
    CHECK(ids.find("") == 3U);
    CHECK(ids.find("c") == std::nullopt);
}

TEST_CASE("a place beyond its dictionary, as lies beneath a null, gives some code and no fault") {
    const std::vector<std::uint32_t> places{4'294'967'295U, 1};
    const IdColumn ids({{std::span<const std::uint32_t>(places), {1, 0}}},
                       std::vector<std::string>{"a", "b"});
    CHECK(codes(ids, 0, 2) == Codes{0, 0});
}

TEST_CASE("a column of no rows has no codes") {
    CHECK(IdColumn().size() == 0);
    CHECK(IdColumn().in_order().empty());
}
