// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/norms.hpp>

using namespace vermeil;

TEST_CASE("norms are found by their subject and their kind, in the order of the peers") {
    const Subject waits{Subject::Kind::measure, "waits"};
    Norms norms;
    norms.norms.push_back({waits, 1.0, 4, PeerMean{3}});
    norms.norms.push_back({waits, {}, 9, Scale(StepScale())});
    norms.norms.push_back({waits, 2.0, 5, PeerMean{8}});
    REQUIRE(norms.of<PeerMean>(waits).size() == 2);
    CHECK(norms.of<PeerMean>(waits)[1]->peers == 2.0);
    CHECK(norms.of<Scale>(waits)[0]->n == 9);
    CHECK(norms.of<PeerMean>({Subject::Kind::group, "waits"}).empty());
}
