// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/measure/monitored_visits.hpp>

#include <memory>
#include <vector>

TEST_CASE("each window is measured once, and a service without a visit in it has nothing") {
    std::vector<visits::Row> rows(3);
    rows[1].planned += 40 * 86'400;
    rows[2].service = 2;
    rows[2].status = "perhaps";
    auto log = std::make_shared<const vermeil::VisitLog>(vermeil::checked_visits(visits::table_of(rows)));
    vermeil::detail::MonitoredVisits visits(log, {}, 0);
    const vermeil::DayWindow july{vermeil::Date(2024, 7, 1), vermeil::Date(2024, 7, 31)};
    const auto* first = visits.find("N000001", july);
    REQUIRE(first != nullptr);
    CHECK(first->counts.delivered == 1);
    CHECK(visits.find("N000001", july) == first);
    CHECK(visits.find("N000002", july) == nullptr);
    CHECK(visits.lost_share("N000002") == 1);
    CHECK(visits.lost_share("nobody") == 0);
    CHECK(visits.find("N000001", {vermeil::Date(2024, 8, 1), vermeil::Date(2024, 7, 1)}) == nullptr);
}
