// SPDX-License-Identifier: MIT
// One fact more scores its services again, to the bit as a batch does.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/live_risk.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

const vermeil::Date as_of(2024, 12, 31);
const std::vector<std::string> kinds{"safeguarding_decision", "unexpected_death", "embargo",
                                     "administration"};
const std::vector<std::string> words{"Good", "Requires improvement", "Inadequate"};

/// Facts by chance, from a stated seed.
class Chance {
  public:
    explicit Chance(std::uint32_t seed) : draw_(seed) {}

    std::size_t below(std::size_t n) { return draw_() % n; }
    vermeil::Date day() {
        return vermeil::Date(2023, 6, 1) + boost::gregorian::days(static_cast<int>(below(700)));
    }
    std::string service() { return "S" + std::to_string(1 + below(4)); }
    std::string incident() { return below(2) == 0 ? "" : "I" + std::to_string(below(4)); }

    vermeil::Event event() {
        vermeil::Event event;
        event.event = kinds[below(kinds.size())];
        const bool of_provider = below(4) == 0;
        event.service = of_provider ? "" : service();
        event.provider = of_provider ? std::string(1, static_cast<char>('A' + below(3))) : "";
        event.from = day();
        if (below(3) == 0) {
            event.to = event.from + boost::gregorian::days(static_cast<int>(below(300)));
        }
        if (below(4) == 0) {
            event.known_on = event.from + boost::gregorian::days(static_cast<int>(below(60)));
        }
        if (below(5) == 0) {
            event.expires_on = event.from + boost::gregorian::days(static_cast<int>(below(400)));
        }
        if (below(4) == 0) {
            event.review = below(2) == 0 ? vermeil::Review::upheld : vermeil::Review::under_way;
        }
        event.incident = incident();
        return event;
    }
    vermeil::Inspection rating() {
        vermeil::Inspection rating;
        rating.service = service();
        rating.source = "cqc";
        rating.rating = words[below(words.size())];
        rating.on = day();
        rating.incident = incident();
        return rating;
    }

  private:
    std::mt19937 draw_;
};

vermeil::Evidence register_alone() {
    return sample::evidence_of({{"services", early::services},
                                {"events", "service,event,from\n"},
                                {"inspections", "service,source,rating,on\n"}});
}

} // namespace

TEST_CASE("facts that come one by one give what a batch over all of them gives, to the bit") {
    const vermeil::RiskScheme scheme(vermeil::parse_framework(early::rules, "early.toml"));
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        Chance chance(seed);
        auto all = register_alone();
        vermeil::LiveRisk live(scheme, std::make_shared<const vermeil::Evidence>(all), as_of);
        for (int i = 0; i < 30; ++i) {
            if (chance.below(4) == 0) {
                all.inspections.push_back(chance.rating());
                live.add(all.inspections.back());
            } else {
                all.events.push_back(chance.event());
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
        Chance chance(seed);
        auto one = register_alone();
        for (int i = 0; i < 40; ++i) {
            one.events.push_back(chance.event());
            one.inspections.push_back(chance.rating());
        }
        auto other = one;
        for (std::size_t i = 40; i-- > 1;) {
            std::swap(other.events[i], other.events[chance.below(i + 1)]);
            std::swap(other.inspections[i], other.inspections[chance.below(i + 1)]);
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
