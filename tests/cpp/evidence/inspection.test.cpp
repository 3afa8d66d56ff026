// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/inspection.hpp>

using namespace vermeil;

TEST_CASE("an inspection is known from the day it was published, else from the day it was given") {
    const Inspection plain{"S1", "cqc", "Good", Date(2024, 5, 1), std::nullopt, {}};
    CHECK_FALSE(plain.is_known_on(Date(2024, 4, 30)));
    CHECK(plain.is_known_on(Date(2024, 5, 1)));
    const Inspection later{"S1", "cqc", "Good", Date(2024, 5, 1), Date(2024, 7, 1), {}};
    CHECK_FALSE(later.is_known_on(Date(2024, 6, 30)));
    CHECK(later.is_known_on(Date(2024, 7, 1)));
}

TEST_CASE("the columns of inspections stand where their positions say") {
    namespace field = detail::inspection_field;
    const auto& schema = inspections_schema();
    CHECK(schema.position("service") == field::service);
    CHECK(schema.position("source") == field::source);
    CHECK(schema.position("rating") == field::rating);
    CHECK(schema.position("on") == field::on);
    CHECK(schema.position("known_on") == field::known_on);
}
