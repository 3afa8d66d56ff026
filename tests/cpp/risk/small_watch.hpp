// SPDX-License-Identifier: MIT
#pragma once
// A small market to be watched.

#include "evidence_of.hpp"

#include <vermeil/framework/toml.hpp>
#include <vermeil/market/read_market.hpp>
#include <vermeil/risk/watch_measures.hpp>

#include <string>
#include <vector>

namespace small_watch {

inline const vermeil::Date day(2024, 12, 31);
inline const std::string packages =
    "package,person,hours_per_week,from,to,service\nK1,P1,30,2024-01-01,,S1\n"
    "K2,P1,10,2024-01-01,,S1\nK3,P2,20,2024-01-01,,S3\nK4,P3,9,2024-01-01,2024-06-30,S3\n";

/// S1 and S2 of A, S3 of B, S4 of C, which has no place; A and B share the north.
struct Town {
    vermeil::Evidence evidence =
        sample::evidence_of({{"services", "service,provider\nS1,A\nS2,A\nS3,B\nS4,C\n"},
                             {"packages", packages},
                             {"events", "service,event,from\nS1,x,2024-12-21\n"}});
    vermeil::Market market = [] {
        vermeil::MarketTables tables;
        tables.services = csv::table("services", "service,provider\nS1,A\nS2,A\nS3,B\nS4,C\n");
        tables.contracts = csv::table("contracts", "contract,kind,from\nK,framework,2024-01-01\n");
        tables.lots = csv::table("lots", "lot,contract,tiers,zones\nL,K,one,north;south\n");
        tables.awards = csv::table("awards", "provider,lot,tier,from,to,zones\nA,L,one,2024-01-01,,north\n"
                                             "B,L,one,2024-01-01,,north;south\n");
        tables.packages = csv::table("packages", packages);
        vermeil::Rejects rejects;
        return vermeil::read_market(tables, rejects);
    }();
    vermeil::RiskLevels levels{
        {"S1", {"Red", 60.0, 60.0, 0.4}}, {"S2", {"Green", 0.0, 0.0, {}}}, {"S3", {"", {}, 80.0, {}}}};
    std::vector<vermeil::NewFact> facts = vermeil::news(evidence, std::nullopt, day);

    [[nodiscard]] vermeil::WatchSources sources() const { return {&evidence, &market, &levels, &facts, day}; }
};

/// A framework that weighs the named measures, each as it is from 0 to 100.
inline vermeil::Framework weighing(const std::vector<std::string>& ids, const std::string& more = "") {
    std::string text = R"(language = 1
id = "small-watch"
edition = "2024.1"
published_on = 2024-01-15
effective_from = 2024-04-01
higher_is = "worse"
least_coverage = 0
open = "lowest"
)";
    text += more.empty() ? "aggregate = \"sum\"\n" : more;
    for (const auto& id : ids) {
        text += "[[measure]]\nid = \"" + id + "\"\nweight = 1\nscale = { linear = [[0, 0], [100, 100]] }\n";
    }
    return vermeil::parse_framework(
        text + "[[band]]\nname = \"soon\"\nat_least = 50\n[[band]]\nname = \"later\"\n", "watch.toml");
}

} // namespace small_watch
