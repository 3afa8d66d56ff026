// SPDX-License-Identifier: MIT

#include "catch.hpp"

#include <vermeil/framework/acceptance.hpp>

TEST_CASE("an acceptance that names nothing speaks of the framework as a whole") {
    CHECK(vermeil::Acceptance().of.empty());
}
