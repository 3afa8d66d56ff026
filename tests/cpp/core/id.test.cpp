// SPDX-License-Identifier: MIT
// What is an id, and what is none.

#include "catch.hpp"

#include <vermeil/core/id.hpp>

#include <string>
#include <type_traits>

TEST_CASE("an id keeps its text") {
    const vermeil::ServiceId id("P017 Harbour");
    CHECK(id.text() == "P017 Harbour");
    CHECK(to_string(id) == "P017 Harbour");
}

TEST_CASE("ids of one kind compare by their text") {
    CHECK(vermeil::LotId("1") == vermeil::LotId("1"));
    CHECK(vermeil::LotId("1") < vermeil::LotId("2"));
    CHECK(vermeil::LotId("10") < vermeil::LotId("2"));
}

TEST_CASE("what is no id is refused with its text") {
    const std::string refused = GENERATE(as<std::string>{}, "", " P1", "P1 ", "P\t1", "P\n1", "P\x7f");
    CHECK_FALSE(vermeil::ProviderId::is_valid(refused));
    CHECK_THROWS_WITH(vermeil::ProviderId(refused),
                      vermeil::quoted(refused) + " is no id: ids are not empty, neither begin nor end with "
                                                 "a blank and hold no control characters");
}

TEST_CASE("letters outside ASCII are part of an id") {
    CHECK(vermeil::ProviderId("Gofal Môn").text() == "Gofal Môn");
}

TEST_CASE("an id is not made from text in silence, nor from an id of another kind") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<std::string, vermeil::ServiceId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<vermeil::ServiceId, vermeil::ProviderId>);
}
