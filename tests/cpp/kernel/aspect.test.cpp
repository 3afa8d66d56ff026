// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/aspect.hpp>

using namespace vermeil;
using detail::see_aspect;

namespace {

const Cell nine_of_ten{0.9, State::present, 10, 9, 0};
const double any = detail::anything().high;

bool is(const detail::AspectSeen& seen, double low, double high) {
    return seen.low == low && seen.high == high;
}

} // namespace

TEST_CASE("a base is known wherever it stands, and below the least n of what is too few") {
    CHECK(is(see_aspect(Aspect::n, nine_of_ten, 0, true), 10, 10));
    CHECK(is(see_aspect(Aspect::n, {0, State::suppressed, 4, 0, 0}, 0, true), 4, 4));
    CHECK(is(see_aspect(Aspect::n, small::absent(State::too_few), 10, true), 0, 9));
    CHECK(is(see_aspect(Aspect::n, small::absent(State::too_few), 0, true), 0, 0));
    CHECK(is(see_aspect(Aspect::n, small::absent(State::unknown), 10, true), 0, any));
    CHECK(is(see_aspect(Aspect::n, small::present(3), 10, true), 0, any)); // nobody gave one
}

TEST_CASE("an interval is that of counts of a present share, and of nothing else") {
    const auto lower = see_aspect(Aspect::lower, nine_of_ten, 0, true);
    CHECK(lower.low == Approx(0.595850).margin(1e-6)); // as tests/data/wilson.csv has it
    CHECK(lower.low == lower.high);
    CHECK(see_aspect(Aspect::upper, nine_of_ten, 0, true).low == Approx(0.982124).margin(1e-6));
    CHECK(is(see_aspect(Aspect::lower, nine_of_ten, 0, false), -any, any));
    CHECK(is(see_aspect(Aspect::lower, small::present(0.9), 0, true), -any, any));
    CHECK(is(see_aspect(Aspect::lower, {0.9, State::too_few, 10, 9, 0}, 20, true), -any, any));
}

TEST_CASE("flags and age are those of a present value") {
    const Cell late{1, State::present, 0, 0, CellFlag::late};
    CHECK(is(see_aspect(Aspect::late, late, 0, true), 1, 1));
    CHECK(is(see_aspect(Aspect::late, nine_of_ten, 0, true), 0, 0));
    CHECK(is(see_aspect(Aspect::late, small::absent(State::unknown), 0, true), 0, 1));
    const Cell carried{1, State::present, 0, 0, carried_flag(0, 2)};
    CHECK(is(see_aspect(Aspect::quarters_old, carried, 0, true), 2, 2));
    CHECK(is(see_aspect(Aspect::quarters_old, late, 0, true), 0, 0));
    CHECK(see_aspect(Aspect::quarters_old, small::absent(State::unknown), 0, true).high == any);
}

TEST_CASE("what is left out meets no question but one about a base that it has") {
    StateSet left_out;
    left_out.add(State::suppressed);
    const Cell hidden{0, State::suppressed, 4, 0, 0};
    CHECK_FALSE(detail::applies(Aspect::late, hidden, left_out));
    CHECK(detail::applies(Aspect::n, hidden, left_out));
    CHECK_FALSE(detail::applies(Aspect::n, small::absent(State::suppressed), left_out));
    CHECK(detail::applies(Aspect::late, small::absent(State::unknown), left_out));
}

TEST_CASE("an age is that of a present value whose day is known, and not after the day of counting") {
    const Cell old{1, State::present, 0, 0, 0, 19588, 20000};
    CHECK(is(see_aspect(Aspect::age, old, 0, true), 412, 412));
    CHECK(is(see_aspect(Aspect::age, {1, State::present, 0, 0, 0, 19588}, 0, true), 0, any));
    CHECK(is(see_aspect(Aspect::age, {1, State::present, 0, 0, 0, no_day, 20000}, 0, true), 0, any));
    CHECK(is(see_aspect(Aspect::age, {1, State::present, 0, 0, 0, 20001, 20000}, 0, true), 0, any));
    CHECK(is(see_aspect(Aspect::age, {0, State::unknown, 0, 0, 0, 19588, 20000}, 0, true), 0, any));
}
