// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "workforce_of.hpp"

#include <vermeil/measure/qualification_measures.hpp>

using namespace vermeil;
using sample::cell_of;
using sample::workforce;

TEST_CASE("workers who need no qualification lack it, have it or leave the base, as the framework says") {
    const auto level_2 = [](const char* exempt) {
        return cell_of(workforce(sample::workforce_row),
                       {"qualified_level_2", {{"exempt", std::string(exempt)}}});
    };
    CHECK(level_2("lacking").value == 0.6); // 30 / 50
    CHECK(level_2("met").value == 0.7);     // 35 / 50
    CHECK(level_2("left_out").count == 30);
    CHECK(level_2("left_out").n == 45);
    CHECK(cell_of(workforce(sample::workforce_row), {"qualified_level_3"}).value == 0.2);
}

TEST_CASE("more holders and exempt than workers say nothing") {
    const auto tables = workforce("S1,2024-25 Q3,10,0,,,,,8,,5,,,,,,,,,,,\n");
    CHECK(cell_of(tables, {"qualified_level_2", {{"exempt", std::string("met")}}}).state == State::unknown);
    CHECK(cell_of(tables, {"qualified_level_2"}).value == 0.8);
}

TEST_CASE("training done is a share of training due") {
    CHECK(cell_of(workforce(sample::workforce_row), {"trained"}).value == 0.8);
    CHECK(
        cell_of(workforce(sample::workforce_row), {"trained", {{"training", std::string("strengths_based")}}})
            .state == State::not_submitted);
}

TEST_CASE("the exempt have the care certificate and who works on it lacks it, unless the framework says "
          "otherwise") {
    CHECK(cell_of(workforce(sample::workforce_row), {"care_certificate"}).value == 0.7); // 35 / 50
    const auto strict = cell_of(workforce(sample::workforce_row),
                                {"care_certificate", {{"exempt", std::string("left_out")}}});
    CHECK(strict.count == 33);
    CHECK(strict.n == 48);
    const auto lenient = cell_of(workforce(sample::workforce_row),
                                 {"care_certificate", {{"under_way", std::string("left_out")}}});
    CHECK(lenient.count == 35);
    CHECK(lenient.n == 40);
}
