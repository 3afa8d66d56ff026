// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/band_plan.hpp>

using namespace vermeil;

TEST_CASE("bands by scores ask questions, and those by the peers have their cuts") {
    auto rules = small::three_measures();
    rules.groups = {{"g", "", "", Aggregate::mean, 1.0, {}}};
    rules.groups[0].bands = {{"High", 50, Tie::in, {}}, {"Low", {}, Tie::in, {}}};
    rules.indicators[0].within = "g";
    const Framework absolute(rules);
    Questions questions(absolute);
    Resolved resolved(absolute, {}, Fitting::done);
    const auto asked = detail::band_plan(questions, resolved, absolute.rules(), 0);
    CHECK(asked.bands.size() == 1);
    CHECK(asked.cuts.each.empty());

    rules.groups[0].cuts.by = Cuts::By::percentiles;
    const Framework relative(rules);
    Norms norms{"small", "1", 3, {}};
    norms.norms.push_back({{Subject::Kind::group, "g"}, {}, 3, PeerCuts{{42}}});
    Questions others(relative);
    Resolved found(relative, norms, Fitting::done);
    const auto cut = detail::band_plan(others, found, relative.rules(), 0);
    CHECK(cut.bands.empty());
    CHECK(cut.count == 2);
    CHECK(cut.cuts.each[0] == std::vector<double>{42});
}
