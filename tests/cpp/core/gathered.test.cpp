// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/gathered.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

using vermeil::detail::Gathered;
using vermeil::detail::Rooms;

namespace {
std::vector<std::uint32_t> of(const Gathered<std::uint32_t>& gathered, std::size_t group) {
    std::vector<std::uint32_t> list;
    gathered.append_to(list, group);
    return list;
}
} // namespace

TEST_CASE("records are kept by group, in the order in which they came") {
    Gathered<std::uint32_t> gathered(3);
    for (const std::uint32_t record : {20U, 1U, 21U, 2U}) {
        gathered.put(record / 10, record);
    }
    CHECK(of(gathered, 0) == std::vector<std::uint32_t>{1, 2});
    CHECK(of(gathered, 1).empty());
    CHECK(of(gathered, 2) == std::vector<std::uint32_t>{20, 21});
}

TEST_CASE("many records in many pieces are all there, whatever else comes between them") {
    constexpr std::uint32_t groups = 7;
    constexpr std::uint32_t records = 200'000; // more than the longest piece holds, in every group
    for (const auto rooms : {Rooms::small, Rooms::large}) {
        Gathered<std::uint32_t> gathered(groups, rooms);
        std::vector<std::vector<std::uint32_t>> expected(groups);
        for (std::uint32_t record = 0; record < 4 * records; ++record) {
            const auto group = (record * 2'654'435'761U >> 7U) % groups;
            gathered.put(group, record);
            expected[group].push_back(record);
        }
        for (std::size_t group = 0; group < groups; ++group) {
            CHECK(of(gathered, group) == expected[group]);
        }
    }
}

TEST_CASE("a list that holds something is added to") {
    Gathered<std::uint32_t> gathered(1);
    gathered.put(0, 5);
    std::vector<std::uint32_t> list{9};
    gathered.append_to(list, 0);
    CHECK(list == std::vector<std::uint32_t>{9, 5});
}

TEST_CASE("what is not to be kept is written over, and the others stay in their order") {
    Gathered<std::int16_t> gathered(2);
    std::vector<std::int32_t> expected;
    for (std::int16_t i = 0; i < 5'000; ++i) {
        const bool is_kept = i % 3 == 0 || i > 4'900;
        gathered.put_if(is_kept, i % 5 == 0 ? 1 : 0, i);
        if (is_kept && i % 5 != 0) {
            expected.push_back(i);
        }
        gathered.expect(1);
    }
    std::vector<std::int32_t> found{-1};
    gathered.append_to(found, 0); // behind what is there, and as wider numbers
    expected.insert(expected.begin(), -1);
    CHECK(found == expected);
}
