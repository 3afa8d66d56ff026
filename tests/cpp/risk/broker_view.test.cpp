// SPDX-License-Identifier: MIT
// Who may be called.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/market/read_market.hpp>
#include <vermeil/risk/broker_view.hpp>

#include <map>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

Market market() {
    MarketTables tables;
    tables.services = csv::table("services", "service,provider\nS1,A\nS2,A\nS3,B\n");
    tables.contracts = csv::table("contracts", "contract,kind,from\nC,framework,2024-01-01\n");
    tables.lots = csv::table("lots", "lot,contract,tiers,zones\nL,C,one;two,north;south\n");
    tables.awards = csv::table("awards", "provider,lot,tier,from,to,zones,rank\nA,L,two,2024-01-01,,north,1\n"
                                         "B,L,one,2024-01-01,,,1\n");
    Rejects rejects;
    return read_market(tables, rejects);
}

struct View {
    Market places = market();
    Ladder ladder = small_ladder::ladder();
    std::vector<BrokerLine> lines;

    explicit View(const Evidence& evidence)
        : lines(broker_view(ladder, escalation(ladder, evidence, {}, small_ladder::day), places)) {}
};

} // namespace

TEST_CASE("lines stand in the order of offers, and whoever nothing stands against may be called") {
    const View view(small_ladder::evidence_of({}));
    REQUIRE(view.lines.size() == 3);
    CHECK(view.lines[0].service->id() == ServiceId("S3"));
    CHECK(view.lines[0].award->tier() == TierId("one"));
    CHECK(view.lines[1].service->id() == ServiceId("S1"));
    CHECK(view.lines[0].may_call == MayCall::yes);
    CHECK(view.lines[0].why.empty());
}

TEST_CASE("an embargo on a service, a step of its provider and what nobody knows stand against a call") {
    const View view(small_ladder::evidence_of(
        {{"embargoes", small_ladder::embargoes + "S1,,2024-12-01,,director,missed visits,,\n"},
         {"decisions",
          small_ladder::decisions + ",B,notice,2024-11-01,director,bad,,,,\nS2,,plan,soon,x,x,,,,\n"}}));
    CHECK(view.lines[0].may_call == MayCall::no);
    CHECK(view.lines[0].why == std::vector<std::string>{"the provider stands on notice since 2024-11-01"});
    CHECK(view.lines[1].may_call == MayCall::no);
    CHECK(view.lines[1].why ==
          std::vector<std::string>{"the service is under an embargo since 2024-12-01: missed visits"});
    CHECK(view.lines[2].may_call == MayCall::ask);
    CHECK(view.lines[2].why ==
          std::vector<std::string>{
              "nobody can say on which step the service stands: a decision could not be read"});
}

TEST_CASE("where no table tells of embargoes or decisions, ask before you call") {
    const View view(sample::evidence_of({}));
    CHECK(view.lines[0].may_call == MayCall::ask);
    CHECK(view.lines[0].why.at(0) == "no table tells of embargoes");
    CHECK(to_string(MayCall::ask) == "ask");
}
