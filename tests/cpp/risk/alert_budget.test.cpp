// SPDX-License-Identifier: MIT
// A budget before anything is judged.

#include "catch.hpp"

#include <vermeil/risk/alert_budget.hpp>

TEST_CASE("a service is quiet until it is judged") {
    const vermeil::AlertService service;
    CHECK_FALSE(service.alarm);
    CHECK_FALSE(service.is_judged);
    CHECK(service.p == 1);
    CHECK_FALSE(vermeil::AlertCell{}.is_judged);
}
