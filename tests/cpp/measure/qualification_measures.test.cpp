// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/qualification_measures.hpp>

using namespace vermeil;
using sample::cell_of;

namespace {

const std::string head =
    "service,quarter,permanent,temporary,workers_a_year_ago,leavers,vacancies,filled_posts,"
    "level_2,level_3,qualification_exempt,training_due,training_done,certificate_held,"
    "certificate_exempt,certificate_under_way,certificate_not_begun,manager_in_post,"
    "manager_since,due_on,received_on,reminded_on\n";

sample::Tables workforce(const std::string& rows) { return {{"workforce", head + rows}}; }

/// 40 + 10 workers, 60 a year ago, 12 leavers, 5 vacancies beside 45 filled posts; 30 at level 2, 10 at level 3, 5 exempt;
/// 20 of 25 trained; certificate: 33 held, 2 exempt, 10 under way, 5 not begun; no manager since 1 December.
const std::string row =
    "S1,2024-25 Q3,40,10,60,12,5,45,30,10,5,25,20,33,2,10,5,no,2024-12-01,2025-01-15,2025-01-10,\n";

} // namespace

TEST_CASE("workers who need no qualification lack it, have it or leave the base, as the framework says") {
    const auto level_2 = [](const char* exempt) {
        return cell_of(workforce(row), {"qualified_level_2", {{"exempt", std::string(exempt)}}});
    };
    CHECK(level_2("lacking").value == 0.6); // 30 / 50
    CHECK(level_2("met").value == 0.7);     // 35 / 50
    CHECK(level_2("left_out").count == 30);
    CHECK(level_2("left_out").n == 45);
    CHECK(cell_of(workforce(row), {"qualified_level_3"}).value == 0.2);
}

TEST_CASE("more holders and exempt than workers say nothing") {
    const auto tables = workforce("S1,2024-25 Q3,10,0,,,,,8,,5,,,,,,,,,,,\n");
    CHECK(cell_of(tables, {"qualified_level_2", {{"exempt", std::string("met")}}}).state == State::unknown);
    CHECK(cell_of(tables, {"qualified_level_2"}).value == 0.8);
}

TEST_CASE("training done is a share of training due") {
    CHECK(cell_of(workforce(row), {"trained"}).value == 0.8);
    CHECK(cell_of(workforce(row), {"trained", {{"training", std::string("strengths_based")}}}).state ==
          State::not_submitted);
}

TEST_CASE("the exempt have the care certificate and who works on it lacks it, unless the framework says "
          "otherwise") {
    CHECK(cell_of(workforce(row), {"care_certificate"}).value == 0.7); // 35 / 50
    const auto strict = cell_of(workforce(row), {"care_certificate", {{"exempt", std::string("left_out")}}});
    CHECK(strict.count == 33);
    CHECK(strict.n == 48);
    const auto lenient =
        cell_of(workforce(row), {"care_certificate", {{"under_way", std::string("left_out")}}});
    CHECK(lenient.count == 35);
    CHECK(lenient.n == 40);
}
