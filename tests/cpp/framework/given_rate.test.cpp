// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/given_rate.hpp>
#include <vermeil/measure/cell_buffer.hpp>

using namespace vermeil;

namespace {

Cell present(double value) { return {value, State::present, 0, 0, 0}; }
Cell absent(State state) { return {0, state, 0, 0, 0}; }

} // namespace

TEST_CASE("a rate is the count for each so much exposure, and the exposure is its base") {
    const auto rate = rate_cell(present(6), present(1000.9), 1000);
    CHECK(rate.state == State::present);
    CHECK(rate.value == 6 / 1000.9 * 1000);
    CHECK((rate.n == 1000 && rate.count == 0));
    CHECK(rate_cell(present(0), present(5), 1).value == 0);
    CHECK(rate_cell(present(1), present(1e300), 1).n == 4294967295U);
}

TEST_CASE("what is absent makes the rate absent, for its own reason, and no exposure is too few") {
    CHECK(rate_cell(absent(State::not_submitted), present(9), 1).state == State::not_submitted);
    CHECK(rate_cell(absent(State::not_submitted), present(9), 1).n == 9);
    CHECK(rate_cell(present(1), absent(State::suppressed), 1).state == State::suppressed);
    CHECK(rate_cell(absent(State::unknown), absent(State::suppressed), 1).state == State::unknown);
    const auto none = rate_cell(present(1), present(0), 1);
    CHECK((none.state == State::too_few && none.n == 0 && none.value == 0));
}

TEST_CASE("flags are those of the count") {
    const Cell late{3, State::present, 0, 0, CellFlag::late};
    CHECK(rate_cell(late, present(2), 1).flags == CellFlag::late);
    CHECK(rate_cell(present(3), Cell{2, State::present, 0, 0, CellFlag::late}, 1).flags == 0);
}

TEST_CASE("columns are divided row by row") {
    CellBuffer counts(2), exposures(2);
    counts.set(0, present(3));
    counts.set(1, present(5));
    exposures.set(0, present(2));
    const auto made = detail::rates(counts.column(), exposures.column(), 10);
    CHECK((made.value[0] == 15 && made.state[0] == State::present));
    CHECK(made.state[1] == State::unknown);
}
