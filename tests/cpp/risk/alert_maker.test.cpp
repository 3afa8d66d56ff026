// SPDX-License-Identifier: MIT
// Budgets: what chance alone costs, what is seen, and series that cannot be judged.

#include "catch.hpp"

#include <vermeil/risk/alert_maker.hpp>
#include <vermeil/risk/count_draws.hpp>

#include <memory>
#include <vector>

using vermeil::ChartKind;
using vermeil::Improves;

namespace {

vermeil::AlertMeasure made_up(std::uint32_t purpose, std::size_t services, std::size_t length = 30) {
    vermeil::Panel panel;
    for (std::size_t s = 0; s < services; ++s) {
        const auto counts = vermeil::CountDraws::poisson(3 + static_cast<double>(s % 4));
        vermeil::PhiloxStream chance(vermeil::Philox(99), 0, static_cast<std::uint32_t>(s), purpose);
        for (std::size_t t = 0; t < length; ++t) {
            panel.values.push_back(counts(chance.uniform()));
        }
    }
    return {"falls", std::make_shared<const vermeil::Panel>(panel_of_rows(std::move(panel), length)),
            ChartKind::c, Improves::down};
}

vermeil::AlertRules small(double visits) {
    vermeil::AlertRules rules;
    rules.visits = visits;
    rules.draws = 400;
    rules.own_up_to = 0; // alike series share draws, which is quick
    return rules;
}

std::size_t alarms(const vermeil::AlertPeriod& period) {
    std::size_t count = 0;
    for (const auto& each : period.services) {
        count += each.alarm ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("over panels where nothing is wrong alarms are as many as the budget says, within a tenth") {
    double count = 0;
    double expected = 0;
    constexpr std::uint32_t panels = 60;
    for (std::uint32_t i = 0; i < panels; ++i) {
        const auto budget = vermeil::alert_budget({made_up(2 * i, 120), made_up(2 * i + 1, 120)}, small(12));
        count += static_cast<double>(alarms(budget.periods.back()));
        expected += budget.periods.back().expected;
    }
    CHECK(expected / panels == Approx(12).margin(0.6));
    CHECK(count / panels == Approx(12).margin(1.2));
}

TEST_CASE("a service whose count trebles is alarmed through the measure that did") {
    const auto quiet = made_up(7, 40);
    auto loud = *made_up(8, 40).panel;
    for (std::size_t t = 26; t < 30; ++t) {
        loud.values[5 * 30 + t] = 3 * (3 + 5 % 4) + 3;
    }
    const auto budget = vermeil::alert_budget(
        {quiet, {"loud", std::make_shared<const vermeil::Panel>(loud), ChartKind::c, Improves::down}},
        small(2));
    const auto& service = budget.periods.back().services[5];
    CHECK(service.alarm);
    CHECK(service.q < 0.2);
    CHECK(budget.series[service.series].measure == 1);
}

TEST_CASE("the worse side counts: a fall of what is bad is no alarm") {
    auto fallen = *made_up(9, 20).panel;
    for (std::size_t t = 24; t < 30; ++t) {
        fallen.values[t] = 0;
    }
    const auto panel = std::make_shared<const vermeil::Panel>(fallen);
    const auto alarmed = [&](Improves improves) {
        return vermeil::alert_budget({{"x", panel, ChartKind::c, improves}}, small(1))
            .periods.back()
            .services[0]
            .alarm;
    };
    CHECK_FALSE(alarmed(Improves::down));
    CHECK(alarmed(Improves::up));
    CHECK(alarmed(Improves::neither));
}

TEST_CASE("threads and the order of services change nothing") {
    auto rules = small(5);
    rules.own_up_to = 1000;
    rules.judged = 2;
    const auto one = vermeil::alert_budget({made_up(1, 30)}, rules);
    rules.threads = 4;
    const auto many = vermeil::alert_budget({made_up(1, 30)}, rules);
    for (std::size_t at = 0; at < 2; ++at) {
        CHECK(one.periods[at].threshold == many.periods[at].threshold);
        for (std::size_t s = 0; s < 30; ++s) {
            CHECK(one.periods[at].services[s].p == many.periods[at].services[s].p);
        }
    }
}

TEST_CASE("a series that cannot be judged is not, and costs nothing") {
    auto panel = *made_up(3, 3).panel;
    panel.has.assign(90, 1);
    std::fill_n(panel.has.begin(), 29, std::uint8_t{0}); // nothing in its baseline
    const auto made = std::make_shared<const vermeil::Panel>(panel);
    const auto budget = vermeil::alert_budget({{"x", made, ChartKind::c, Improves::down}}, small(1));
    CHECK_FALSE(budget.periods.back().services[0].is_judged);
    CHECK(budget.periods.back().services[1].is_judged);
    CHECK(budget.periods.back().expected <= 2);
    const auto brief = vermeil::alert_budget({made_up(3, 3, 20)}, small(1)); // all baseline
    CHECK_FALSE(brief.periods.back().services[1].is_judged);
    CHECK(brief.periods.back().expected == 0);
    CHECK(vermeil::alert_budget({}, small(1)).periods.empty());
}

TEST_CASE("with fewer services than visits all may be visited") {
    const auto budget = vermeil::alert_budget({made_up(4, 3)}, small(12));
    CHECK(alarms(budget.periods.back()) == 3);
}

TEST_CASE("few series whose draws make no whole round keep the budget too") {
    double count = 0;
    constexpr int panels = 120;
    auto rules = small(5);
    rules.draws = 2'000; // forty for each of fifty series, where a round has thirty-two
    for (int seed = 0; seed < panels; ++seed) {
        vermeil::Panel panel;
        for (std::uint32_t s = 0; s < 50; ++s) {
            vermeil::PhiloxStream chance(vermeil::Philox(7), static_cast<std::uint32_t>(seed), s);
            for (std::size_t t = 0; t < 30; ++t) {
                double sum = 0; // of twelve uniform numbers, which is near to normal
                for (int i = 0; i < 12; ++i) {
                    sum += chance.uniform();
                }
                panel.values.push_back(sum);
            }
        }
        const auto budget = vermeil::alert_budget(
            {{"days", std::make_shared<const vermeil::Panel>(panel_of_rows(std::move(panel), 30)),
              ChartKind::xmr, Improves::down}},
            rules);
        count += static_cast<double>(alarms(budget.periods.back()));
    }
    CHECK(count / panels == Approx(5).margin(0.5)); // give or take 0.2
}
