// SPDX-License-Identifier: MIT
// Columns as the rules see them, at their end too.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/cell_source.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace vermeil;
using detail::block_rows;

TEST_CASE("full runs are read where they stand, the last one from a copy that ends with it") {
    const std::size_t rows = block_rows + 3;
    std::vector<double> value(rows);
    const std::vector<State> state(rows, State::present);
    for (std::size_t i = 0; i < rows; ++i) {
        value[i] = static_cast<double>(i);
    }
    const Framework framework(small::rules({small::share("a", 1)}));
    const Program program(framework);
    const std::vector<MeasureColumn> columns{{value, state, {}, {}, {}}};
    detail::CellSource<block_rows> source(program, columns, {});
    CHECK(source.values(0, 0, block_rows) == value.data());
    CHECK(source.states(0, 0, block_rows) == state.data());
    const double* rest = source.values(0, block_rows, 3);
    CHECK(rest != value.data() + block_rows);
    CHECK((rest[0] == block_rows && rest[2] == block_rows + 2));
    CHECK(source.states(0, block_rows, 3)[2] == State::present);
    source.fetch_ahead(0, 0); // a wish; it must touch nothing beyond the column
}

TEST_CASE("a planned measure is not yet live, a small base too few, and neither shows its value") {
    auto rules = small::rules({small::share("planned", 1), small::share("few", 1, 10)});
    rules.indicators[0].measure.live = false;
    const Framework framework(rules);
    const Program program(framework);
    const std::vector<double> value{0.5, 0.25};
    const std::vector<State> state{State::present, State::present};
    const std::vector<std::uint32_t> n{9, 10};
    const std::vector<MeasureColumn> columns{{}, {value, state, n, {}, {}}};
    detail::CellSource<1> source(program, columns, {});
    CHECK(source.states(0, 1, 1)[0] == State::not_yet_live);
    CHECK(source.cell(0, 1, State::not_yet_live).value == 0);
    CHECK(source.states(1, 0, 1)[0] == State::too_few);
    CHECK(source.states(1, 1, 1)[0] == State::present);
    CHECK(source.cell(1, 1, State::present).value == 0.25);
    CHECK_FALSE(source.has_counts(1));
}
