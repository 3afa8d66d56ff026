// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_providers.hpp>

#include <vector>

using namespace vermeil;

TEST_CASE("providers are read with or without the column of names") {
    Rejects rejects;
    const auto named = read_providers(csv::table("providers.csv", "provider,name\nP1,Acorn\nP2,\n"), rejects);
    const auto bare = read_providers(csv::table("providers.csv", "provider\nP1\nP2\n"), rejects);
    REQUIRE(named.size() == 2);
    CHECK(named[0] == Provider(ProviderId("P1"), "Acorn"));
    CHECK(named[1] == bare.at(1));
    CHECK(rejects.empty());
}

TEST_CASE("a second row of one provider is a reject") {
    Rejects rejects;
    const auto read =
        read_providers(csv::table("providers.csv", "provider,name\nP1,Acorn\nP1,Beech\n"), rejects);
    REQUIRE(read.size() == 1);
    CHECK(read[0].name() == "Acorn");
    REQUIRE(rejects.size() == 1);
    CHECK(rejects[0] ==
          Reject{"providers.csv", 3, "provider", "P1", "this id stands already in an earlier row"});
}

TEST_CASE("a table without the column of ids is refused whole") {
    Rejects rejects;
    CHECK_THROWS_WITH(read_providers(csv::table("providers.csv", "id\nP1\n"), rejects),
                      "providers.csv: no column 'provider'; it has 'id'");
}
