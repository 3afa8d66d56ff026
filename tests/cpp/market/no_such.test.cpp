// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/no_such.hpp>

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

TEST_CASE("of many known ids the one that was probably meant is named") {
    CHECK(no_such("provider", "p017", many) == "no such provider among 7; did you mean 'P017'?");
    CHECK(no_such("provider", "P17", many) == "no such provider among 7; did you mean 'P017'?");
}

TEST_CASE("where nothing is near the first ids serve as samples") {
    CHECK(no_such("provider", "Sunrise", many) ==
          "no such provider among 7, such as 'P001', 'P002' or 'P003'");
}
