// SPDX-License-Identifier: MIT
// Schemas: where a field stands.

#include "catch.hpp"

#include <vermeil/core/schema.hpp>

TEST_CASE("a field is found by its name") {
    const vermeil::Schema schema{
        "returns", "", {{.name = "service", .help = ""}, {.name = "count", .help = ""}}};
    CHECK(schema.position("service") == 0);
    CHECK(schema.position("count") == 1);
    CHECK_THROWS_WITH(schema.position("Count"), "the schema 'returns' has no field 'Count'");
}

TEST_CASE("a field must be filled unless it is said not to") {
    CHECK(vermeil::Field{.name = "service", .help = ""}.required);
    CHECK_FALSE(vermeil::Field{.name = "service", .help = ""}.personal);
}
