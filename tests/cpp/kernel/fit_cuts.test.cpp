// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/fit_cuts.hpp>

#include <limits>
#include <vector>

using namespace vermeil;

namespace {

std::vector<Band> three() {
    return {{"High", {}, Tie::in, {}}, {"Middle", {}, Tie::in, {}}, {"Low", {}, Tie::in, {}}};
}

} // namespace

TEST_CASE("percentiles interpolate between the peers' scores") {
    auto bands = three();
    bands[0].cut = 75;
    bands[1].cut = 50;
    CHECK(detail::fit_cuts({Cuts::By::percentiles, "", false, {}}, bands, {0, 10, 20}).cuts ==
          std::vector<double>{15, 10});
}

TEST_CASE("ranks count from the top, and take all where there are fewer") {
    auto bands = three();
    bands[0].first = 1;
    bands[1].first = 5;
    CHECK(detail::fit_cuts({Cuts::By::ranks, "", false, {}}, bands, {1, 2, 3}).cuts ==
          std::vector<double>{3, -std::numeric_limits<double>::max()});
}

TEST_CASE("clusters need as many different scores as there are bands") {
    const Cuts clusters{Cuts::By::k_means, "", false, {}};
    CHECK(detail::fit_cuts(clusters, three(), {1, 2, 10, 11, 50}).cuts == std::vector<double>{50, 10});
    CHECK(detail::fit_cuts(clusters, three(), {1, 1, 2}).cuts.empty());
}
