// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/read_records.hpp>

using namespace vermeil;

TEST_CASE("a row is kept with its days, and a quarter is one") {
    const auto evidence = sample::evidence_of(
        {{"complaints", "service,received_on,kind,known_on\nS1,2024-10-01,complaint,2024-10-09\n"},
         {"workforce", "service,quarter,leavers\nS1,2024-25 Q3,4\n"}});
    CHECK(evidence.rejects.empty());
    const auto& complaint = evidence.find_records("complaints")->of("S1").front();
    CHECK(complaint.from == Date(2024, 10, 1));
    CHECK(complaint.known_on == Date(2024, 10, 9));
    CHECK(complaint.origin.row == 2);
    const auto& workforce = evidence.find_records("workforce")->of("S1").front();
    CHECK(workforce.from == Date(2024, 10, 1));
    CHECK(workforce.to == Date(2024, 12, 31));
    CHECK(evidence.find_records("deaths") == nullptr);
}

TEST_CASE("a row of nobody known is left out; one without a day stays, marked") {
    const auto evidence = sample::evidence_of(
        {{"deaths", "service,on,concluded_on,known_on\nS9,2024-10-01,,\nS1,,,\nS1,2024-10-01,,soon\n"}});
    CHECK(evidence.rejects.size() == 3);
    const auto rows = evidence.find_records("deaths")->of("S1");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].refused);
    CHECK(rows[1].refused);
}

TEST_CASE("of two rows of one key the second is left out, unless the first was refused") {
    const auto evidence = sample::evidence_of(
        {{"workforce",
          "service,quarter,leavers\nS1,2024-25 Q3,4\nS1,2024 Q4,5\nS2,2024-25 Q9,1\nS2,2024-25 Q3,2\n"}});
    REQUIRE(evidence.rejects.size() == 2);
    CHECK(evidence.rejects[0].reason == "this service and quarter stand already in an earlier row");
    CHECK(evidence.rejects[0].row == 3);
    CHECK(evidence.find_records("workforce")->of("S1").size() == 1);
    CHECK(evidence.find_records("workforce")->of("S2").size() == 2);
}

TEST_CASE("a row about a provider concerns all its services; one about both concerns the service and says "
          "nothing sure") {
    const auto evidence =
        sample::evidence_of({{"finance", "service,provider,status,from\n,A,trading,2024-01-01\nS1,A,trading,"
                                         "2024-02-01\n,Z,trading,2024-01-01\n,,trading,2024-01-01\n"}});
    const auto& records = *evidence.find_records("finance");
    REQUIRE(records.of("S1").size() == 2);
    CHECK_FALSE(records.of("S1")[0].refused);
    CHECK(records.of("S1")[1].refused);
    CHECK(records.of("S2").size() == 1);
    REQUIRE(evidence.rejects.size() == 3);
    CHECK(evidence.rejects[0].reason == "a service and a provider are named; a row concerns one of them");
    CHECK(evidence.rejects[1].reason == "no service of this provider is in the services table");
    CHECK(evidence.rejects[2].reason == "empty; name the service or the provider that the row concerns");
}
