// SPDX-License-Identifier: MIT
// Which embargoes are in force.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/risk/embargo_log.hpp>

#include <string>

using namespace vermeil;

namespace {

struct Found {
    Rejects rejects;
    EmbargoLog log;

    explicit Found(const std::string& rows, const std::string& events = "") {
        const auto evidence = small_ladder::evidence_of(
            {{"embargoes", small_ladder::embargoes + rows}, {"events", "service,event,from,to\n" + events}});
        log = embargoes_on(small_ladder::ladder().rules().embargo, evidence, small_ladder::day, rejects);
    }
};

} // namespace

TEST_CASE("an embargo is in force from its first to its last day") {
    const Found found("S1,,2024-12-01,,director,missed visits,,\nS2,,2024-10-01,2024-12-30,director,x,,\n"
                      ",B,2025-01-01,,director,x,,\nS3,,2024-12-01,2024-12-31,director,x,,\n");
    REQUIRE(found.log.in_force.size() == 2);
    CHECK(found.log.find({false, "S1"})->review_on == Date(2024, 12, 29));
    CHECK(found.log.find({false, "S3"})->to == Date(2024, 12, 31));
    CHECK(found.log.find({true, "B"}) == nullptr);
    CHECK(found.rejects.empty());
}

TEST_CASE("an embargo lifted before it was set is in force for all that anybody can say") {
    const Found found("S1,,2024-12-01,2024-11-01,director,x,,\n");
    REQUIRE(found.log.in_force.size() == 1);
    CHECK(found.log.in_force[0].doubt == "its days cannot be read");
    const Found soon("S1,,soon,2024-11-01,director,x,,\n");
    REQUIRE(soon.log.in_force.size() == 1);
    CHECK_FALSE(soon.log.in_force[0].from);
}

TEST_CASE("two open embargoes both count, and the second is told") {
    const Found found("S1,,2024-12-05,,director,y,,\nS1,,2024-12-01,,director,x,,\n");
    CHECK(found.log.in_force.size() == 2);
    REQUIRE(found.rejects.size() == 1);
    CHECK(found.rejects[0].kept);
    CHECK(found.rejects[0].value == "2024-12-05");
    CHECK(found.rejects[0].reason ==
          "another embargo is open since 2024-12-01; both count until both are lifted");
}

TEST_CASE("one decided by another role is in force and told") {
    const Found found("S1,,2024-12-01,,clerk,x,,\n");
    CHECK(found.log.in_force.size() == 1);
    CHECK(found.rejects.at(0).reason == "decided by 'clerk'; embargoes are for 'director'");
}

TEST_CASE("the events alone may tell of an embargo, and no table leaves it unknown") {
    const Found found("S1,,2024-12-01,,director,x,,\n", "S1,embargo,2024-12-01,\nS2,embargo,2024-12-02,\n");
    REQUIRE(found.log.in_force.size() == 2);
    CHECK(found.log.find({false, "S2"})->doubt == "told by the table of events alone");
    CHECK(found.log.find({false, "S1"})->doubt.empty());
    Rejects rejects;
    const auto rule = small_ladder::ladder().rules().embargo;
    CHECK_FALSE(embargoes_on(rule, sample::evidence_of({}), small_ladder::day, rejects).known);
    CHECK(found.log.known);
}
