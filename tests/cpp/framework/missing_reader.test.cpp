// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/missing_reader.hpp>

#include <string>
#include <vector>

using namespace vermeil;
using sample::key;
using sample::table;
using sample::text;
using sample::whole;

TEST_CASE("a missing rule is a policy's name or a table with what the policy needs") {
    const auto document =
        table({key("too_few", text("interval")),
               key("not_submitted", table({key("policy", text("zero")), key("clause", text("12.3"))})),
               key("unknown", table({key("policy", text("carry_forward")), key("quarters", whole(2))}))});
    const auto missing = detail::read_missing(detail::ValueReader(document, "missing"));
    CHECK(missing.of(State::too_few).policy == Policy::interval);
    CHECK(missing.of(State::not_submitted).policy == Policy::zero);
    CHECK(missing.of(State::not_submitted).clause == "12.3");
    CHECK(missing.of(State::unknown).policy == Policy::carry_forward);
    CHECK(missing.of(State::unknown).quarters == 2U);
    CHECK(missing.of(State::suppressed).policy == Policy::bounds);
}
