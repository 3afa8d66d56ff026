// SPDX-License-Identifier: MIT
// What the search finds is what trying everything finds, in frameworks made up by a counter.

#include "catch.hpp"
#include "trust/made_up.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_better.hpp>
#include <vermeil/trust/omission_search.hpp>

#include <algorithm>
#include <string>

using namespace small;

namespace {

/// The largest rise by leaving out words, and the largest fall that a better word brings, when everything is tried.
struct Tried {
    int rise = 0, fall = 0;
};

Tried by_trying_all(const Framework& framework) {
    const auto every = made_up::every_row(framework);
    Tried made;
    for (std::size_t row = 0; row < every.size(); ++row) {
        if (every[row].band == no_band || !made_up::is_full(row)) {
            continue;
        }
        for (unsigned gone = 1; gone < 1U << made_up::measures; ++gone) {
            const auto to = every[made_up::without(row, gone)].band;
            made.rise = to == no_band ? made.rise : std::max(made.rise, every[row].band - to);
        }
        for (std::size_t i = 0; i < made_up::measures; ++i) {
            const auto better = made_up::with_better(row, i);
            const int fall = every[better].band - every[row].band;
            made.fall = every[better].band == no_band ? made.fall : std::max(made.fall, fall);
        }
    }
    return made;
}

} // namespace

TEST_CASE("no rise by silence and no fall by better words is missed where all rows can be tried") {
    int rises = 0, falls = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const auto text = made_up::framework(seed);
        INFO(text);
        const auto framework = parse_framework(text, "made-up.toml");
        const auto expected = by_trying_all(framework);
        const detail::Trial trial(framework, {}, nullptr);
        const auto found = detail::OmissionSearch(trial).run();
        CHECK((found ? found->rise : 0) == expected.rise);
        CHECK((!found || found->exact));
        int fall = 0;
        for (const auto& each : detail::lowerings(trial)) {
            fall = std::max(fall, each.bands);
            CHECK(each.exact);
        }
        CHECK(fall >= expected.fall); // over two words at once it may be larger
        rises += expected.rise > 0 ? 1 : 0;
        falls += expected.fall > 0 ? 1 : 0;
    }
    CHECK(rises >= 15);
    CHECK(falls >= 5);
}

TEST_CASE("where values are too many to be tried all, what is found is said to be the least") {
    auto made = rules();
    made.least_coverage = 0.2;
    made.missing.of(State::not_submitted).policy = Policy::renormalise;
    for (const auto* id : {"a", "b", "c", "d", "e", "f", "g"}) {
        made.indicators.push_back(share(id));
    }
    made.bands.insert(made.bands.begin(), {"Best", 100.5, Tie::in, {"small", 7, 1}});
    const Ready ready(made);
    const auto found = detail::OmissionSearch(ready.trial).run();
    REQUIRE(found);
    CHECK(found->rise == 2);
    CHECK_FALSE(found->exact);
    const auto& evaluator = ready.trial.evaluator();
    CHECK(evaluator.evaluate(found->before.cells) == found->before.outcome);
    CHECK(evaluator.evaluate(found->after.cells) == found->after.outcome);
}

TEST_CASE("several are left out of many together where fewer gain nothing") {
    auto made = rules();
    made.aggregate = Aggregate::minimum;
    made.least_coverage = 0;
    made.missing.of(State::not_submitted).policy = Policy::leave_out;
    for (int i = 0; i < 20; ++i) {
        made.indicators.push_back(share("m" + std::to_string(i)));
    }
    made.groups = {{}};
    made.groups[0].id = "group";
    made.groups[0].weight = 1;
    for (std::size_t i = 2; i < 9; ++i) {
        made.indicators[i].within = "group";
    }
    const Ready ready(made);
    const auto found = detail::OmissionSearch(ready.trial).run();
    REQUIRE(found);
    CHECK(found->rise == 2);
    CHECK(found->exact); // no band is higher
    CHECK(found->left_out == 1);
}
