// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/report_measures.hpp>

using namespace vermeil;
using sample::cell_of;

namespace {

/// Two people of S1, each with 35 hours a week all quarter: 70 hours a week for 92 days are 920 hours.
const std::string packages = "package,person,hours_per_week,from,service\n"
                             "K1,P1,35,2024-01-01,S1\nK2,P2,35,2024-01-01,S1\nK3,P3,10,2024-01-01,S2\n";

sample::Tables with(const std::string& table, const std::string& rows) {
    return {{"packages", packages}, {table, rows}};
}

const std::string complaint = "service,received_on,kind,concluded_on,outcome,attributable\n";
const std::string enquiry = "service,opened_on,concluded_on,decision,attributable\n";

} // namespace

TEST_CASE("complaints count by the person served, when upheld, attributable and concluded in the quarter") {
    const auto tables =
        with("complaints", complaint + "S1,2024-09-20,complaint,2024-10-01,upheld,yes\n"
                                       "S1,2024-10-20,complaint,2024-12-31,partly upheld,yes\n"
                                       "S1,2024-10-20,complaint,2024-11-30,not upheld,yes\n"
                                       "S1,2024-10-20,complaint,2024-11-30,upheld,no\n"
                                       "S1,2024-10-20,complaint,,,\n"
                                       "S1,2024-08-20,complaint,2024-09-30,upheld,yes\n"
                                       "S1,2024-10-20,compliment,,,\n");
    const auto rate = cell_of(tables, {"complaints_rate"});
    CHECK(rate.state == State::present);
    CHECK(rate.value == 1); // 2 complaints, 2 people
    CHECK(rate.n == 2);
    CHECK(rate.day == day_number(Date(2024, 9, 20)));
    CHECK(cell_of(tables, {"complaints_rate", {{"partly", false}}}).value == 0.5);
    CHECK(cell_of(tables, {"complaints_rate", {{"per", 100.0}}}).value == 100);
    CHECK(cell_of(tables, {"complaints_rate", {}, 0, 2}).value == 1.5); // two quarters
    CHECK(cell_of(tables, {"complaints_rate", {}, 3}).state == State::too_few);
    CHECK(cell_of(tables, {"compliments_rate"}).value == 0.5);
    CHECK(cell_of(tables, {"complaints_rate", {}, 0, 1, "S2"}).value == 0);
    CHECK(cell_of(tables, {"complaints_rate", {}, 0, 1, "S3"}).state == State::too_few); // serves nobody
}

TEST_CASE("complaints are in time within the days allowed, counted when these have ended") {
    const auto tables = with("complaints", complaint + "S1,2024-09-03,complaint,2024-10-01,upheld,\n"
                                                       "S1,2024-10-01,complaint,2024-10-30,upheld,\n"
                                                       "S1,2024-10-02,complaint,,,\n"
                                                       "S1,2024-12-04,complaint,,,\n"
                                                       "S1,2024-10-02,compliment,,,\n");
    const auto cell = cell_of(tables, {"complaints_in_time"});
    CHECK(cell.n == 3); // that of 4 December has until 1 January
    CHECK(cell.count == 1);
    CHECK(cell_of(tables, {"complaints_in_time", {{"days", 29.0}}}).count == 2);
}

TEST_CASE("safeguarding counts by thousand hours planned, or given") {
    auto tables = with("safeguarding", enquiry + "S1,2024-09-01,2024-10-10,substantiated,yes\n"
                                                 "S1,2024-09-01,2024-10-10,partly substantiated,yes\n"
                                                 "S1,2024-09-01,2024-10-10,inconclusive,\n"
                                                 "S1,2024-09-01,2024-10-10,not substantiated,\n");
    CHECK(cell_of(tables, {"safeguarding_rate"}).value == 2 * 1000.0 / 920);
    CHECK(cell_of(tables, {"safeguarding_rate"}).n == 920);
    CHECK(cell_of(tables, {"safeguarding_rate", {{"partly", false}}}).value == 1000.0 / 920);
    const sample::Settings given{{"over", std::string("given_hours")}};
    CHECK(cell_of(tables, {"safeguarding_rate", given}).state == State::not_submitted);
    tables["exposures"] = "service,quarter,hours\nS1,2024-25 Q3,800.5\n";
    CHECK(cell_of(tables, {"safeguarding_rate", given}).value == 2000 / 800.5);
    tables["exposures"] = "service,quarter,hours\nS1,2024-25 Q3,-5\n";
    CHECK(cell_of(tables, {"safeguarding_rate", given}).state == State::unknown);
}

TEST_CASE(
    "a case that does not say whether it is the service's makes the rate unknown, unless it was not so") {
    CHECK(cell_of(with("safeguarding", enquiry + "S1,2024-09-01,2024-10-10,substantiated,\n"),
                  {"safeguarding_rate"})
              .state == State::unknown);
    CHECK(cell_of(with("safeguarding", enquiry + "S1,2024-09-01,2024-10-10,,yes\n"), {"safeguarding_rate"})
              .state == State::unknown);
    CHECK(cell_of(with("safeguarding", enquiry + "S1,2024-09-01,2024-10-10,,no\n"), {"safeguarding_rate"})
              .value == 0);
    CHECK(cell_of(with("safeguarding", enquiry + "S1,2024-09-01,2024-10-10,guilty,yes\n"),
                  {"safeguarding_rate"})
              .state == State::unknown);
    CHECK(cell_of(with("safeguarding", enquiry + "S1,soon,2024-10-10,substantiated,yes\n"),
                  {"safeguarding_rate"})
              .state == State::unknown);
}

TEST_CASE("deaths count when their review ended, concerns when they were found to be so") {
    CHECK(cell_of(with("deaths", "service,on,concluded_on,attributable\nS1,2024-08-01,2024-11-01,yes\n"
                                 "S1,2024-08-01,2024-11-01,no\nS1,2024-10-01,,\n"),
                  {"deaths_rate"})
              .value == 1000.0 / 920);
    CHECK(cell_of(with("concerns", "service,raised_on,concluded_on,substantiated,attributable\n"
                                   "S1,2024-08-01,2024-11-01,yes,yes\nS1,2024-08-01,2024-11-01,no,\n"),
                  {"concerns_rate"})
              .value == 1000.0 / 920);
}

TEST_CASE("without the table, without packages or with one that was refused nobody knows the rate") {
    CHECK(cell_of({{"packages", packages}}, {"deaths_rate"}).state == State::unknown);
    const std::string none = "service,on,concluded_on,attributable\n";
    CHECK(cell_of({{"deaths", none}}, {"deaths_rate"}).state == State::unknown);
    CHECK(cell_of(with("deaths", none), {"deaths_rate"}).value == 0);
    auto broken = with("deaths", none);
    broken["packages"] += "K9,P9,many,2024-01-01,S1\n";
    CHECK(cell_of(broken, {"deaths_rate"}).state == State::unknown);
    CHECK(cell_of(broken, {"deaths_rate", {}, 0, 1, "S2"}).value == 0);
}

TEST_CASE("what became known later does not count yet") {
    const auto tables = with("deaths", "service,on,concluded_on,attributable,known_on\n"
                                       "S1,2024-08-01,2024-11-01,yes,2025-01-05\n");
    CHECK(cell_of(tables, {"deaths_rate"}).value == 0);
    CHECK(cell_of(tables, {"deaths_rate", {}, 0, 1, "S1", Date(2025, 1, 5)}).value > 0);
}
