// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/service.hpp>

#include <vector>

using namespace vermeil;

namespace {

Service service_with(ServiceFacts facts) {
    return Service(ServiceId("S1"), ProviderId("P1"), std::move(facts));
}

} // namespace

TEST_CASE("a service refuses a regulator named twice") {
    ServiceFacts facts;
    facts.regulators = {RegulatorId("A"), RegulatorId("A")};
    CHECK_THROWS_WITH(service_with(facts), "the service 'S1' names the regulator 'A' twice");
}

TEST_CASE("a service refuses to close before it opens") {
    ServiceFacts facts;
    facts.first_day = Date(2024, 2, 1);
    facts.last_day = Date(2024, 1, 31);
    CHECK_THROWS_WITH(service_with(facts),
                      "a service cannot close on 2024-01-31, before it opens on 2024-02-01");
    facts.last_day = Date(2024, 2, 1);
    CHECK_NOTHROW(service_with(facts));
}

TEST_CASE("nobody may rate, somebody may rate and not known are three things") {
    ServiceFacts facts;
    CHECK_FALSE(service_with(facts).may_be_rated_by(RegulatorId("CQC")).has_value());
    facts.regulators = std::vector<RegulatorId>{};
    CHECK(service_with(facts).may_be_rated_by(RegulatorId("CQC")) == false);
    facts.regulators = {RegulatorId("CQC")};
    CHECK(service_with(facts).may_be_rated_by(RegulatorId("cqc")) == true);
    CHECK(service_with(facts).may_be_rated_by(RegulatorId("FSA")) == false);
}

TEST_CASE("a service is open on its first and last day and not beyond") {
    ServiceFacts facts;
    CHECK(service_with(facts).is_open_on(Date(1999, 1, 1)));
    facts.first_day = Date(2024, 2, 1);
    facts.last_day = Date(2024, 2, 29);
    const auto service = service_with(facts);
    CHECK_FALSE(service.is_open_on(Date(2024, 1, 31)));
    CHECK(service.is_open_on(Date(2024, 2, 1)));
    CHECK(service.is_open_on(Date(2024, 2, 29)));
    CHECK_FALSE(service.is_open_on(Date(2024, 3, 1)));
}
