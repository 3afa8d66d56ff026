// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/evidence/read_counts.hpp>

using namespace vermeil;

TEST_CASE("each column of a return is read into its place") {
    const auto evidence = sample::evidence_of(
        {{"counts", "service,quarter,item,count,base,state,due_on,received_on,reminded_on\n"
                    "S1,2024-25 Q3,leavers,2,10,,2025-01-31,2025-02-03,\n"
                    "S2,2024 Q4,leavers,,,Not_Submitted,2025-01-31,,2025-02-10\n"}});
    CHECK(evidence.rejects.empty());
    REQUIRE(evidence.counts.size() == 2);
    const auto& first = evidence.counts[0];
    CHECK(first.counts == Observed<Proportion>(Proportion(2, 10)));
    CHECK(first.quarter == Quarter::financial(2024, 3));
    CHECK(first.due_on == Date(2025, 1, 31));
    CHECK(first.received_on == Date(2025, 2, 3));
    CHECK(first.origin.row == 2);
    CHECK(evidence.counts[1].counts == Observed<Proportion>(State::not_submitted));
    CHECK(evidence.counts[1].quarter == first.quarter);
    CHECK(evidence.counts[1].reminded_on == Date(2025, 2, 10));
}

TEST_CASE("a return of none of none is read, and has no share") {
    const auto evidence =
        sample::evidence_of({{"counts", "service,quarter,item,count,base\nS1,2024-25 Q3,leavers,0,0\n"}});
    CHECK(evidence.rejects.empty());
    CHECK(evidence.counts.at(0).counts.value().n() == 0);
}

TEST_CASE("a return whose figures are refused stays as unknown, told once") {
    const auto evidence = sample::evidence_of(
        {{"counts", "service,quarter,item,count,base,due_on\nS1,2024-25 Q3,leavers,-1,10,soon\n"}});
    REQUIRE(evidence.counts.size() == 1);
    CHECK(evidence.counts[0].counts.state() == State::unknown);
    CHECK(evidence.rejects.size() == 2);
}
