// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/spread.hpp>

#include <vector>

using vermeil::detail::PointRange;

namespace {

PointRange spread(const std::vector<PointRange>& members) {
    vermeil::detail::Spread spread;
    for (const auto& member : members) {
        spread.add(member);
    }
    return spread.range();
}

} // namespace

TEST_CASE("known members have one spread") {
    const auto made = spread({{3, 3}, {5, 5}, {2, 2}});
    CHECK((made.low == 3 && made.high == 3));
    CHECK((spread({}).low == 0 && spread({}).high == 0));
    CHECK((spread({{4, 4}}).low == 0 && spread({{4, 4}}).high == 0));
}

TEST_CASE("an open member lies among the others at the least, and as far from one as it can at the most") {
    const auto made = spread({{4, 4}, {1, 6}});
    CHECK((made.low == 0 && made.high == 3));
    const auto apart = spread({{2, 2}, {5, 5}, {1, 6}});
    CHECK((apart.low == 3 && apart.high == 4));
}

TEST_CASE("one open member alone is no further from itself than 0") {
    CHECK(spread({{1, 6}}).high == 0);
    CHECK(spread({{1, 6}, {1, 6}}).high == 5);
    CHECK(spread({{1, 2}, {4, 6}}).low == 2);
}
