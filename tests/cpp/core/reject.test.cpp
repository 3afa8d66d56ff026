// SPDX-License-Identifier: MIT
// Rejects, and the masking of people in them.

#include "catch.hpp"

#include <vermeil/core/reject.hpp>

namespace {

vermeil::Reject about_a_person(const char* value) {
    return {"visits.csv", 7, "person", value, "not an id", false, true};
}

} // namespace

TEST_CASE("a value that names a person is masked unless asked for") {
    CHECK(about_a_person("N 1234").shown_value() == "(masked)");
    CHECK(about_a_person("N 1234").shown_value(true) == "N 1234");
}

TEST_CASE("an empty value has nothing to mask") { CHECK(about_a_person("").shown_value().empty()); }

TEST_CASE("a value that names nobody is shown") {
    const vermeil::Reject reject{"survey.csv", 3,    "answer", "maybe", "not one of 'yes' or 'no'",
                                 false,        false};
    CHECK(reject.shown_value() == "maybe");
}
