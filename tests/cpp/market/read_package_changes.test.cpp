// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_package_changes.hpp>

#include <vector>

using namespace vermeil;

TEST_CASE("an empty cell of a change means no change") {
    Rejects rejects;
    const auto read = read_package_changes(
        csv::table("package_changes.csv",
                   "package,from,hours_per_week,hourly_rate,service,provider\n"
                   "K1,2024-05-01,10.5,,,\nK1,2024-06-01,,21.40,,\nK1,2024-07-01,,,S2,\n"),
        rejects);
    CHECK(rejects.empty());
    REQUIRE(read.size() == 3);
    CHECK(read[0].package().text() == "K1");
    CHECK(read[0].from() == Date(2024, 5, 1));
    CHECK(read[0].terms().hours == HoursPerWeek::parse("10.5"));
    CHECK_FALSE(read[0].terms().rate.has_value());
    CHECK(read[1].terms().rate == Money::parse("21.40"));
    CHECK_FALSE(read[1].terms().hours.has_value());
    CHECK(read[2].terms().supplier == Supplier(ServiceId("S2")));
}

TEST_CASE("bad rows of changes are rejects with their column") {
    Rejects rejects;
    const auto read =
        read_package_changes(csv::table("package_changes.csv", "package,from,hours_per_week,hourly_rate\n"
                                                               "K1,2024-05-01,,\n"
                                                               "K1,2024-05-01,-2,\n"
                                                               "K1,2024-05-01,200,\n"
                                                               "K1,2024-05-01,,0\n"
                                                               "K1,,5,\n"),
                             rejects);
    CHECK(read.empty());
    REQUIRE(rejects.size() == 5);
    CHECK(rejects[0].reason ==
          "the change from 2024-05-01 changes nothing: fill in hours, rate, service or provider");
    CHECK(rejects[1].column == "hours_per_week");
    CHECK(rejects[2].reason == "a week has 168 hours; 200 cannot be planned for one person");
    CHECK(rejects[3].column == "hourly_rate");
    CHECK(rejects[4].column == "from");
}
