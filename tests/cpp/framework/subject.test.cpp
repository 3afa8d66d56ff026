// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/subject.hpp>

using namespace vermeil;
using Kind = Subject::Kind;

TEST_CASE("a measure has a base, an interval and flags; a node has a band and a coverage") {
    for (const auto of : {Aspect::lower, Aspect::upper, Aspect::late, Aspect::quarters_old, Aspect::age}) {
        CHECK(has_aspect(Kind::measure, of));
        CHECK_FALSE(has_aspect(Kind::group, of));
        CHECK_FALSE(has_aspect(Kind::whole, of));
    }
    for (const auto of : {Aspect::band, Aspect::coverage}) {
        CHECK_FALSE(has_aspect(Kind::measure, of));
        CHECK(has_aspect(Kind::group, of));
        CHECK(has_aspect(Kind::whole, of));
    }
    CHECK((has_aspect(Kind::measure, Aspect::value) && has_aspect(Kind::whole, Aspect::n)));
    CHECK(to_string(Aspect::quarters_old) == "quarters_old");
    CHECK(to_string(Aspect::age) == aspect_names.back());
}
