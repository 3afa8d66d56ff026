// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_contracts.hpp>

#include <vector>

using namespace vermeil;

TEST_CASE("every kind of contract is read by its words") {
    Rejects rejects;
    const auto read =
        read_contracts(csv::table("contracts.csv", "contract,kind,from,to,name,awarded_on\n"
                                                   "A,framework,2024-04-01,,,\n"
                                                   "B,Dynamic Purchasing System,2024-04-01,,,\n"
                                                   "C,dynamic market,2024-04-01,,,\n"
                                                   "D,block,2024-04-01,,,\n"
                                                   "E,spot,2024-04-01,2025-03-31,Spot,2024-03-01\n"),
                       rejects);
    CHECK(rejects.empty());
    REQUIRE(read.size() == contract_kind_names.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        CHECK(read[i].kind() == static_cast<ContractKind>(i));
    }
    CHECK(read[4] == Contract(ContractId("E"), ContractKind::spot,
                              Period(Date(2024, 4, 1), Date(2025, 3, 31)), "Spot", Date(2024, 3, 1)));
}

TEST_CASE("bad rows of contracts are rejects with their column") {
    Rejects rejects;
    const auto read =
        read_contracts(csv::table("contracts.csv", "contract,kind,from,to,name,awarded_on\n"
                                                   "A,handshake,2024-04-01,,,\n"
                                                   "B,block,1 April,,,\n"
                                                   "C,block,2024-04-01,2024-03-31,,\n"
                                                   "D,block,2024-04-01,2024-04-30,,2024-05-01\n"),
                       rejects);
    CHECK(read.empty());
    REQUIRE(rejects.size() == 4);
    CHECK(rejects[0].reason ==
          "not one of 'framework', 'dynamic purchasing system', 'dynamic market', 'block' or 'spot'");
    CHECK(rejects[1] == Reject{"contracts.csv", 3, "from", "1 April", "not a date; write it as 2024-10-01"});
    CHECK(rejects[2] == Reject{"contracts.csv", 4, "to", "2024-03-31",
                               "a period cannot end on 2024-03-31, before it begins on 2024-04-01"});
    CHECK(rejects[3].column == "awarded_on");
    CHECK(rejects[3].reason == "a contract cannot be awarded on 2024-05-01, after it ends on 2024-04-30");
}
