// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/read_evidence.hpp>

#include <set>
#include <string>

using namespace vermeil;

TEST_CASE("a service is found by its id, whatever the order of the table") {
    const auto evidence = sample::evidence_of({{"services", "service,provider\nS3,B\nS1,A\nS2,A\n"}});
    REQUIRE(evidence.find("S3") != nullptr);
    CHECK(evidence.find("S3")->provider() == ProviderId("B"));
    CHECK(evidence.find("S1")->id() == ServiceId("S1"));
    CHECK(evidence.find("S9") == nullptr);
    CHECK(evidence.find("") == nullptr);
}

TEST_CASE("each table of evidence has its own name, and help on every column") {
    std::set<std::string> names;
    for (const auto& schema : evidence_schemas()) {
        CHECK(names.insert(schema.name).second);
        CHECK_FALSE(schema.help.empty());
        for (const auto& field : schema.fields) {
            INFO(schema.name << "." << field.name);
            CHECK_FALSE(field.help.empty());
            CHECK(field.allowed.empty() == (field.kind != CellKind::word));
        }
    }
    for (const auto* name :
         {"services", "survey_counts", "counts", "events", "inspections", "workforce", "visits"}) {
        CHECK(names.contains(name));
    }
}

TEST_CASE("a table of events that is empty is not the same as none") {
    CHECK_FALSE(sample::evidence_of({}).has_events);
    CHECK(sample::evidence_of({{"events", "service,event,from\n"}}).has_events);
    CHECK_FALSE(sample::evidence_of({}).has_inspections);
    CHECK(sample::evidence_of({{"inspections", "service,source,rating,on\n"}}).has_inspections);
}
