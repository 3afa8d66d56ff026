// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/finance_events.hpp>

#include <string>

using namespace vermeil;

namespace {

const std::string head = "service,provider,status,from,to\n";

} // namespace

TEST_CASE("a company in administration is an event of its provider, once, and one that trades is none") {
    const auto evidence =
        sample::evidence_of({{"events", "provider,event,from\nA,Administration,2024-10-01\n"},
                             {"finance", head + ",A,administration,2024-10-01,\n,B,trading,2020-01-01,\n"
                                                ",B,liquidation,2024-11-01,2024-12-01\n"}});
    REQUIRE(evidence.events.size() == 2);
    CHECK(evidence.events[1].provider == "B");
    CHECK(evidence.events[1].service.empty());
    CHECK(evidence.events[1].event == "liquidation");
    CHECK(evidence.events[1].to == Date(2024, 12, 1));
}

TEST_CASE("a status or a day that cannot be read leaves open whether the company is in administration") {
    const auto evidence = sample::evidence_of(
        {{"finance", head + ",A,administraton,2024-10-01,\n,B,administration,2024-10-01,2024-09-01\n"}});
    REQUIRE_FALSE(evidence.events.empty());
    for (const auto& event : evidence.events) {
        CHECK(event.refused);
        CHECK(event.event != trading_status);
    }
    CHECK_FALSE(evidence.has_events);
}
