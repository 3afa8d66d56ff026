// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/workforce.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of workforce stand in the order in which they are read") {
    namespace f = detail::workforce_field;
    const std::vector<std::string> names{"service",
                                         "quarter",
                                         "permanent",
                                         "temporary",
                                         "workers_a_year_ago",
                                         "starters",
                                         "leavers",
                                         "vacancies",
                                         "filled_posts",
                                         "level_2",
                                         "level_3",
                                         "qualification_exempt",
                                         "training_due",
                                         "training_done",
                                         "strengths_due",
                                         "strengths_done",
                                         "certificate_held",
                                         "certificate_exempt",
                                         "certificate_under_way",
                                         "certificate_not_begun",
                                         "manager_in_post",
                                         "manager_since",
                                         "due_on",
                                         "received_on",
                                         "reminded_on"};
    REQUIRE(workforce_kind().schema.fields.size() == names.size());
    CHECK(workforce_kind().schema.name == "workforce");
    CHECK(workforce_kind().schema.position("reminded_on") == std::size_t{f::reminded_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(workforce_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of workforce that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"workforce",
          "service,quarter,permanent,temporary,workers_a_year_ago,starters,leavers,vacancies,filled_posts,"
          "level_2,level_3,qualification_exempt,training_due,training_done,strengths_due,strengths_done,"
          "certificate_held,certificate_exempt,certificate_under_way,certificate_not_begun,manager_in_post,"
          "manager_since,due_on,received_on,reminded_on\nS1,2024-25 Q3,10,2,,,,,,13,,,,,,,,,,,,,,,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "level_2");
    CHECK(evidence.rejects[0].reason == "more than permanent and temporary, 12");
    const auto rows = evidence.find_records("workforce")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(workforce_kind().schema.position("level_2")));
}
