// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/fit.hpp>
#include <vermeil/kernel/peer_finder.hpp>
#include <vermeil/measure/cell_buffer.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

/// A group of two measures, which may be absent, and a measure beside it.
Rules grouped() {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1), small::share("c", 1)});
    rules.groups = {{"g", "", "", Aggregate::mean, 1.0, {}}};
    rules.indicators[0].within = rules.indicators[1].within = "g";
    rules.missing.by_state[static_cast<std::size_t>(State::unknown)].policy = Policy::leave_out;
    return rules;
}

/// Services of `a` and `b`; below 0 is absent.
MeasureTable services(const std::vector<std::pair<double, double>>& values) {
    MeasureTable table{std::vector<std::string>(values.size())};
    CellBuffer a(values.size()), b(values.size()), c(values.size());
    const auto cell = [](double value) {
        return value < 0 ? small::absent(State::unknown) : small::present(value);
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        a.set(i, cell(values[i].first));
        b.set(i, cell(values[i].second));
        c.set(i, small::present(0));
    }
    add(table, "a", std::move(a));
    add(table, "b", std::move(b));
    add(table, "c", std::move(c));
    return table;
}

std::vector<double> scores(const Rules& rules, const MeasureTable& table) {
    const Framework framework(rules);
    const auto outcomes = Evaluator(framework, fit(framework, table)).evaluate(table);
    return {outcomes.lowest_score.begin(), outcomes.lowest_score.end()};
}

const std::vector<std::pair<double, double>> market{{0.1, 0.1}, {0.2, 0.4}, {0.5, 0.7}, {0.3, -1}, {0.9, -1}};

} // namespace

TEST_CASE("a group's score is compared with those that have as many members of it") {
    auto rules = grouped();
    rules.groups[0].relative = RelativeScale{RelativeScale::Kind::min_max, {0, 100}, {}, false, "", {}};
    CHECK(scores(rules, services(market)) == std::vector<double>{0, 12.5, 31.25, 12.5, 50});
    rules.groups[0].relative->by_members = true;
    CHECK(scores(rules, services(market)) == std::vector<double>{0, 20, 50, 0, 50});
}

TEST_CASE("the bands of a group may be cut by its peers, and earn points") {
    auto rules = grouped();
    rules.groups[0].bands = {{"High", 50, Tie::in, {}}, {"Low", {}, Tie::in, {}}};
    rules.groups[0].bands[0].points = 100;
    rules.groups[0].bands[1].points = 20;
    rules.groups[0].cuts.by = Cuts::By::percentiles;
    CHECK(scores(rules, services(market)) == std::vector<double>{10, 50, 50, 50, 50});
    rules.groups[0].cuts.by_members = true;
    CHECK(scores(rules, services(market)) == std::vector<double>{10, 50, 50, 10, 50});
}

TEST_CASE("who has as many members as nobody had may have any band of the group") {
    auto rules = grouped();
    rules.groups[0].bands = {{"High", 50, Tie::in, {}}, {"Low", {}, Tie::in, {}}};
    rules.groups[0].cuts = {Cuts::By::percentiles, "", true, {}};
    const Framework framework(rules);
    const Evaluator evaluator(framework, fit(framework, services({{0.1, 0.2}, {0.3, 0.4}})));
    const auto trace = evaluator.explain(
        std::vector<Cell>{small::present(0.9), small::absent(State::unknown), small::present(0)});
    CHECK(trace.groups[0].lowest == 1);
    CHECK(trace.groups[0].highest == 0);
}

TEST_CASE("who is withheld takes no part in finding the cuts of the whole") {
    auto rules = grouped();
    rules.indicators[2].weight = 0.0001;
    rules.cuts.by = Cuts::By::ranks;
    rules.bands = {{"First", {}, Tie::in, {}}, {"Others", {}, Tie::in, {}}};
    rules.bands[0].first = 1;
    const auto first = [&] {
        const Framework framework(rules);
        const auto table = services(market);
        return Evaluator(framework, fit(framework, table)).evaluate(table).band[2];
    };
    CHECK(first() == 1);
    rules.limiters = {{Effect::withhold,
                       "",
                       Comparing{{Subject::Kind::group, "g", Aspect::n}, Comparison::below, 2.0},
                       "one member alone",
                       {}}};
    CHECK(first() == 0);
}
