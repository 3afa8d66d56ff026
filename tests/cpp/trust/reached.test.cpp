// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/reached.hpp>

using namespace small;

namespace {

/// A share that earns at most 50 beside one that earns at most 100.
Rules half() {
    auto made = rules();
    made.indicators[0].scale = LinearScale{{{0, 0}, {1, 50}}};
    return made;
}

} // namespace

TEST_CASE("the scores that were reached include those of whom a measure does not apply to") {
    const Ready ready(half());
    const auto made = detail::reached(ready.trial);
    CHECK(made.all()); // Gold without the share that earns half
    CHECK(made.highest->outcome.highest_score == 100);
    CHECK(made.highest->cells[0].state == State::not_applicable);
}

TEST_CASE("of many measures those are left out, one after the other, that hold the score down") {
    auto made = half();
    made.least_coverage = 0;
    for (int i = 0; i < 12; ++i) {
        made.indicators.push_back(made.indicators[0]);
        made.indicators.back().measure.id = made.indicators.back().measure.label = "m" + std::to_string(i);
        made.indicators.back().measure.value = CountShare{made.indicators.back().measure.id};
    }
    const Ready ready(made);
    const auto found = detail::reached(ready.trial);
    CHECK(found.all());
    CHECK(found.highest->outcome.highest_score == 100);
}

TEST_CASE("nothing is left out where every band is reached") {
    const Ready ready(rules());
    CHECK(detail::reached(ready.trial).highest->cells[0].state == State::present);
}
