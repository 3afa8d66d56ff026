// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/no_such.hpp>

#include <string>
#include <string_view>
#include <vector>

using vermeil::no_such;

namespace {
const std::vector<std::string_view> many{"P001", "P002", "P003", "P017", "P018", "P101", "P170"};
}

TEST_CASE("nothing known is said so") {
    CHECK(no_such("provider", "P1", {}) == "no such provider; none is known");
}

TEST_CASE("a few known ids are all listed") {
    CHECK(no_such("tier", "gold", {"tier 1"}) == "no such tier; known is 'tier 1'");
    CHECK(no_such("tier", "gold", {"tier 1", "tier 2"}) == "no such tier; known are 'tier 1' or 'tier 2'");
}

TEST_CASE("of many known ids those one letter away come before those two away") {
    CHECK(no_such("provider", "P17", many) ==
          "no such provider among 7; nearest are 'P017', 'P170' or 'P018'");
    CHECK(no_such("provider", "P0179", many) ==
          "no such provider among 7; nearest are 'P017', 'P018' or 'P170'");
}

TEST_CASE("where nothing is near the first ids serve as samples") {
    CHECK(no_such("provider", "Sunrise", many) ==
          "no such provider among 7, such as 'P001', 'P002' or 'P003'");
}

TEST_CASE("edits are letters added, dropped or exchanged") {
    CHECK(vermeil::detail::within_edits("abc", "abc", 0));
    CHECK_FALSE(vermeil::detail::within_edits("abc", "abd", 0));
    CHECK(vermeil::detail::within_edits("abc", "xabc", 1));
    CHECK(vermeil::detail::within_edits("kitten", "sitten", 1));
    CHECK_FALSE(vermeil::detail::within_edits("kitten", "sitting", 2));
    CHECK(vermeil::detail::within_edits("", "ab", 2));
    CHECK_FALSE(vermeil::detail::within_edits("", "abc", 2));
}
