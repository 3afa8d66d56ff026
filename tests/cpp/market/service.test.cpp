// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/service.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

Service service_with(ServiceFacts facts) {
    return Service(ServiceId("S1"), ProviderId("P1"), std::move(facts));
}

std::vector<Service> read(const std::string& rows, Rejects& rejects) {
    return read_services(
        csv::table("services.csv",
                   "service,provider,name,kind,location_id,regulators,first_day,last_day\n" + rows),
        rejects);
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

TEST_CASE("each column of the register is read into its place") {
    Rejects rejects;
    const auto services = read("S1,P1,Acorn north,Home Care,1-23,CQC; FSA,2024-02-01,2025-01-31\n", rejects);
    CHECK(rejects.empty());
    REQUIRE(services.size() == 1);
    const auto& service = services[0];
    CHECK(service.id().text() == "S1");
    CHECK(service.provider().text() == "P1");
    CHECK(service.name() == "Acorn north");
    CHECK(service.kind() == ServiceKind::home_care);
    CHECK(service.location_id() == LocationId("1-23"));
    CHECK(service.regulators() == std::vector{RegulatorId("CQC"), RegulatorId("FSA")});
    CHECK(service.first_day() == Date(2024, 2, 1));
    CHECK(service.last_day() == Date(2025, 1, 31));
}

TEST_CASE("a service needs no more than its id and its provider") {
    Rejects rejects;
    const auto services = read("S1,P1,,,,,,\nS2,P1,,day service,,None,,\n", rejects);
    CHECK(rejects.empty());
    REQUIRE(services.size() == 2);
    CHECK(services[0] == Service(ServiceId("S1"), ProviderId("P1")));
    CHECK(services[0].name() == "S1");
    REQUIRE(services[1].regulators().has_value());
    CHECK(services[1].regulators()->empty());
}

TEST_CASE("bad rows of the register are rejects with their column") {
    Rejects rejects;
    const auto services =
        read("S1,,,,,,,\nS2,P1,,hotel,,,,\nS3,P1,,,,A;A,,\nS4,P1,,,,,2024-02-01,2024-01-31\n", rejects);
    CHECK(services.empty());
    REQUIRE(rejects.size() == 4);
    CHECK(rejects[0].column == "provider");
    CHECK(rejects[1].reason ==
          "not one of 'home care', 'live-in care', 'reablement', 'supported living', 'extra care', "
          "'shared lives', 'day service', 'community support', 'care home', 'nursing home' or 'other'");
    CHECK(rejects[2] == Reject{"services.csv", 4, "regulators", "A;A", "'A' stands twice"});
    CHECK(rejects[3].column == "last_day");
    CHECK(rejects[3].reason == "a service cannot close on 2024-01-31, before it opens on 2024-02-01");
}
