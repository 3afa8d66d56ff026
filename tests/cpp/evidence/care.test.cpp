// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/evidence/care.hpp>

using namespace vermeil;

TEST_CASE("packages are found by every service that gives them at any time") {
    const CarePackage first(PackageId("K1"), PersonId("P1"), Period(Date(2024, 1, 1)),
                            {HoursPerWeek::parse("10"), Supplier(ServiceId("S1"))});
    const auto moved = first.with({PackageId("K1"), Date(2024, 6, 1), {{}, Supplier(ServiceId("S2")), {}}});
    const CarePackage unnamed(PackageId("K2"), PersonId("P2"), Period(Date(2024, 1, 1)),
                              {HoursPerWeek::parse("10"), Supplier(ProviderId("A"))});
    Care care;
    care.take({moved, unnamed});
    CHECK(care.packages().size() == 2);
    CHECK(care.of("S1").size() == 1);
    CHECK(care.of("S2").size() == 1);
    CHECK(care.of("S3").empty());
    CHECK_FALSE(care.has_lost("S1"));
    care.lose("S1");
    CHECK(care.has_lost("S1"));
}
