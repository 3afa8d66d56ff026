// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/peer_checks.hpp>

using namespace vermeil;
using Catch::Matchers::Contains;

TEST_CASE("an absolute framework compares nobody; one relative thing is enough to compare") {
    auto rules = sample::rules();
    CHECK_FALSE(detail::compares(rules));
    CHECK_FALSE(Framework(rules).is_relative());
    rules.missing.of(State::unknown).policy = Policy::peer_mean;
    CHECK(detail::compares(rules));
    rules = sample::rules();
    rules.groups[0].relative = RelativeScale{RelativeScale::Kind::z_score, {1}, {}, false, "", {}};
    CHECK(Framework(rules).is_relative());
}

TEST_CASE("peers are told apart by a fact or a measure that is there") {
    auto rules = sample::rules();
    rules.cuts = {Cuts::By::percentiles, "region", false};
    CHECK_THROWS_WITH(detail::check_peers(rules), Contains("has the peers 'region'"));
    rules.cuts.peers = rules.indicators[0].measure.id;
    CHECK_NOTHROW(detail::check_peers(rules));
    rules.cuts.by_members = true;
    CHECK_THROWS_WITH(detail::check_peers(rules), Contains("both peers and same_members"));
    rules.cuts = {Cuts::By::scores, "", true};
    CHECK_THROWS_WITH(detail::check_peers(rules), Contains("cuts by scores are the same for all"));
}

TEST_CASE("percentiles are cuts from 0 to 100, and clusters have none") {
    auto rules = sample::rules();
    rules.cuts.by = Cuts::By::percentiles;
    rules.bands[0].cut = 101;
    CHECK_THROWS_WITH(detail::check_cuts(rules, rules.cuts, rules.bands, rules.place),
                      Contains("a percentile is a number from 0 to 100"));
    rules.cuts.by = Cuts::By::k_means;
    CHECK_THROWS_WITH(detail::check_cuts(rules, rules.cuts, rules.bands, rules.place),
                      Contains("k_means finds the cuts itself"));
}

TEST_CASE("every state has the same peers' mean") {
    auto rules = sample::rules();
    rules.missing.of(State::unknown) = {Policy::peer_mean, "", 0, ""};
    rules.missing.of(State::suppressed) = {Policy::peer_mean, "", 0, rules.indicators[0].measure.id};
    CHECK_THROWS_WITH(detail::check_peers(rules), Contains("every state needs the same"));
}
