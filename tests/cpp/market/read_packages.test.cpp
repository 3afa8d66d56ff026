// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_packages.hpp>

#include <vector>

using namespace vermeil;

namespace {

const PackageId id("K1");
const Supplier acorn(ServiceId("S1"), ProviderId("P1"));
const Supplier beech(ProviderId("P2"));
const Period year(Date(2024, 4, 1), Date(2025, 3, 31));
const auto six = HoursPerWeek::parse("6.5");

} // namespace

TEST_CASE("each column of a package is read into its place") {
    Rejects rejects;
    const auto read = read_packages(
        csv::table("packages.csv", "package,person,hours_per_week,from,to,service,provider,hourly_rate\n"
                                   "K1,N1,6.5,2024-04-01,2025-03-31,S1,P1,20.00\nK2,N1,0,2024-04-01,,,P2,\n"),
        rejects);
    CHECK(rejects.empty());
    REQUIRE(read.size() == 2);
    CHECK(read[0].id() == id);
    CHECK(read[0].person() == PersonId("N1"));
    CHECK(read[0].period() == year);
    const auto& terms = *read[0].terms_on(Date(2024, 4, 1));
    CHECK(terms.hours == six);
    CHECK(terms.supplier == acorn);
    CHECK(terms.rate == Money::parse("20"));
    CHECK(read[1].terms_on(Date(2030, 1, 1))->supplier == beech);
    CHECK(read[1].hours_on(Date(2030, 1, 1)) == HoursPerWeek());
}

TEST_CASE("bad rows of packages are rejects with their column, and the person is masked") {
    Rejects rejects;
    const auto read =
        read_packages(csv::table("packages.csv", "package,person,hours_per_week,from,service,hourly_rate\n"
                                                 "K1,N1,5,2024-04-01,,\n"
                                                 "K2,N1,170,2024-04-01,S1,\n"
                                                 "K3,N\t1,5,2024-04-01,S1,\n"
                                                 "K4,N1,5,2024-04-01,S1,0\n"
                                                 "K5,N1,5,2024-04-01,S1,\n"
                                                 "K5,N2,5,2024-04-01,S1,\n"),
                      rejects);
    CHECK(read.size() == 1);
    REQUIRE(rejects.size() == 5);
    CHECK(rejects[0].reason == "empty, and so is provider: one of the two must be filled");
    CHECK(rejects[1].column == "hours_per_week");
    CHECK(rejects[2].column == "person");
    CHECK(rejects[2].shown_value() == "(masked)");
    CHECK(rejects[3].column == "hourly_rate");
    CHECK(rejects[4].reason == "this id stands already in an earlier row");
}
