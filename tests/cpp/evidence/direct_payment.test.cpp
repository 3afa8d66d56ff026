// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/direct_payment.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of direct_payments stand in the order in which they are read") {
    namespace f = detail::direct_payment_field;
    const std::vector<std::string> names{"service",      "quarter", "direct_payment", "part_direct_payment",
                                         "commissioned", "due_on",  "received_on",    "reminded_on"};
    REQUIRE(direct_payment_kind().schema.fields.size() == names.size());
    CHECK(direct_payment_kind().schema.name == "direct_payments");
    CHECK(direct_payment_kind().schema.position("reminded_on") == std::size_t{f::reminded_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(direct_payment_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of direct_payments that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"direct_payments", "service,quarter,direct_payment,part_direct_payment,commissioned,due_on,"
                             "received_on,reminded_on\nS1,2024-25 Q3,1.5,2,3,,,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "direct_payment");
    CHECK(evidence.rejects[0].reason == "not a whole number of 0 or more");
    const auto rows = evidence.find_records("direct_payments")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(direct_payment_kind().schema.position("direct_payment")));
}
