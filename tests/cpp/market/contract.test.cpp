// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/contract.hpp>

using namespace vermeil;

TEST_CASE("a contract refuses an award after its end and keeps one before its start") {
    const Period year(Date(2024, 4, 1), Date(2025, 3, 31));
    const ContractId id("C1");
    CHECK_THROWS_WITH(Contract(id, ContractKind::block, year, "", Date(2025, 4, 1)),
                      "a contract cannot be awarded on 2025-04-01, after it ends on 2025-03-31");
    const Contract contract(id, ContractKind::block, year, "", Date(2023, 12, 1));
    CHECK(contract.awarded_on() == Date(2023, 12, 1));
    CHECK(contract.period().first() == Date(2024, 4, 1));
    CHECK(contract.name() == "C1");
}
