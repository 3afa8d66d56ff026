// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/standing_measures.hpp>

using namespace vermeil;
using sample::cell_of;

TEST_CASE("a company's difficulty concerns all its services while it lasts") {
    const sample::Tables tables{{"finance",
                                 "service,provider,status,from,to\n"
                                 ",A,trading,2020-01-01,\n,A,administration,2024-11-01,2024-12-31\n"
                                 ",B,voluntary arrangement,2024-01-01,\n"}};
    CHECK(cell_of(tables, {"company_in_difficulty"}).value == 1);
    CHECK(cell_of(tables, {"company_in_difficulty", {}, 0, 1, "S2"}).value == 1);
    CHECK(cell_of(tables, {"company_in_difficulty", {}, 0, 1, "S1", Date(2024, 10, 31)}).value == 0);
    CHECK(cell_of(tables, {"company_in_difficulty", {}, 0, 1, "S3"}).value == 1);
    CHECK(cell_of(tables, {"company_in_difficulty", {{"voluntary_arrangement", false}}, 0, 1, "S3"}).value ==
          0);
    CHECK(cell_of({}, {"company_in_difficulty"}).state == State::unknown);
    CHECK(cell_of({{"finance", "service,provider,status,from,to\n,A,bust,2024-01-01,\n"}},
                  {"company_in_difficulty"})
              .state == State::unknown);
}

TEST_CASE("exits count, or the people who had to move") {
    const sample::Tables tables{{"exits",
                                 "service,on,kind,people\n"
                                 "S1,2024-10-01,forced termination,12\nS1,2024-12-31,provider withdrew,5\n"
                                 "S1,2024-09-30,business failure,9\nS2,2024-10-01,business failure,\n"}};
    const sample::Settings people{{"count", std::string("people")}};
    CHECK(cell_of(tables, {"exits"}).value == 2);
    CHECK(cell_of(tables, {"exits", people}).value == 17);
    CHECK(cell_of(tables, {"forced_terminations"}).value == 1);
    CHECK(cell_of(tables, {"forced_terminations", people}).value == 12);
    CHECK(cell_of(tables, {"forced_terminations", people, 0, 1, "S2"}).state == State::unknown);
    CHECK(cell_of(tables, {"forced_terminations", {}, 0, 1, "S2"}).value == 1);
    CHECK(cell_of(tables, {"exits", {}, 0, 1, "S3"}).value == 0);
}
