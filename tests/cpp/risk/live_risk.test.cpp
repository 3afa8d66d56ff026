// SPDX-License-Identifier: MIT
// One fact more scores its services again, to the bit as a batch does.

#include "catch.hpp"
#include "risk/chance.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/live_risk.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

using chance::Chance;

const vermeil::Date as_of(2024, 12, 31);
vermeil::Evidence register_alone() {
    return sample::evidence_of({{"services", early::services},
                                {"events", "service,event,from\n"},
                                {"inspections", "service,source,rating,on\n"}});
}

} // namespace

TEST_CASE("facts that come one by one give what a batch over all of them gives, to the bit") {
    const vermeil::RiskScheme scheme(vermeil::parse_framework(early::rules, "early.toml"));
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        Chance draws(seed);
        auto all = register_alone();
        vermeil::LiveRisk live(scheme, std::make_shared<const vermeil::Evidence>(all), as_of);
        for (int i = 0; i < 30; ++i) {
            if (draws.below(4) == 0) {
                all.inspections.push_back(draws.rating());
                live.add(all.inspections.back());
            } else {
                all.events.push_back(draws.event());
                live.add(all.events.back());
            }
            const vermeil::RiskBook batch(scheme, std::make_shared<const vermeil::Evidence>(all));
            const auto scores = batch.score(as_of);
            for (std::size_t row = 0; row < scores.size(); ++row) {
                REQUIRE(live.outcome(row) == scores.outcomes().row(row));
            }
        }
    }
}

TEST_CASE("the rows' order and the threads change no bit") {
    const vermeil::RiskScheme scheme(vermeil::parse_framework(early::rules, "early.toml"));
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        Chance draws(seed);
        auto one = register_alone();
        for (int i = 0; i < 40; ++i) {
            one.events.push_back(draws.event());
            one.inspections.push_back(draws.rating());
        }
        auto other = one;
        for (std::size_t i = 40; i-- > 1;) {
            std::swap(other.events[i], other.events[draws.below(i + 1)]);
            std::swap(other.inspections[i], other.inspections[draws.below(i + 1)]);
        }
        const vermeil::RiskBook first(scheme, std::make_shared<const vermeil::Evidence>(one));
        const vermeil::RiskBook second(scheme, std::make_shared<const vermeil::Evidence>(other));
        const auto scores = first.score(as_of, 1), swapped = second.score(as_of, 2);
        for (std::size_t row = 0; row < scores.size(); ++row) {
            REQUIRE(scores.outcomes().row(row) == swapped.outcomes().row(row));
        }
    }
}

TEST_CASE("an event of a provider scores its services again, and no others") {
    const vermeil::RiskScheme scheme(vermeil::parse_framework(early::rules, "early.toml"));
    vermeil::LiveRisk live(scheme, std::make_shared<const vermeil::Evidence>(register_alone()), as_of);
    vermeil::Event event;
    event.provider = "A";
    event.event = "administration";
    event.from = vermeil::Date(2024, 12, 1);
    CHECK(live.add(event) == std::vector<std::size_t>{0, 1});
    CHECK(live.level("S1") == "Red");
    CHECK(live.level("S3") == "Green");
    event.event = "a fair in the garden";
    CHECK(live.add(event).empty());
}

TEST_CASE("a scheme that compares services is not scored fact by fact") {
    const auto text = R"(
language = 1
id = "index"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
higher_is = "worse"
[[measure]]
id = "decisions"
weight = 1
value = { event = "safeguarding_decision", days = 365 }
scale = { min_max = [0, 100] }
[[band]]
name = "High"
at_least = 50
[[band]]
name = "Low"
)";
    const vermeil::RiskScheme scheme(vermeil::parse_framework(text, "index.toml"));
    const auto evidence = std::make_shared<const vermeil::Evidence>(register_alone());
    CHECK_THROWS_WITH(vermeil::LiveRisk(scheme, evidence, as_of),
                      "'index' compares services with each other; score them all together");
    CHECK(vermeil::RiskBook(scheme, evidence).score(as_of).size() == 4);
}
