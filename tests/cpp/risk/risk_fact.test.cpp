// SPDX-License-Identifier: MIT
// A fact in words and as JSON.

#include "catch.hpp"

#include <vermeil/risk/risk_fact.hpp>

#include <string>

using vermeil::Date;

TEST_CASE("a fact says what, when, by which role, until when, and what counts in its place") {
    vermeil::RiskFact fact;
    fact.measure = "embargo";
    fact.fact = "embargo";
    fact.from = Date(2024, 12, 1);
    CHECK(to_string(fact) == "embargo of 2024-12-01");
    fact.known_on = Date(2024, 12, 3);
    fact.entered_by = "broker";
    fact.expires_on = Date(2025, 1, 31);
    fact.share = 0.5;
    fact.incident = "I1";
    fact.yields_to = "deaths";
    CHECK(to_string(fact) ==
          "embargo of 2024-12-01, known on 2024-12-03, entered by a broker, counts until 2025-01-31, of "
          "which 50.0 % counts, counts not: incident I1 is counted by deaths");
    const auto json = to_json(fact);
    CHECK(json.find(R"("known_on": "2024-12-03")") != std::string::npos);
    CHECK(json.find(R"("to": null)") != std::string::npos);
    CHECK(json.find(R"("counts": false, "yields_to": "deaths")") != std::string::npos);
}
