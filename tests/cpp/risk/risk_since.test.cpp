// SPDX-License-Identifier: MIT
// Since when, in words.

#include "catch.hpp"

#include <vermeil/risk/risk_since.hpp>

using vermeil::Date;

TEST_CASE("since when says what came, what went, and that nothing but age moved it") {
    vermeil::RiskSince since;
    CHECK(to_string(since, "Red") == "Red for as long as is known");
    CHECK(to_json(since) == R"({"day": null, "from_start": false, "came": [], "went": [], "others": []})");
    since.day = Date(2024, 12, 1);
    CHECK(to_string(since, "Red") == "Red since 2024-12-01: what there was has grown older");
    since.others = {"returns_owed"};
    CHECK(to_string(since, "Red") == "Red since 2024-12-01: another value of returns_owed");
    since.from_start = true;
    CHECK(to_string(since, "Red") == "Red since 2024-12-01, as far back as there is evidence");
}
