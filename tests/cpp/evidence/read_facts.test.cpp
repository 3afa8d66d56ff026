// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/evidence/read_facts.hpp>

using namespace vermeil;

TEST_CASE("an event concerns a service, or all services of a provider") {
    const auto evidence =
        sample::evidence_of({{"events", "service,provider,event,from,to,known_on\n"
                                        "S1,,default_notice,2024-10-01,2024-11-01,2024-10-09\n"
                                        ",A,administration,2024-12-01,,\n"}});
    CHECK(evidence.rejects.empty());
    REQUIRE(evidence.events.size() == 2);
    CHECK(evidence.events[0].service == "S1");
    CHECK(evidence.events[0].provider.empty());
    CHECK(evidence.events[0].to == Date(2024, 11, 1));
    CHECK(evidence.events[0].known_on == Date(2024, 10, 9));
    CHECK(evidence.events[1].provider == "A");
    CHECK_FALSE(evidence.events[1].to);
}

TEST_CASE("an event whose days are refused stays marked; one that concerns nobody known does not") {
    const auto evidence = sample::evidence_of({{"events", "service,provider,event,from\n"
                                                          "S1,,default_notice,soon\n"
                                                          "S9,,default_notice,2024-10-01\n"
                                                          ",,default_notice,2024-10-01\n"
                                                          "S1,,,2024-10-01\n"}});
    CHECK(evidence.rejects.size() == 4);
    REQUIRE(evidence.events.size() == 1);
    CHECK(evidence.events[0].refused);
    CHECK(evidence.events[0].service == "S1");
}

TEST_CASE("an inspection is read with its days, and stays marked where they are refused") {
    const auto evidence = sample::evidence_of({{"inspections", "service,source,rating,on,known_on\n"
                                                               "S1,cqc,Good,2024-05-01,2024-07-01\n"
                                                               "S1,cqc,Good,2024-13-01,\n"}});
    REQUIRE(evidence.inspections.size() == 2);
    CHECK(evidence.inspections[0].known_on == Date(2024, 7, 1));
    CHECK_FALSE(evidence.inspections[0].refused);
    CHECK(evidence.inspections[1].refused);
    CHECK(evidence.rejects.size() == 1);
}
