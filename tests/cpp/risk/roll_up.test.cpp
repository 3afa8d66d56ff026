// SPDX-License-Identifier: MIT
// Providers and groups: each fact once.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/framework/toml.hpp>
#include <vermeil/risk/roll_up_frame.hpp>

#include <memory>
#include <string>
#include <vector>

using early::book;
using early::events;
using vermeil::RollUpBy;

namespace {

const vermeil::Date as_of(2024, 12, 31);

std::vector<vermeil::RollUp> rolled(const vermeil::RiskBook& book, RollUpBy by = RollUpBy::provider) {
    return roll_up(book, book.score(as_of), by);
}

} // namespace

TEST_CASE("what concerns a provider stands in the view of each service, and counts once at the provider") {
    const auto failing = book(events(",A,administration,2024-12-01,,,,,,,,\n"));
    const auto scores = failing.score(as_of);
    CHECK(scores.outcomes().row(0).highest_score == 50);
    CHECK(scores.outcomes().row(1).highest_score == 50);
    const auto providers = rolled(failing);
    REQUIRE(providers.size() == 3);
    CHECK(providers[0].owner == "A");
    CHECK(providers[0].highest_points == 50);
    CHECK(providers[0].lowest_points == 50);
    CHECK(providers[0].services == 2);
    CHECK(providers[0].at_level == 2);
    CHECK(providers[0].facts == 1);
    CHECK(providers[0].level == 0);
    CHECK(providers[1].highest_points == 0);
    CHECK(providers[1].level == 2);
}

TEST_CASE(
    "an incident at two services counts at each of them, and once at the provider, where it earns most") {
    const auto both = book(
        events("S1,,unexpected_death,2024-12-01,,,I1,,,,,\nS2,,safeguarding_decision,2024-12-31,,,I1,,,,,\n"
               "S2,,unexpected_death,2024-11-01,,,,,,,,\n"));
    const auto scores = both.score(as_of);
    CHECK(scores.outcomes().row(0).highest_score == 20);
    CHECK(scores.outcomes().row(1).highest_score == 30);
    const auto providers = rolled(both);
    CHECK(providers[0].highest_points == 40);
    CHECK(providers[0].facts == 2);
    CHECK(providers[0].incidents == 1);
    CHECK(providers[0].worst_service == "S2");
}

TEST_CASE("an incident at two providers of a group counts once for the group") {
    const auto both =
        book(events("S1,,unexpected_death,2024-12-01,,,I1,,,,,\nS3,,unexpected_death,2024-12-01,,,I1,,,,,\n"
                    ",B,administration,2024-12-01,,,,,,,,\n"));
    const auto providers = rolled(both);
    CHECK(providers[0].highest_points == 20);
    CHECK(providers[1].highest_points == 70);
    const auto groups = rolled(both, RollUpBy::group);
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].owner == "G");
    CHECK(groups[0].highest_points == 70);
    CHECK(groups[0].services == 3);
    CHECK(groups[0].at_level == 1);
    CHECK(groups[0].worst_service == "S3");
}

TEST_CASE("a service whose level is not known is counted and is not the worst") {
    const auto wrong = book({{"inspections", "service,source,rating,on\nS1,cqc,Superb,2024-12-01\n"}});
    const auto providers = rolled(wrong);
    CHECK(providers[0].not_rated == 1);
    CHECK(providers[0].worst_service == "S2");
    CHECK(providers[0].lowest_points == 0);
    CHECK(providers[0].highest_points == 40);
}

TEST_CASE(
    "without incidents the points of a provider are those of its services, less what was counted twice") {
    const auto facts =
        book(events("S1,,unexpected_death,2024-12-01,,,,,,,,\nS2,,unexpected_death,2024-12-01,,,,,,,,\n"));
    CHECK(rolled(facts)[0].highest_points == 40);
}

TEST_CASE("a provider to whose services nothing applies has no points, and one with some has those") {
    const auto framework = vermeil::parse_framework(R"(language = 1
id = "ratings"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
higher_is = "worse"
aggregate = "sum"
measure = [{ id = "cqc", value = { rating = "cqc" }, scale = { words = { Good = 5, Poor = 9 } } }]
rating_scale = [{ id = "cqc", words = ["Good", "Poor"] }]
band = [{ name = "Red", at_least = 9 }, { name = "Green" }]
)",
                                                    "ratings.toml");
    const vermeil::RiskBook book(
        vermeil::RiskScheme(framework),
        std::make_shared<vermeil::Evidence>(sample::evidence_of(
            {{"services", "service,provider,regulators\nS1,A,none\nS2,B,cqc\nS3,B,none\n"},
             {"inspections", "service,source,rating,on\nS2,cqc,Good,2024-12-01\n"}})));
    const auto providers = rolled(book);
    REQUIRE(providers.size() == 2);
    CHECK_FALSE(providers[0].lowest_points);
    CHECK_FALSE(providers[0].highest_points);
    CHECK(providers[1].highest_points == 5.0);
    const auto frame = frame_of(providers, RollUpBy::provider, book.framework(), as_of);
    for (const auto* column : {"points", "lowest_points", "highest_points"}) {
        CHECK_FALSE(frame.find(column)->has(0));
        CHECK(frame.find(column)->has(1));
    }
}
