// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/norm_rule.hpp>

#include <set>
#include <string>

using namespace vermeil;
using detail::norm_rule;

TEST_CASE("a rule says all that a norm depends on") {
    const RelativeScale plain{RelativeScale::Kind::min_max, {0, 100}, {}, false, "", {}};
    std::set<std::string> rules{norm_rule(plain)};
    const auto differs = [&](auto change) {
        auto changed = plain;
        change(changed);
        return rules.insert(norm_rule(changed)).second;
    };
    CHECK(norm_rule(plain) == "min_max [0, 100]");
    CHECK(differs([](auto& scale) { scale.kind = RelativeScale::Kind::percentile; }));
    CHECK(differs([](auto& scale) { scale.points = {0, 90}; }));
    CHECK(differs([](auto& scale) { scale.winsorising = HeldAtQuantiles{0.1, 0.9}; }));
    CHECK(differs([](auto& scale) { scale.winsorising = HeldAtDeviations{2}; }));
    CHECK(differs([](auto& scale) { scale.winsorising = HeldWhileSkewed{2, 3.5, 4}; }));
    CHECK(differs([](auto& scale) { scale.logarithmic = true; }));
    CHECK(differs([](auto& scale) { scale.peers = "region"; }));
    CHECK(differs([](auto& scale) { scale.by_members = true; }));
    CHECK(differs([](auto& scale) { scale.at = {0.5}; }));
    CHECK(differs([](auto& scale) { scale.from = 0; }));
    CHECK(differs([](auto& scale) { scale.until = 0; }));
}

TEST_CASE("the rule of cuts says how bands divide the scores, and where") {
    const auto rules = small::three_measures();
    const Cuts percentiles{Cuts::By::percentiles, "region"};
    CHECK(norm_rule(percentiles, rules.bands) == "cuts by percentiles [80, 65, 0], peers region");
    auto ranked = rules.bands;
    ranked[0].first = 3;
    CHECK(norm_rule({Cuts::By::ranks, ""}, ranked) == "cuts by ranks [3, 0, 0]");
}

TEST_CASE("the rule is that of the subject, and nothing where there is none") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.indicators[0].relative = RelativeScale{RelativeScale::Kind::z_score, {1}, {}, false, "", {}};
    CHECK(norm_rule<Scale>(rules, {Subject::Kind::measure, "a"}) == "z_score [1]");
    CHECK(norm_rule<Scale>(rules, {Subject::Kind::measure, "b"}).empty());
    CHECK(norm_rule<PeerMean>(rules, {Subject::Kind::measure, "a"}).empty());
    rules.missing.of(State::unknown) = {Policy::peer_mean, "", 0, "region"};
    CHECK(norm_rule<PeerMean>(rules, {Subject::Kind::measure, "a"}) == "peer_mean, peers region");
    rules.cuts.by = Cuts::By::k_means;
    CHECK(norm_rule<PeerCuts>(rules, {Subject::Kind::whole, ""}).starts_with("cuts by k_means "));
}
