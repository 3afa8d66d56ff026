// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/leaf.hpp>

#include <cmath>
#include <limits>
#include <vector>

using namespace vermeil;

TEST_CASE("the sums of every choice of leaves are known beforehand") {
    std::vector<Leaf> leaves(2);
    leaves[0].weight = leaves[0].factor = 2;
    leaves[0].most = 10;
    leaves[1].weight = leaves[1].factor = 3;
    leaves[1].fewest = 1;
    leaves[1].most = 5;
    const auto made = choices(leaves);
    CHECK(made.all == 3);
    CHECK(made.weight[3] == 5);
    CHECK(made.fewest[3] == 3);
    CHECK(made.most[1] == 20);
    CHECK(made.most[0] == 0);
}

TEST_CASE("a leaf of a geometric mean adds logarithms, of which 0 has none") {
    Leaf leaf;
    CHECK(leaf.term(5) == 5);
    leaf.logarithms = true;
    CHECK(leaf.term(5) == std::log(5.0));
    CHECK(leaf.term(0) == -std::numeric_limits<double>::infinity());
}

TEST_CASE("what is left out or stretched does not divide") {
    Leaf leaf;
    leaf.policy[static_cast<std::size_t>(State::unknown)] = Policy::renormalise;
    leaf.policy[static_cast<std::size_t>(State::suppressed)] = Policy::bounds;
    CHECK(leaf.divides(State::present));
    CHECK(leaf.divides(State::suppressed));
    CHECK_FALSE(leaf.divides(State::unknown));
}
