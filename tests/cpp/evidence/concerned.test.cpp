// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/action.hpp>
#include <vermeil/evidence/concerned.hpp>

#include <vector>

using namespace vermeil;

TEST_CASE("a row about a provider is there once, whatever the number of its services") {
    const auto evidence = sample::evidence_of({{"actions", "service,provider,action,set_on,due_on,role\n"
                                                           ",A,train,2024-10-01,2024-11-01,provider\n"
                                                           "S2,,recruit,2024-10-01,2024-11-01,provider\n"}});
    CHECK(evidence.find_records("actions")->all().size() == 3);
    const auto rows = rows_by_concerned(evidence, "actions", detail::action_field::provider);
    REQUIRE(rows.size() == 2);
    CHECK(rows.at({true, "A"}).size() == 1);
    CHECK(rows.at({false, "S2"}).size() == 1);
    CHECK(rows_by_concerned(evidence, "decisions", 1).empty());
}

TEST_CASE("who is open on a day is concerned, services first") {
    const auto evidence =
        sample::evidence_of({{"services", "service,provider,last_day\nS2,A,\nS1,B,\nS3,C,2024-01-31\n"}});
    const std::vector<Concerned> all{{false, "S1"}, {false, "S2"}, {true, "A"}, {true, "B"}};
    CHECK(concerned_on(evidence, Date(2024, 12, 31), true, true) == all);
    CHECK(concerned_on(evidence, Date(2024, 12, 31), false, true) == std::vector<Concerned>{all[2], all[3]});
}

TEST_CASE("a row of a table becomes an event of whom it concerns, under its own days") {
    Record row;
    row.from = Date(2024, 10, 1);
    row.to = Date(2024, 11, 1);
    const auto of_service = event_of({false, "S1"}, row, "embargo", false);
    CHECK(of_service.service == "S1");
    CHECK(of_service.provider.empty());
    CHECK(of_service.event == "embargo");
    CHECK(of_service.from == row.from);
    CHECK(of_service.to == row.to);
    CHECK_FALSE(of_service.refused);
    const auto of_provider = event_of({true, "P1"}, row, "embargo", true);
    CHECK(of_provider.service.empty());
    CHECK(of_provider.provider == "P1");
    CHECK(of_provider.refused);
}
