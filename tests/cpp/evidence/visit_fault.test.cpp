// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/visit_fault.hpp>

#include <cstddef>
#include <set>
#include <string>

using namespace vermeil;

namespace {
constexpr int doubts = static_cast<int>(VisitDoubt::spelt_otherwise) + 1;
}

TEST_CASE("every doubt has words of its own") {
    std::set<std::string> words;
    for (int each = 0; each < doubts; ++each) {
        words.insert(to_string(static_cast<VisitDoubt>(each)));
    }
    CHECK(words.size() == doubts);
    CHECK(words.count("") == 0);
}

TEST_CASE(
    "a row is left out for what makes it unreadable, impossible or a repetition, and kept for the rest") {
    std::set<VisitDoubt> left_out;
    for (int each = 0; each < doubts; ++each) {
        if (!is_kept(static_cast<VisitDoubt>(each))) {
            left_out.insert(static_cast<VisitDoubt>(each));
        }
    }
    CHECK(left_out == std::set{VisitDoubt::empty, VisitDoubt::not_a_moment, VisitDoubt::skipped_hour,
                               VisitDoubt::unknown_year, VisitDoubt::not_a_word,
                               VisitDoubt::ends_before_it_begins, VisitDoubt::longer_than_a_day,
                               VisitDoubt::unknown_service, VisitDoubt::duplicate});
}

TEST_CASE("the fields are numbered as they stand in the schema, and people's ids are personal") {
    const auto& schema = visits_schema();
    CHECK(schema.position("service") == detail::visit_field::service);
    CHECK(schema.position("status") == detail::visit_field::status);
    CHECK(schema.position("actual_end") == detail::visit_field::actual_end);
    CHECK(schema.position("time_critical") == detail::visit_field::time_critical);
    for (const auto& field : schema.fields) {
        CHECK(field.personal == (field.name == "person" || field.name == "worker"));
    }
}
