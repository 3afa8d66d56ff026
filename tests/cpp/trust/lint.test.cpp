// SPDX-License-Identifier: MIT
// What the linter finds, and that it finds nothing where there is nothing.

#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/trust/lint.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace {

/// Rules in which there is nothing to find.
vermeil::Rules sound() {
    auto rules = sample::rules();
    rules.edition.contracts = {"home-care"};
    rules.edition.approved_by = "made up";
    rules.indicators[0].measure.least_n = 10;
    rules.groups[0].weight.reset();
    return rules;
}

std::vector<vermeil::Finding> found(vermeil::Rules rules) {
    return vermeil::lint(vermeil::Framework(std::move(rules)));
}

/// The one finding of that rule; the test fails where there is not exactly one.
vermeil::Finding only(const vermeil::Rules& rules, const std::string& rule) {
    const auto findings = found(rules);
    std::vector<vermeil::Finding> hits;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(hits),
                 [&](const auto& finding) { return finding.rule == rule; });
    REQUIRE(hits.size() == 1);
    CHECK_FALSE(hits.front().mend.empty());
    return hits.front();
}

} // namespace

TEST_CASE("sound rules have no finding") { CHECK(found(sound()).empty()); }

TEST_CASE("an edition published after it began to apply is an error") {
    auto rules = sound();
    rules.edition.published_on = vermeil::Date(2024, 5, 1);
    const auto finding = only(rules, "published-after-start");
    CHECK(finding.severity == vermeil::Severity::error);
    CHECK(finding.what == "published on 2024-05-01, yet it applies from 2024-04-01");
}

TEST_CASE("an edition without a contract or an approval is found") {
    auto rules = sound();
    rules.edition.contracts.clear();
    rules.edition.approved_by.clear();
    only(rules, "no-contract");
    CHECK(only(rules, "not-approved").severity == vermeil::Severity::note);
}

TEST_CASE("a measure without a weight is an error, but not where points are summed") {
    auto rules = sound();
    rules.indicators[0].weight.reset();
    CHECK(only(rules, "no-weight").what == "measure 'dignity' has no weight, so nothing can be rated yet");
    rules.aggregate = vermeil::Aggregate::sum;
    rules.groups[0].aggregate = vermeil::Aggregate::sum;
    const auto findings = found(rules);
    CHECK(std::none_of(findings.begin(), findings.end(),
                       [](const auto& each) { return each.rule == "no-weight"; }));
}

TEST_CASE("every policy under which absence can help is named") {
    auto rules = sound();
    rules.missing.of(vermeil::State::too_few).policy = vermeil::Policy::renormalise;
    CHECK(only(rules, "absence-helps").what.find("(too_few)") != std::string::npos);
    rules.missing.of(vermeil::State::too_few).policy = vermeil::Policy::bounds;
    rules.missing.of(vermeil::State::not_submitted).policy = vermeil::Policy::leave_out;
    CHECK(only(rules, "absence-helps").what.find("'not_submitted'") != std::string::npos);
}

TEST_CASE("a rating that may stand on nothing is found") {
    auto rules = sound();
    rules.least_coverage = 0;
    only(rules, "no-coverage");
}

TEST_CASE("a share that one answer decides is found while the measure is live") {
    auto rules = sound();
    rules.indicators[0].measure.least_n = 1;
    CHECK(only(rules, "one-answer").place.line == 5);
    rules.indicators[0].measure.live = false;
    CHECK(found(rules).empty());
}

TEST_CASE("a live measure that punishes reporting is found") {
    auto rules = sound();
    rules.indicators[0].measure.reporting_sensitive = true;
    only(rules, "reporting-punished");
}

TEST_CASE("a scale on which every value earns the same is found") {
    auto rules = sound();
    rules.indicators[0].scale = vermeil::LinearScale{{{0, 50}, {1, 50}}};
    only(rules, "flat-scale");
}

TEST_CASE("limiters that change nothing, never fire or give no reason are found") {
    auto rules = sound();
    rules.limiters[0].band = "Gold";
    only(rules, "limiter-never-bites");
    rules.limiters[0].because.clear();
    only(rules, "limiter-unexplained");
    rules.indicators[1].measure.live = false;
    only(rules, "limiter-never-fires");
}

TEST_CASE("bands that no score reaches are found at both ends") {
    auto rules = sound();
    rules.bands[0].cut = 100.5;
    CHECK(only(rules, "band-unreachable").what == "band 'Gold' begins at 100.5; no score is above 100");
    rules.bands[0].cut = 80;
    rules.bands[1].cut = -1;
    CHECK(only(rules, "band-unreachable").what ==
          "no score is below 0, so no band under 'Silver' can be reached");
}

TEST_CASE("a band above the most points is unreachable when a tie falls out of it") {
    auto rules = sound();
    rules.bands[0].cut = 100;
    CHECK(found(rules).empty());
    rules.bands[0].tie = vermeil::Tie::out;
    only(rules, "band-unreachable");
}

TEST_CASE("a policy under which a chosen return can narrow what is possible is noted") {
    auto rules = sound();
    rules.missing.of(vermeil::State::too_few).policy = vermeil::Policy::interval;
    const auto finding = only(rules, "absence-narrows");
    CHECK(finding.severity == vermeil::Severity::note);
    CHECK(finding.what.find("(too_few)") != std::string::npos);
}
