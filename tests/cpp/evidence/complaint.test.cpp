// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/complaint.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of complaints stand in the order in which they are read") {
    namespace f = detail::complaint_field;
    const std::vector<std::string> names{"service", "received_on",  "kind",    "concluded_on",
                                         "outcome", "attributable", "known_on"};
    REQUIRE(complaint_kind().schema.fields.size() == names.size());
    CHECK(complaint_kind().schema.name == "complaints");
    CHECK(complaint_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(complaint_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of complaints that cannot be is told and refused, and the row stays") {
    const auto evidence =
        sample::evidence_of({{"complaints", "service,received_on,kind,concluded_on,outcome,attributable,"
                                            "known_on\nS1,2024-10-01,Complaint,2024-09-30,upheld,yes,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "concluded_on");
    CHECK(evidence.rejects[0].reason == "lies before received_on, 2024-10-01");
    const auto rows = evidence.find_records("complaints")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(complaint_kind().schema.position("concluded_on")));
}
