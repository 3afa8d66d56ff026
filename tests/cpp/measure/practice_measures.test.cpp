// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/practice_measures.hpp>

using namespace vermeil;
using sample::cell_of;

TEST_CASE("technology is offered at reviews and taken up") {
    const sample::Tables tables{{"technology_offers",
                                 "service,on,offered,taken_up\n"
                                 "S1,2024-10-01,yes,yes\nS1,2024-12-31,yes,no\nS1,2024-11-01,yes,\n"
                                 "S1,2024-11-01,no,\nS1,2024-09-30,yes,yes\n"}};
    CHECK(cell_of(tables, {"technology_offered"}).value == 0.75);
    CHECK(cell_of(tables, {"technology_taken_up"}).count == 1);
    CHECK(cell_of(tables, {"technology_taken_up"}).n == 3);
    CHECK(cell_of(tables, {"technology_taken_up", {{"of", std::string("reviews")}}}).n == 4);
    CHECK(cell_of(tables, {"technology_offered", {}, 0, 1, "S2"}).state == State::too_few);
    CHECK(cell_of({}, {"technology_offered"}).state == State::unknown);
    CHECK(cell_of({{"technology_offers", "service,on,offered,taken_up\nS1,2024-10-01,yes,perhaps\n"}},
                  {"technology_taken_up"})
              .state == State::unknown);
}

TEST_CASE("electronic systems are those of the latest row that was known") {
    const sample::Tables tables{{"systems", "service,on,care_plans,medication_records,rostering\n"
                                            "S1,2024-05-01,no,no,no\nS1,2024-11-01,yes,no,yes\n"
                                            "S1,2025-01-01,yes,yes,yes\nS2,2024-10-01,yes,,no\n"}};
    const auto all = cell_of(tables, {"electronic_systems"});
    CHECK(all.count == 2);
    CHECK(all.n == 3);
    CHECK(all.day == day_number(Date(2024, 11, 1)));
    CHECK(cell_of(tables, {"electronic_systems", {{"system", std::string("rostering")}}}).value == 1);
    CHECK(cell_of(tables, {"electronic_systems", {}, 0, 1, "S2"}).state == State::unknown);
    CHECK(
        cell_of(tables, {"electronic_systems", {{"system", std::string("care_plans")}}, 0, 1, "S2"}).value ==
        1);
    CHECK(cell_of(tables, {"electronic_systems", {}, 0, 1, "S3"}).state == State::not_submitted);
    CHECK(cell_of({}, {"electronic_systems"}).state == State::unknown);
}

TEST_CASE("outcomes met are added up before they are shared out, links are counted by review") {
    const sample::Tables tables{{"outcomes",
                                 "service,on,set,met,community_link\n"
                                 "S1,2024-10-01,1,1,yes\nS1,2024-12-31,9,4,no\nS1,2025-01-01,5,5,yes\n"
                                 "S2,2024-10-01,2,3,yes\nS3,2024-10-01,2,,\n"}};
    const auto met = cell_of(tables, {"outcomes_met"});
    CHECK(met.value == 0.5); // 5 of 10; the mean of the two shares would be 0.72
    CHECK(met.n == 10);
    CHECK(cell_of(tables, {"community_links"}).value == 0.5);
    CHECK(cell_of(tables, {"outcomes_met", {}, 0, 1, "S2"}).state == State::unknown); // 3 of 2
    CHECK(cell_of(tables, {"outcomes_met", {}, 0, 1, "S3"}).state == State::unknown);
    CHECK(cell_of(tables, {"community_links", {}, 0, 1, "S3"}).state == State::unknown);
}

TEST_CASE("direct payments are a share of all arranged care") {
    const sample::Tables tables{
        {"direct_payments",
         "service,quarter,direct_payment,part_direct_payment,commissioned\nS1,2024-25 Q3,20,5,75\n"}};
    CHECK(cell_of(tables, {"direct_payments"}).value == 0.25);
    CHECK(cell_of(tables, {"direct_payments", {{"part", false}}}).value == 0.2);
    CHECK(cell_of(tables, {"direct_payments", {}, 0, 1, "S2"}).state == State::not_submitted);
}
