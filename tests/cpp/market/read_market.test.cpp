// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_market.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

using Texts = std::vector<std::string>;

/// Two providers with a service each, one lot with two tiers and two zones.
MarketTables small() {
    MarketTables tables;
    tables.providers = csv::table("providers.csv", "provider\nP1\nP2\n");
    tables.services = csv::table("services.csv", "service,provider\nS1,P1\nS2,P2\n");
    tables.contracts = csv::table("contracts.csv", "contract,kind,from\nC1,framework,2024-01-01\n");
    tables.lots = csv::table("lots.csv", "lot,contract,tiers,zones\nL1,C1,tier 1;tier 2,north;south\n");
    return tables;
}

Texts faults(const MarketTables& tables) {
    Rejects rejects;
    static_cast<void>(read_market(tables, rejects));
    Texts texts;
    for (const auto& reject : rejects) {
        texts.push_back(reject.source + " " + std::to_string(reject.row) + " " + reject.column + ": " +
                        reject.reason);
    }
    return texts;
}

Texts faults_of_awards(const std::string& rows) {
    auto tables = small();
    tables.awards = csv::table("awards.csv", "provider,lot,tier,from,to,zones\n" + rows);
    return faults(tables);
}

Texts faults_of_packages(const std::string& rows, const std::string& changes) {
    auto tables = small();
    tables.packages =
        csv::table("packages.csv", "package,person,hours_per_week,from,to,service,provider\n" + rows);
    tables.package_changes =
        csv::table("changes.csv", "package,from,hours_per_week,service,provider\n" + changes);
    return faults(tables);
}

MarketTables shipped(const std::string& folder) {
    const auto file = [&](const std::string& name) {
        return csv::file("examples/data/" + folder + "/" + name + ".csv");
    };
    MarketTables tables;
    tables.providers = file("providers");
    tables.contracts = file("contracts");
    tables.lots = file("lots");
    tables.awards = file("awards");
    return tables;
}

Market shipped_market(const std::string& folder) {
    Rejects rejects;
    auto market = read_market(shipped(folder), rejects);
    CHECK(rejects.empty());
    return market;
}

/// How many places each tier of a lot has on a day.
std::map<std::string, int> places(const Market& market, const std::string& lot, Date day) {
    std::map<std::string, int> counts;
    for (const auto* award : market.awards_on(LotId(lot), day)) {
        ++counts[award->tier().text()];
    }
    return counts;
}

using Counts = std::map<std::string, int>;

} // namespace

TEST_CASE("the schemas are those of the tables, each with a line of help and required columns first") {
    Texts names;
    for (const auto* schema : market_schemas()) {
        names.push_back(schema->name);
        CHECK_FALSE(schema->help.empty());
        bool optional_seen = false;
        for (const auto& field : schema->fields) {
            CHECK(field.help.size() > 10);
            CHECK((field.kind == CellKind::word) == !field.allowed.empty());
            CHECK_FALSE((optional_seen && field.required));
            optional_seen = optional_seen || !field.required;
        }
    }
    CHECK(names ==
          Texts{"providers", "services", "contracts", "lots", "awards", "packages", "package_changes"});
    CHECK(package_schema().fields.at(package_schema().position("person")).personal);
}

TEST_CASE("a market of no tables is empty") {
    Rejects rejects;
    const auto market = read_market({}, rejects);
    CHECK(market.providers().empty());
    CHECK(market.packages().empty());
    CHECK(rejects.empty());
}

TEST_CASE("without a table of providers they are those of the services") {
    auto tables = small();
    tables.providers.reset();
    tables.services = csv::table("services.csv", "service,provider\nS1,P2\nS2,P1\nS3,P2\n");
    Rejects rejects;
    const auto market = read_market(tables, rejects);
    CHECK(rejects.empty());
    REQUIRE(market.providers().size() == 2);
    CHECK(market.provider(ProviderId("P2")).id() == market.service(ServiceId("S3")).provider());
}

TEST_CASE("rows that name what no table knows are rejects that say what is known") {
    auto tables = small();
    tables.services = csv::table("services.csv", "service,provider\nS1,P1\nS2,P3\n");
    tables.lots = csv::table("lots.csv", "lot,contract,tiers\nL1,C1,all\nL2,C2,all\n");
    tables.awards = csv::table("awards.csv", "provider,lot,tier,from\nP3,L9,all,2024-01-01\n");
    CHECK(faults(tables) == Texts{"services.csv 3 provider: no such provider; known are 'P1' or 'P2'",
                                  "lots.csv 3 contract: no such contract; known is 'C1'",
                                  "awards.csv 2 provider: no such provider; known are 'P1' or 'P2'",
                                  "awards.csv 2 lot: no such lot; known is 'L1'"});
}

TEST_CASE("an award keeps to the tiers and zones of its lot") {
    CHECK(faults_of_awards("P1,L1,tier 3,2024-01-01,,\nP1,L1,tier 1,2024-01-01,,north;west\n"
                           "P1,L1,tier 1,2024-01-01,,south\n") ==
          Texts{"awards.csv 2 tier: no such tier; known are 'tier 1' or 'tier 2'",
                "awards.csv 3 zones: 'west': no such zone; known are 'north' or 'south'"});
}

TEST_CASE("a provider holds one place in a lot for a zone and a day") {
    CHECK(faults_of_awards("P1,L1,tier 1,2024-01-01,2024-06-30,\nP1,L1,tier 2,2024-06-30,,north\n"
                           "P1,L1,tier 2,2024-07-01,,north\nP1,L1,tier 1,2024-07-01,,south\n"
                           "P2,L1,tier 1,2024-01-01,,\n") ==
          Texts{"awards.csv 3 from: this provider holds a place in this lot already, in 'tier 1' from "
                "2024-01-01"});
}

TEST_CASE("an award before its contract is flagged and kept") {
    auto tables = small();
    tables.awards = csv::table("awards.csv", "provider,lot,tier,from\nP1,L1,tier 1,2023-12-01\n");
    Rejects rejects;
    const auto market = read_market(tables, rejects);
    CHECK(market.awards().size() == 1);
    REQUIRE(rejects.size() == 1);
    CHECK(rejects[0].kept);
    CHECK(rejects[0].reason == "before the contract 'C1' begins on 2024-01-01");
}

TEST_CASE("a package names a service or a provider that is known") {
    CHECK(faults_of_packages("K1,N1,5,2024-01-01,,S9,\nK2,N2,5,2024-01-01,,,P9\nK3,N3,5,2024-01-01,,S1,P2\n"
                             "K4,N4,5,2024-01-01,,S1,P1\n",
                             "") ==
          Texts{"packages.csv 2 service: no such service; known are 'S1' or 'S2'",
                "packages.csv 3 provider: no such provider; known are 'P1' or 'P2'",
                "packages.csv 4 provider: the service 'S1' belongs to the provider 'P1'"});
}

TEST_CASE("a change that does not fit its package is a reject") {
    CHECK(faults_of_packages("K1,N1,5,2024-02-01,2024-12-31,S1,\n",
                             "K1,2024-03-01,6,,\nK1,2024-03-01,7,,\nK1,2024-01-31,6,,\nK9,2024-03-01,6,,\n"
                             "K1,2024-04-01,,S9,\n") ==
          Texts{"changes.csv 6 service: no such service; known are 'S1' or 'S2'",
                "changes.csv 4 from: the package 'K1' runs from 2024-02-01 to 2024-12-31, so nothing can "
                "change on 2024-01-31",
                "changes.csv 3 from: the package 'K1' has terms from 2024-03-01, so the next change must "
                "come after, "
                "not on 2024-03-01",
                "changes.csv 5 package: no such package among 1"});
}

TEST_CASE("the order of rows changes nothing in a market") {
    auto tables = small();
    const std::string head = "package,person,hours_per_week,from,service\n";
    const std::string change_head = "package,from,hours_per_week\n";
    Rejects rejects;
    tables.packages = csv::table("packages.csv", head + "K1,N1,5,2024-01-01,S1\nK2,N2,6,2024-01-01,S2\n");
    tables.package_changes = csv::table("c.csv", change_head + "K1,2024-02-01,7\nK1,2024-03-01,8\n");
    const auto one = read_market(tables, rejects);
    tables.packages = csv::table("packages.csv", head + "K2,N2,6,2024-01-01,S2\nK1,N1,5,2024-01-01,S1\n");
    tables.package_changes = csv::table("c.csv", change_head + "K1,2024-03-01,8\nK1,2024-02-01,7\n");
    const auto other = read_market(tables, rejects);
    CHECK(rejects.empty());
    for (const auto day : {Date(2024, 1, 31), Date(2024, 2, 1), Date(2024, 3, 1)}) {
        CHECK(one.planned_hours_on(day) == other.planned_hours_on(day));
    }
    CHECK(to_string(one.planned_hours_on(Date(2024, 3, 1))) == "14");
    CHECK(one.packages().front().id() == other.packages().front().id());
}

TEST_CASE("a provider moves with a change, and its provider is filled in") {
    auto tables = small();
    tables.packages =
        csv::table("packages.csv", "package,person,hours_per_week,from,service\nK1,N1,5,2024-01-01,S1\n");
    tables.package_changes = csv::table("c.csv", "package,from,service\nK1,2024-02-01,S2\n");
    Rejects rejects;
    const auto market = read_market(tables, rejects);
    CHECK(rejects.empty());
    const auto* package = market.find(PackageId("K1"));
    CHECK(package->terms_on(Date(2024, 1, 31))->supplier.provider() == ProviderId("P1"));
    CHECK(package->terms_on(Date(2024, 2, 1))->supplier.provider() == ProviderId("P2"));
}

TEST_CASE("Rotherham's home care has the places that its paper counts") {
    const auto market = shipped_market("rotherham_2024");
    const Date start(2020, 4, 1);
    const Date paper(2024, 1, 25);
    CHECK(places(market, "home-care", start) == Counts{{"tier 1", 9}, {"tier 2", 1}});
    CHECK(places(market, "home-care-specialist", start) == Counts{{"specialist", 3}});
    CHECK(places(market, "home-care", paper) == Counts{{"tier 1", 9}, {"tier 2", 8}});
    CHECK(places(market, "home-care-specialist", paper) == Counts{{"specialist", 4}});
    CHECK(market.lot(LotId("home-care")).zones().size() == 3);
    const auto& contract = market.contract(ContractId("home-care-dps"));
    CHECK(contract.awarded_on() < contract.period().first());
}

TEST_CASE("Rotherham's other two systems have the providers that its paper counts") {
    const auto market = shipped_market("rotherham_2024");
    const Date paper(2024, 1, 25);
    CHECK(places(market, "mh-recovery-lot-1", paper) == Counts{{"all", 3}});
    CHECK(places(market, "ld-autism-supported-living", paper) == Counts{{"all", 10}});
    CHECK(market.contracts().size() == 3);
    for (const auto& contract : market.contracts()) {
        CHECK(contract.kind() == ContractKind::dynamic_purchasing_system);
    }
}

TEST_CASE("Bromley has 8 patch and 32 framework providers, and four areas") {
    const auto market = shipped_market("bromley_2023");
    const Date start(2021, 8, 28);
    CHECK(places(market, "patch-home-care", start) == Counts{{"all", 8}});
    CHECK(places(market, "framework-home-care", start) == Counts{{"all", 32}});
    CHECK(market.awards_on(LotId("patch-home-care"), Date(2021, 8, 27)).empty());
    CHECK(market.providers().size() == 40);
    const auto& zones = market.lot(LotId("patch-home-care")).zones();
    CHECK(zones == std::vector{ZoneId("east"), ZoneId("west"), ZoneId("central"), ZoneId("south")});
}

TEST_CASE("shipped providers are marked as placeholders, and each holds a place") {
    for (const char* folder : {"rotherham_2024", "bromley_2023"}) {
        const auto market = shipped_market(folder);
        std::set<std::string> holders;
        for (const auto& award : market.awards()) {
            holders.insert(award.provider().text());
        }
        CHECK(holders.size() == market.providers().size());
        for (const auto& provider : market.providers()) {
            CHECK(provider.name().starts_with("Placeholder: "));
        }
    }
}
