// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/measure/monitored_visits.hpp>

#include <cstdint>
#include <memory>
#include <vector>

TEST_CASE("the days before a window tell who is new in it, and do not make a service be there") {
    std::vector<visits::Row> rows(5);
    rows[1].planned += 86'400;
    rows[2].planned += 40 * 86'400;
    rows[3].planned += 41 * 86'400;
    rows[3].worker = 2;
    rows[4].service = 2;
    auto log = std::make_shared<const vermeil::VisitLog>(vermeil::checked_visits(visits::table_of(rows)));
    const vermeil::DayWindow august{vermeil::Date(2024, 8, 1), vermeil::Date(2024, 8, 31)};
    const auto found = [&](std::uint32_t days) {
        vermeil::VisitRules rules{false};
        rules.continuity = vermeil::ContinuityRule{true};
        vermeil::detail::MonitoredVisits visits(log, rules, 0, days);
        CHECK(visits.find("N000002", august) == nullptr);
        return visits.find("N000001", august)->continuity.fresh;
    };
    CHECK(found(31) == vermeil::IndexMean{0.5, 0.5, 1});
    CHECK(found(30) == vermeil::IndexMean{}); // one contact before it
}

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
