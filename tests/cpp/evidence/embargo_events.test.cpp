// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/embargo_events.hpp>

using namespace vermeil;

namespace {

const std::string head = "service,provider,from,to,role,reason\n";

} // namespace

TEST_CASE("an embargo of the table is an event, once, of a service or of a provider") {
    const auto evidence = sample::evidence_of(
        {{"events", "service,event,from\nS1,embargo,2024-10-01\n"},
         {"embargoes", head + "S1,,2024-10-01,,director,x\nS2,,2024-11-01,2024-12-01,director,x\n"
                              ",B,2024-11-05,,director,x\n"}});
    REQUIRE(evidence.events.size() == 3);
    CHECK(evidence.events[1].service == "S2");
    CHECK(evidence.events[1].event == embargo_event);
    CHECK(evidence.events[1].to == Date(2024, 12, 1));
    CHECK(evidence.events[2].provider == "B");
    CHECK(evidence.events[2].service.empty());
}

TEST_CASE("one whose days cannot be read is an event that was refused, with a table of events and without") {
    const auto row = head + "S1,,2024-10-01,2024-09-01,director,x\n";
    const auto evidence =
        sample::evidence_of({{"events", "service,event,from\nS1,embargo,2024-10-01\n"}, {"embargoes", row}});
    REQUIRE(evidence.events.size() == 2);
    CHECK(evidence.events[1].refused);
    const auto alone = sample::evidence_of({{"embargoes", row}});
    REQUIRE(alone.events.size() == 1);
    CHECK(alone.events[0].refused);
    CHECK_FALSE(alone.has_events);
}

TEST_CASE("an event in capitals tells of the same embargo") {
    const auto evidence = sample::evidence_of({{"events", "service,event,from\nS1,Embargo,2024-10-01\n"},
                                               {"embargoes", head + "S1,,2024-10-01,,director,x\n"}});
    CHECK(evidence.events.size() == 1);
}
