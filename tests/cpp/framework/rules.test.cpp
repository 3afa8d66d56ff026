// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/rules.hpp>

using namespace vermeil;

TEST_CASE(
    "rules rate upwards, average, ask for 0.6 of the weight and leave what is open unrated by default") {
    const Rules rules;
    CHECK(rules.higher_is == Face::better);
    CHECK(rules.aggregate == Aggregate::mean);
    CHECK(rules.least_coverage == 0.6);
    CHECK(rules.open == Open::not_rated);
}

TEST_CASE("the names of faces and of open outcomes stand in the order of their values") {
    CHECK(face_names.at(static_cast<std::size_t>(Face::worse)) == "worse");
    CHECK(open_names.at(static_cast<std::size_t>(Open::lowest)) == "lowest");
}
