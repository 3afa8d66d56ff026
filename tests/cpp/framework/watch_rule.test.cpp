// SPDX-License-Identifier: MIT
// What a framework says of a watch list.

#include "catch.hpp"

#include <vermeil/framework/watch_rule.hpp>

TEST_CASE("a watch list has no keys and no capacity unless it is said") {
    const vermeil::WatchRule rule;
    CHECK(rule.keys.empty());
    CHECK(rule.visits == 0);
}
