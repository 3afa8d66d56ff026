// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/peers.hpp>

using namespace vermeil;

TEST_CASE("peers are found by the value they share") {
    const PeerGroups groups{0, {1, 2.5, 7}};
    CHECK(groups.index(1) == 0);
    CHECK(groups.index(7) == 2);
    CHECK(groups.index(2) == no_peers);
    CHECK(PeerGroups().index(0) == no_peers);
}

TEST_CASE("what is the same for all does not split") {
    CHECK_FALSE(ByPeers<int>().splits());
    CHECK(ByPeers<int>{0, {1, 2}}.splits());
}
