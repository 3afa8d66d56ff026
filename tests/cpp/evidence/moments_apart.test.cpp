// SPDX-License-Identifier: MIT

#include "../catch.hpp"

#include <vermeil/evidence/moments_apart.hpp>

#include <cstdint>
#include <vector>

using vermeil::Moments;
using vermeil::detail::MomentsApart;

TEST_CASE("moments of one unit lie apart in that unit, those of two in seconds") {
    const std::vector<std::int64_t> from{1'000}, to{400}, seconds{3};
    const MomentsApart same(Moments{from, 1'000}, Moments{to, 1'000});
    CHECK(same(0) == -600);
    CHECK(same.day() == 86'400'000);
    const MomentsApart other(Moments{from, 1'000}, Moments{seconds, 1});
    CHECK(other(0) == 2);
    CHECK(other.day() == 86'400);
}
