// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/steady.hpp>

using namespace vermeil;

TEST_CASE("a steady framework asks for two quarters and for moves both ways unless it says otherwise") {
    const Steady steady;
    CHECK(steady.quarters == 2);
    CHECK(steady.moves == Moves::both);
    CHECK(moves_names.at(static_cast<std::size_t>(Moves::down)) == "down");
}
