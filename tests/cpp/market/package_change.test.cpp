// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/package_change.hpp>

using namespace vermeil;

namespace {

PackageChange change_to(NewTerms terms) { return {PackageId("K1"), Date(2024, 5, 1), std::move(terms)}; }

} // namespace

TEST_CASE("a change refuses to change nothing") {
    CHECK_THROWS_WITH(change_to({}),
                      "the change from 2024-05-01 changes nothing: fill in hours, rate, service or provider");
}

TEST_CASE("a change refuses more hours than a week has, and a rate of nothing") {
    CHECK_THROWS_WITH(change_to({.hours = HoursPerWeek::parse("168.01")}),
                      "a week has 168 hours; 168.01 cannot be planned for one person");
    CHECK_NOTHROW(change_to({.hours = HoursPerWeek::parse("168")}));
    CHECK_THROWS_WITH(change_to({.rate = Money()}),
                      "an hourly rate of 0.00 cannot be; leave it empty where it is not known");
    CHECK_THROWS_WITH(change_to({.rate = Money::parse("-1")}),
                      "an hourly rate of -1.00 cannot be; leave it empty where it is not known");
}
