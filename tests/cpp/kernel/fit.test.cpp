// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/fit.hpp>
#include <vermeil/measure/cell_buffer.hpp>

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

RelativeScale relative(RelativeScale::Kind kind, std::vector<double> points, std::string peers = "") {
    return {kind, std::move(points), {}, false, std::move(peers), {}};
}

/// A table of measures, a column each; NaN is `unknown`.
MeasureTable table(const std::vector<std::pair<std::string, std::vector<double>>>& columns) {
    const auto rows = columns.front().second.size();
    std::vector<std::string> services;
    for (std::size_t i = 0; i < rows; ++i) {
        services.push_back("s" + std::to_string(i));
    }
    MeasureTable made(std::move(services));
    for (const auto& [id, values] : columns) {
        CellBuffer cells(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            cells.set(i, values[i] == values[i] ? small::present(values[i]) : small::absent(State::unknown));
        }
        add(made, id, std::move(cells));
    }
    return made;
}

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

Rules compared(RelativeScale scale) {
    auto rules = small::rules({small::share("waits", 1)});
    rules.indicators[0].relative = std::move(scale);
    return rules;
}

std::vector<double> scores(const Rules& rules, const MeasureTable& measures) {
    const Framework framework(rules);
    const auto outcomes = Evaluator(framework, fit(framework, measures)).evaluate(measures);
    return {outcomes.lowest_score.begin(), outcomes.lowest_score.end()};
}

} // namespace

TEST_CASE("an absolute framework has no norms") {
    const Framework framework(small::three_measures());
    CHECK(fit(framework, table({{"dignity", {1}}, {"reliable", {1}}, {"safe", {1}}})).norms.empty());
}

TEST_CASE("a service is compared with its peers alone") {
    using Kind = RelativeScale::Kind;
    auto rules = compared(relative(Kind::min_max, {0, 100}, "region"));
    rules.facts.push_back(small::fact("region"));
    const auto measures = table({{"waits", {0, 10, 5, 100, 200}}, {"region", {1, 1, 1, 2, 2}}});
    CHECK(scores(rules, measures) == std::vector<double>{0, 100, 50, 0, 100});
    // Norms of other services tell nothing about a region that they do not know.
    const Framework framework(rules);
    const Evaluator evaluator(framework, fit(framework, measures));
    const auto outcome = evaluator.evaluate(std::vector<Cell>{small::present(5), small::present(3)});
    CHECK(outcome.lowest_score == 0);
    CHECK(outcome.highest_score == 100);
    CHECK(outcome.reason == Reason::coverage);
}

TEST_CASE("without norms a framework that compares says so, and refuses those of another") {
    const Framework framework(compared(relative(RelativeScale::Kind::z_score, {1})));
    using Catch::Matchers::Contains;
    CHECK_THROWS_WITH(Evaluator(framework), Contains("give the norms that fit finds for 'waits'"));
    auto norms = fit(framework, table({{"waits", {1, 2}}}));
    norms.edition = "2";
    CHECK_THROWS_WITH(Evaluator(framework, norms), Contains("norms of 'small' 2 cannot serve 'small' 1"));
}

TEST_CASE("groups are compared after their members, and a mean stands in for what is absent") {
    auto rules = compared(relative(RelativeScale::Kind::min_max, {0, 100}));
    rules.missing.of(State::unknown).policy = Policy::peer_mean;
    rules.least_coverage = 0;
    rules.groups = {{"time", "", "", Aggregate::mean, 1.0, {}}};
    rules.indicators[0].within = "time";
    rules.groups[0].relative = relative(RelativeScale::Kind::rank, {-1});
    const auto measures = table({{"waits", {0, 10, absent, 2}}});
    // 0, 100, 40 (the mean 4) and 20 points: ranks 4, 1, 2 and 3.
    CHECK(scores(rules, measures) == std::vector<double>{4, 1, 2, 3});
    const Framework framework(rules);
    const auto norms = fit(framework, measures);
    const auto means = norms.of<PeerMean>({Subject::Kind::measure, "waits"});
    REQUIRE(means.size() == 1);
    CHECK(std::get<PeerMean>(means[0]->found).value == 4);
    CHECK(means[0]->n == 3);
}

TEST_CASE("bands by percentiles of the peers, and by clusters") {
    auto rules = small::rules({small::share("score", 1)});
    rules.cuts.by = Cuts::By::percentiles;
    rules.bands[0].cut = 75;
    rules.bands[1].cut = 50;
    const auto measures = table({{"score", {0, 0.25, 0.5, 0.75, 1}}});
    const auto bands = [&] {
        const Framework framework(rules);
        const auto outcomes = Evaluator(framework, fit(framework, measures)).evaluate(measures);
        return std::vector<int>(outcomes.band.begin(), outcomes.band.end());
    };
    CHECK(bands() == std::vector<int>{2, 2, 1, 0, 0});
    rules.cuts.by = Cuts::By::k_means;
    rules.bands[0].cut.reset();
    rules.bands[1].cut.reset();
    const auto clustered = table({{"score", {0, 0.01, 0.5, 0.52, 0.99}}});
    const Framework framework(rules);
    const auto outcomes = Evaluator(framework, fit(framework, clustered)).evaluate(clustered);
    CHECK(std::vector<int>(outcomes.band.begin(), outcomes.band.end()) == std::vector<int>{2, 2, 1, 1, 0});
}

TEST_CASE("peers may be those with as many members that have data") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.missing.of(State::unknown).policy = Policy::renormalise;
    rules.least_coverage = 0;
    rules.cuts = {Cuts::By::percentiles, "", true};
    rules.bands[0].cut = 100;
    rules.bands[1].cut = 50;
    const auto measures = table({{"a", {0.1, 0.2, 0.9, 0.8}}, {"b", {absent, absent, 0.9, 0.8}}});
    const Framework framework(rules);
    const auto outcomes = Evaluator(framework, fit(framework, measures)).evaluate(measures);
    CHECK(std::vector<int>(outcomes.band.begin(), outcomes.band.end()) == std::vector<int>{2, 0, 0, 2});
}

TEST_CASE("an open score takes no part, and the order of the services does not matter") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.cuts.by = Cuts::By::percentiles;
    rules.bands[0].cut = 100;
    rules.bands[1].cut = 50;
    const Framework framework(rules);
    const auto one = fit(framework, table({{"a", {0.1, 0.2, 0.9}}, {"b", {0.3, absent, 0.7}}}));
    const auto other = fit(framework, table({{"a", {0.9, 0.1}}, {"b", {0.7, 0.3}}}));
    REQUIRE(one.norms.size() == 1);
    CHECK(one.norms[0].n == 2);
    CHECK(std::get<PeerCuts>(one.norms[0].found).cuts == std::get<PeerCuts>(other.norms[0].found).cuts);
}

TEST_CASE("a measure that nobody has stops nobody, and a later value of it is unknown") {
    for (const auto kind : {RelativeScale::Kind::z_score, RelativeScale::Kind::rank}) {
        auto rules = small::rules({small::share("a", 9), small::share("b", 1)});
        rules.indicators[1].relative = relative(kind, {1});
        const auto measures = table({{"a", {0.5, 0.9}}, {"b", {absent, absent}}});
        const Framework framework(rules);
        const Evaluator evaluator(framework, fit(framework, measures));
        const auto outcomes = evaluator.evaluate(measures);
        CHECK(outcomes.coverage[0] == 0.9);
        CHECK(outcomes.lowest_score[0] < outcomes.highest_score[0]);
        const auto later = evaluator.evaluate(std::vector<Cell>{small::present(0.5), small::present(7)});
        CHECK(later.coverage == 0.9);
        CHECK(later.lowest_score == outcomes.lowest_score[0]);
    }
}

TEST_CASE("an absent value that no mean can stand in for stays open") {
    auto rules = small::rules({small::share("a", 9), small::share("b", 1)});
    rules.missing.of(State::unknown).policy = Policy::peer_mean;
    const auto measures = table({{"a", {0.5, 0.9}}, {"b", {absent, absent}}});
    const Framework framework(rules);
    const auto outcomes = Evaluator(framework, fit(framework, measures)).evaluate(measures);
    CHECK(outcomes.lowest_score[0] == 45);
    CHECK(outcomes.highest_score[0] == 55);
}

TEST_CASE("peers too few for the bands may have any of them") {
    auto rules = small::rules({small::share("score", 1)});
    rules.cuts.by = Cuts::By::k_means;
    rules.bands[0].cut.reset();
    rules.bands[1].cut.reset();
    const auto measures = table({{"score", {0.2, 0.9, 0.9}}});
    const Framework framework(rules);
    const auto outcomes = Evaluator(framework, fit(framework, measures)).evaluate(measures);
    CHECK(outcomes.reason[1] == Reason::open);
    CHECK(outcomes.band[1] == no_band);
    rules.cuts.by_members = true;
    const Framework by_members(rules);
    const auto nobody = table({{"score", {absent, absent}}});
    const Evaluator evaluator(by_members, fit(by_members, nobody));
    CHECK(evaluator.evaluate(std::vector<Cell>{small::present(0.9)}).reason == Reason::open);
}
