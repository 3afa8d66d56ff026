// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_services.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

std::vector<Service> read(const std::string& rows, Rejects& rejects) {
    return read_services(
        csv::table("services.csv",
                   "service,provider,name,kind,location_id,regulators,first_day,last_day\n" + rows),
        rejects);
}

} // namespace

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
