// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/read_care.hpp>

using namespace vermeil;

namespace {

const std::string packages =
    "package,person,hours_per_week,from,service\nK1,P1,10,2024-01-01,S1\nK2,P2,10,2024-01-01,S2\n";

} // namespace

TEST_CASE("changes are taken by day, whatever their order in the table") {
    const auto evidence = sample::evidence_of(
        {{"packages", packages},
         {"package_changes", "package,from,hours_per_week\nK1,2024-06-01,14\nK1,2024-03-01,12\n"}});
    CHECK(evidence.rejects.empty());
    CHECK(evidence.care.has_packages);
    CHECK(evidence.care.has_changes);
    CHECK(evidence.care.of("S1").front()->hours_on(Date(2024, 7, 1)) == HoursPerWeek::parse("14"));
}

TEST_CASE("without the tables nobody knows of packages") {
    const auto evidence = sample::evidence_of({});
    CHECK_FALSE(evidence.care.has_packages);
    CHECK_FALSE(evidence.care.has_changes);
}

TEST_CASE("a refused package marks its service, and a refused change the services of its package") {
    const auto evidence = sample::evidence_of(
        {{"packages",
          packages + "K3,P3,many,2024-01-01,S3\nK1,P4,10,2024-01-01,S1\nK5,P5,10,2024-01-01,S9\n"},
         {"package_changes", "package,from,hours_per_week\nK2,soon,12\nK9,2024-06-01,3\n"}});
    CHECK(evidence.care.has_lost("S3"));
    CHECK(evidence.care.has_lost("S2"));
    CHECK(evidence.care.has_lost("S1")); // two packages have one id
    REQUIRE(evidence.rejects.size() == 5);
    CHECK(evidence.rejects[1].reason == "this id stands already in an earlier row");
    CHECK(evidence.rejects[2].reason == "no such service among the 3 in the services table");
    CHECK(evidence.rejects[4].reason == "no such package among 2");
}

TEST_CASE("a change before the package began is refused") {
    const auto evidence = sample::evidence_of(
        {{"packages", packages}, {"package_changes", "package,from,hours_per_week\nK1,2023-06-01,14\n"}});
    CHECK(evidence.rejects.size() == 1);
    CHECK(evidence.care.has_lost("S1"));
    CHECK_FALSE(evidence.care.has_lost("S2"));
}
