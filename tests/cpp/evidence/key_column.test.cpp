// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/read_evidence.hpp>

using namespace vermeil;

TEST_CASE("service and quarter must be filled, the survey may be left open") {
    CHECK(detail::service_column().required);
    CHECK(detail::service_column().kind == CellKind::id);
    CHECK(detail::quarter_column().required);
    CHECK(detail::quarter_column().kind == CellKind::quarter);
    CHECK_FALSE(detail::survey_column().required);
}

TEST_CASE("tables that share a column call it and explain it alike") {
    for (const auto& schema : evidence_schemas()) {
        for (const auto& field : schema.fields) {
            if (field.name == "quarter") {
                CHECK(field.help == detail::quarter_column().help);
            }
            if (field.name == "survey") {
                CHECK(field.help == detail::survey_column().help);
            }
        }
    }
}
