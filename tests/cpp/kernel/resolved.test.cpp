// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/resolved.hpp>

#include <utility>

using namespace vermeil;

namespace {

Rules compared() {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    for (auto& indicator : rules.indicators) {
        indicator.relative = RelativeScale{RelativeScale::Kind::z_score, {1}, {}, false, "region", {}};
    }
    rules.facts.push_back(small::fact("region"));
    return rules;
}

} // namespace

TEST_CASE("an absolute framework stands for itself") {
    const Framework framework(small::three_measures());
    const Norms none;
    Resolved resolved(framework, none, Fitting::done);
    CHECK_FALSE(resolved.scales(framework.rules().indicators[0]).splits());
    CHECK(resolved.cuts().each.at(0) == std::vector<double>{80, 65});
    CHECK(resolved.means(framework.rules().indicators[0].measure).each.empty());
    CHECK(resolved.peers().empty());
}

TEST_CASE("measures with the same peers share them") {
    const Framework framework(compared());
    Norms norms{"small", "1", 4, {}};
    for (const auto* id : {"a", "b"}) {
        for (const double region : {1.0, 2.0}) {
            norms.norms.push_back({{Subject::Kind::measure, id}, region, 2, Scale(StepScale{{}, region})});
        }
    }
    Resolved resolved(framework, norms, Fitting::done);
    const auto a = resolved.scales(framework.rules().indicators[0]);
    const auto b = resolved.scales(framework.rules().indicators[1]);
    CHECK(a.groups == b.groups);
    REQUIRE(resolved.peers().size() == 1);
    CHECK(resolved.peers()[0].values == std::vector<double>{1, 2});
    CHECK(resolved.peers()[0].fact == 2);
    CHECK(points(a.each[1], 0) == 2);
}

TEST_CASE("while norms are found, what has none may be anything") {
    const Framework framework(compared());
    const Norms none;
    Resolved resolved(framework, none, Fitting::under_way);
    CHECK(points_range(resolved.scales(framework.rules().indicators[0]).each.at(0)) == std::pair{-3.0, 3.0});
    Resolved done(framework, none, Fitting::done);
    CHECK_THROWS_AS(done.scales(framework.rules().indicators[0]), Error);
}

TEST_CASE("norms that another rule found are refused, and name the measure and both rules") {
    const Framework framework(compared());
    Norms norms{"small", "1", 4, {}};
    norms.norms.push_back({{Subject::Kind::measure, "a"}, 1.0, 2, Scale(StepScale{{}, 1})});
    norms.norms[0].rule = "z_score [1], peers region";
    Resolved same(framework, norms, Fitting::done);
    CHECK(same.scales(framework.rules().indicators[0]).each.size() == 1);
    norms.norms[0].rule = "k_means [1, 2], peers region";
    Resolved changed(framework, norms, Fitting::done);
    CHECK_THROWS_WITH(
        changed.scales(framework.rules().indicators[0]),
        "norms of 'small' 1 were found for 'a' by 'k_means [1, 2], peers region', and the framework "
        "now says 'z_score [1], peers region'; fit it again");
}
