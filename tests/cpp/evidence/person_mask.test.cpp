// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/person_mask.hpp>

using namespace vermeil;

TEST_CASE("ids of people and workers are masked where they stand as words, wherever evidence names them") {
    const PersonMask masked(sample::evidence_of(
        {{"packages", "package,person,hours_per_week,from,service\nK1,PER-7,10,2024-01-01,S1\n"},
         {"outcomes", "service,person,on,set,met\nS1,p_12,2024-05-01,2,1\n"},
         {"visits", "visit,service,person,worker,planned_start,planned_end,status\n"
                    "V1,S1,PER-8,W3,2024-10-01T08:00,2024-10-01T08:30,delivered\n"}}));
    CHECK(masked("PER-7 fell; W3 was late with PER-8, p_12.") ==
          "(masked) fell; (masked) was late with (masked), (masked).");
    CHECK(masked("PER-77 and xW3 are nobody") == "PER-77 and xW3 are nobody");
    CHECK(masked("").empty());
    CHECK(PersonMask()("PER-7") == "PER-7");
}
