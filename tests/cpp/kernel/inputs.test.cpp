// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/inputs.hpp>

#include <limits>
#include <vector>

using namespace vermeil;

TEST_CASE("cells are taken in the order of the measures, and must be numbers") {
    const Framework framework(small::three_measures());
    const Program program(framework);
    const std::vector<Cell> cells{small::of(9, 10), small::absent(State::unknown), small::of(1, 10)};
    const detail::Inputs inputs(program, cells);
    CHECK(inputs.columns().size() == 3);
    CHECK(inputs.columns()[0].value[0] == 0.9);
    CHECK(inputs.peers().empty());
    const std::vector<Cell> few{small::of(9, 10)};
    CHECK_THROWS_WITH(detail::Inputs(program, few), "1 cells for 3 measures");
    auto nan = cells;
    nan[0].value = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(detail::Inputs(program, nan), Error);
}

TEST_CASE("a value whose peers nobody knows is unknown") {
    auto rules = small::rules({small::share("a", 1)});
    rules.indicators[0].relative = RelativeScale{RelativeScale::Kind::rank, {1}, {}, false, "region", {}};
    rules.facts.push_back(small::fact("region"));
    const Framework framework(rules);
    Norms norms{"small", "1", 1, {}};
    norms.norms.push_back({{Subject::Kind::measure, "a"}, 4.0, 1, Scale(StepScale())});
    const Program program(framework, norms);
    const std::vector<Cell> known{small::present(1), small::present(4)};
    CHECK(detail::Inputs(program, known).columns()[0].state[0] == State::present);
    CHECK(detail::Inputs(program, known).peers()[0][0] == 0);
    const std::vector<Cell> unknown{small::present(1), small::present(5)};
    CHECK(detail::Inputs(program, unknown).columns()[0].state[0] == State::unknown);
    CHECK(detail::Inputs(program, unknown).peers()[0][0] == no_peers);
}
