// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/finance.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of finance stand in the order in which they are read") {
    namespace f = detail::finance_field;
    const std::vector<std::string> names{"service", "provider", "status", "from", "to", "known_on"};
    REQUIRE(finance_kind().schema.fields.size() == names.size());
    CHECK(finance_kind().schema.name == "finance");
    CHECK(finance_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(finance_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of finance that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"finance",
          "service,provider,status,from,to,known_on\nS1,,administration,2024-10-01,2024-09-01,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "to");
    CHECK(evidence.rejects[0].reason == "lies before from, 2024-10-01");
    const auto rows = evidence.find_records("finance")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(finance_kind().schema.position("to")));
}
