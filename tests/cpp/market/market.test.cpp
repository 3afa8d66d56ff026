// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/market.hpp>
#include <vermeil/market/read_market.hpp>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

const ProviderId acorn("P1");
const ProviderId beech("P2");
const ServiceId north("S1");
const LotId lot("L1");

const Market& sample() {
    static const Market market = [] {
        MarketTables tables;
        tables.services = csv::table("services.csv", "service,provider\nS3,P2\nS1,P1\nS2,P1\n");
        tables.contracts = csv::table("contracts.csv", "contract,kind,from\nC1,framework,2024-01-01\n");
        tables.lots = csv::table("lots.csv", "lot,contract,tiers\nL1,C1,tier 1;tier 2\nL2,C1,all\n");
        tables.awards = csv::table("awards.csv", "provider,lot,tier,from,to,rank\n"
                                                 "P1,L1,tier 2,2024-01-01,2024-06-30,1\n"
                                                 "P1,L1,tier 1,2024-07-01,,\n"
                                                 "P2,L1,tier 1,2024-01-01,,2\n"
                                                 "P2,L2,all,2024-01-01,,\n");
        tables.packages =
            csv::table("packages.csv", "package,person,hours_per_week,from,to,service,provider\n"
                                       "K3,N3,4,2024-01-01,,,P1\n"
                                       "K2,N2,7.5,2024-03-01,2024-03-31,S1,\n"
                                       "K1,N1,10,2024-01-01,,S1,\n"
                                       "K4,N4,20,2024-01-01,,S3,\n");
        tables.package_changes = csv::table("package_changes.csv", "package,from,hours_per_week,service\n"
                                                                   "K1,2024-06-01,6,\nK1,2024-09-01,,S3\n");
        Rejects rejects;
        auto built = read_market(tables, rejects);
        REQUIRE(rejects.empty());
        return built;
    }();
    return market;
}

template <class Noun> std::vector<std::string> ids(const std::vector<const Noun*>& nouns) {
    std::vector<std::string> texts;
    for (const auto* noun : nouns) {
        texts.push_back(noun->id().text());
    }
    return texts;
}

std::vector<std::string> holders(Date day) {
    std::vector<std::string> texts;
    for (const auto* award : sample().awards_on(lot, day)) {
        texts.push_back(award->provider().text() + " " + award->tier().text());
    }
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a market hands out nothing that can be changed") {
    STATIC_REQUIRE(std::is_const_v<std::remove_reference_t<decltype(sample().service(north))>>);
    STATIC_REQUIRE(std::is_const_v<std::remove_reference_t<decltype(std::declval<Market&>().packages())>>);
    STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Market>);
}

TEST_CASE("things are found by their ids") {
    CHECK(sample().service(north).provider() == acorn);
    CHECK(sample().provider(acorn).name() == "P1");
    CHECK(sample().lot(lot).contract() == ContractId("C1"));
    CHECK(sample().contract(ContractId("C1")).kind() == ContractKind::framework);
    CHECK(sample().find(PackageId("K1"))->person() == PersonId("N1"));
    CHECK(sample().find(ServiceId("S9")) == nullptr);
}

TEST_CASE("an id that stands for nothing is named with what is known") {
    CHECK_THROWS_WITH(sample().service(ServiceId("S9")),
                      "'S9': no such service; known are 'S1', 'S2' or 'S3'");
    CHECK_THROWS_WITH(sample().services_of(ProviderId("P9")),
                      "'P9': no such provider; known are 'P1' or 'P2'");
    CHECK_THROWS_WITH(sample().awards_on(LotId("L"), Date(2024, 1, 1)),
                      "'L': no such lot; known are 'L1' or 'L2'");
    CHECK_THROWS_AS(sample().planned_hours_on(ServiceId("S9"), Date(2024, 1, 1)), Error);
    CHECK_THROWS_AS(sample().packages_on(ProviderId("P9"), Date(2024, 1, 1)), Error);
}

TEST_CASE("the services of a provider come by id") {
    CHECK(ids(sample().services_of(acorn)) == Texts{"S1", "S2"});
    CHECK(ids(sample().services_of(beech)) == Texts{"S3"});
}

TEST_CASE("awards come in the order of offers and only on their days") {
    CHECK(holders(Date(2023, 12, 31)).empty());
    CHECK(holders(Date(2024, 6, 30)) == Texts{"P2 tier 1", "P1 tier 2"});
    CHECK(holders(Date(2024, 7, 1)) == Texts{"P2 tier 1", "P1 tier 1"}); // the ranked before the unranked
}

TEST_CASE("packages run with a service or a provider on their days") {
    CHECK(ids(sample().packages_on(north, Date(2024, 3, 31))) == Texts{"K1", "K2"});
    CHECK(ids(sample().packages_on(north, Date(2024, 4, 1))) == Texts{"K1"});
    CHECK(ids(sample().packages_on(acorn, Date(2024, 4, 1))) == Texts{"K1", "K3"});
    CHECK(ids(sample().packages_on(north, Date(2024, 9, 1))).empty());
    CHECK(ids(sample().packages_on(beech, Date(2024, 9, 1))) == Texts{"K1", "K4"});
}

TEST_CASE("planned hours follow the changes and add up") {
    const auto hours = [](const auto& whose, Date day) {
        return to_string(sample().planned_hours_on(whose, day));
    };
    CHECK(hours(north, Date(2024, 3, 15)) == "17.5");
    CHECK(hours(north, Date(2024, 6, 1)) == "6");
    CHECK(hours(north, Date(2024, 9, 1)) == "0");
    CHECK(hours(acorn, Date(2024, 6, 1)) == "10");
    CHECK(hours(beech, Date(2024, 9, 1)) == "26");
    CHECK(to_string(sample().planned_hours_on(Date(2024, 3, 15))) == "41.5");
    CHECK(to_string(sample().planned_hours_on(Date(2023, 12, 31))) == "0");
}
