// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/grouped.hpp>

#include <cstddef>
#include <vector>

using vermeil::detail::GroupCounts;
using vermeil::detail::Grouped;

namespace {
std::vector<int> of(Grouped<int>& grouped, std::size_t group) {
    const auto records = grouped.of(group);
    return {records.begin(), records.end()};
}
} // namespace

TEST_CASE("records of several shares lie together by group, those of the first share first") {
    Grouped<int> grouped(GroupCounts{{2, 0, 1}, {1, 0, 2}});
    auto second = grouped.writer(1);
    auto first = grouped.writer(0);
    second.put(2, 30);
    first.put(0, 1);
    second.put(0, 2);
    first.put(2, 10);
    second.put(2, 31);
    first.put(0, 3);
    CHECK(of(grouped, 0) == std::vector{1, 3, 2});
    CHECK(of(grouped, 1).empty());
    CHECK(of(grouped, 2) == std::vector{10, 30, 31});
}

TEST_CASE("no groups and no records are fine") {
    Grouped<int> none(GroupCounts{{}});
    Grouped<int> empty(GroupCounts{{0}, {0}});
    CHECK(of(empty, 0).empty());
}
