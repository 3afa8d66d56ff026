// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../evidence_of.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/evidence/visit_register.hpp>
#include <vermeil/evidence/visit_rejects.hpp>

#include <string>
#include <vector>

namespace {

/// `row reason outcome` of each doubt.
std::vector<std::string> told(const vermeil::VisitLog& log) {
    std::vector<std::string> all;
    for (const auto& reject : vermeil::rejects_of(log)) {
        all.push_back(std::to_string(reject.row) + " " + reject.reason + (reject.kept ? ", kept" : ""));
    }
    return all;
}

} // namespace

TEST_CASE("visits of unknown services are left out, those of a closed one doubted, by London's days") {
    // 2024-06-30 23:30 UTC is 00:30 on the first of July in London.
    visits::Row before, on, unknown;
    on.planned = visits::morning - 8 * 3600 - 1800;
    before.planned = on.planned - 3600;
    unknown.service = 7;
    const auto evidence = sample::evidence_of(
        {{"services", "service,provider,first_day,last_day\nN000001,A,2024-07-01,2024-07-31\n"}});
    auto log = vermeil::read_visits(visits::table_of({before, on, unknown}));
    vermeil::check_services(log, evidence.services);
    CHECK(told(log) == std::vector<std::string>{"2 the service is not open on that day, kept",
                                                "4 no such service in the services table"});
    CHECK(log.is_left_out(2));
    CHECK_FALSE(log.is_left_out(0));
}

TEST_CASE("a person without a care package on the day is doubted") {
    visits::Row with, after, nobody;
    after.planned += 31 * 86'400;
    nobody.person = 2;
    const auto evidence = sample::evidence_of(
        {{"packages",
          "package,person,hours_per_week,from,to,service\nK1,N000001,7,2024-06-01,2024-07-31,S1\n"}});
    REQUIRE(evidence.care.packages().size() == 1);
    auto log = vermeil::read_visits(visits::table_of({with, after, nobody}));
    vermeil::check_packages(log, evidence.care.packages());
    CHECK(told(log) == std::vector<std::string>{"3 the person has no care package on that day, kept",
                                                "4 the person has no care package on that day, kept"});
}
