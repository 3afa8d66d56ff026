// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/referral_measures.hpp>

using namespace vermeil;
using sample::cell_of;

namespace {

const std::string head =
    "service,referred_on,answer,answered_on,planned_start,started_on,withdrawn_on,delays_discharge,"
    "interim_care\n";
const std::string rows = "S1,2024-10-01,accepted,2024-10-02,2024-10-10,2024-10-10,,,\n"
                         "S1,2024-10-01,accepted,2024-10-03,2024-10-10,2024-10-13,,,\n"
                         "S1,2024-11-01,declined,2024-11-02,,,,,\n"
                         "S1,2024-12-01,accepted,2024-12-02,2024-12-20,,,yes,no\n" // waits 30 days
                         "S1,2024-12-21,,,,,,no,yes\n"                             // waits 10 days
                         "S1,2024-11-01,accepted,2024-11-02,2024-11-20,,2024-11-15,,\n";

sample::Tables tables(const std::string& more = "") { return {{"referrals", head + rows + more}}; }

} // namespace

TEST_CASE("requests are accepted of those answered in the quarter") {
    CHECK(cell_of(tables(), {"referrals_accepted"}).count == 4);
    CHECK(cell_of(tables(), {"referrals_accepted"}).n == 5);
    CHECK(cell_of(tables("S1,2024-10-01,,2024-10-02,,,,,\n"), {"referrals_accepted"}).state ==
          State::unknown);
}

TEST_CASE("care starts after so many days, and apart from that people wait so long already") {
    CHECK(cell_of(tables(), {"days_to_start"}).value == 10.5); // 9 and 12 days
    CHECK(cell_of(tables(), {"days_to_start"}).n == 2);
    CHECK(cell_of(tables(), {"waiting"}).value == 2);
    CHECK(cell_of(tables(), {"waiting_days"}).value == 20);
    CHECK(cell_of(tables(), {"waiting_days", {{"statistic", std::string("greatest")}}}).value == 30);
}

TEST_CASE("waits are as of the day of drawing") {
    const auto on = [](Date day) { return cell_of(tables(), {"waiting", {}, 0, 1, "S1", day}).value; };
    CHECK(on(Date(2024, 10, 9)) == 2);
    CHECK(on(Date(2024, 10, 10)) == 1); // the first has started
    CHECK(on(Date(2024, 11, 1)) == 2);  // two more were asked for, and neither declined nor withdrawn yet
    CHECK(on(Date(2024, 11, 14)) == 1);
    CHECK(on(Date(2024, 11, 15)) == 0);
}

TEST_CASE("care starts as planned, a withdrawn request aside; care that has not started is late") {
    const auto cell = cell_of(tables(), {"started_as_planned"});
    CHECK(cell.count == 1);
    CHECK(cell.n == 3);
    CHECK(cell_of(tables(), {"started_as_planned", {{"days_late", 3.0}}}).count == 2);
    CHECK(cell_of(tables(), {"started_as_planned", {{"days_late", 12.0}}}).n ==
          2); // 20 December + 12 days is later
}

TEST_CASE("a wait delays a discharge or has no cover, and one that does not say makes the share unknown") {
    CHECK(cell_of(tables(), {"waiting_delays_discharge"}).value == 0.5);
    CHECK(cell_of(tables(), {"waiting_without_cover"}).value == 0.5);
    CHECK(cell_of(tables("S1,2024-12-21,,,,,,,\n"), {"waiting_delays_discharge"}).state == State::unknown);
}

TEST_CASE("a refused day makes unknown what rests on it") {
    const auto broken =
        tables("S1,2024-10-21,accepted,2024-10-22,,2024-10-01,,no,no\n"); // started before it was asked for
    CHECK(cell_of(broken, {"days_to_start"}).state == State::unknown);
    CHECK(cell_of(broken, {"waiting"}).state == State::unknown);
    CHECK(cell_of(broken, {"referrals_accepted"}).count == 5);
    CHECK(cell_of({}, {"waiting"}).state == State::unknown);
    CHECK(cell_of(tables(), {"waiting", {}, 0, 1, "S2"}).value == 0);
    CHECK(cell_of(tables(), {"days_to_start", {}, 0, 1, "S2"}).state == State::too_few);
}
