// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/standing.hpp>

#include <type_traits>

TEST_CASE("where bands stand is plain memory, a byte for each row") {
    using One = vermeil::detail::Standing<1>;
    CHECK(std::is_trivially_copyable_v<One>);
    CHECK(One{}.lowest.size() == 1);
    CHECK(One{}.settled[0] == 0);
}
