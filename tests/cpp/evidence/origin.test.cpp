// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/origin.hpp>

#include <memory>
#include <string>

using namespace vermeil;

TEST_CASE("a doubt that arises later names the table and the row") {
    const Origin origin{std::make_shared<const std::string>("counts.csv"), 7};
    CHECK(origin.reject("item", "leaver", "unknown") ==
          Reject{"counts.csv", 7, "item", "leaver", "unknown", false, false});
    CHECK(origin.reject("item", "leaver", "unknown", true).kept);
}

TEST_CASE("evidence made by hand has no table to name") {
    CHECK(Origin{}.reject("item", "leaver", "unknown").source.empty());
}
