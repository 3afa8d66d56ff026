// SPDX-License-Identifier: MIT
// The names of charts and what each needs.

#include "catch.hpp"

#include <vermeil/risk/chart_kind.hpp>

TEST_CASE("every chart is found by its name") {
    for (const auto name : vermeil::chart_kind_names) {
        CHECK(to_string(vermeil::parse_chart_kind(name)) == name);
    }
}

TEST_CASE("a chart that does not exist is refused with those that do") {
    CHECK_THROWS_WITH(vermeil::parse_chart_kind("imr"),
                      "no chart 'imr'; the charts are 'run', 'xmr', 'mr', 'xbar', 's', 'p', 'p_prime', 'u', "
                      "'u_prime', 'c', 'g' or 't'");
}

TEST_CASE("shares and rates need a base, counts of constant exposure none") {
    CHECK(needs_base(vermeil::ChartKind::p));
    CHECK(needs_base(vermeil::ChartKind::u_prime));
    CHECK_FALSE(needs_base(vermeil::ChartKind::c));
    CHECK(is_count(vermeil::ChartKind::c));
    CHECK_FALSE(is_share(vermeil::ChartKind::u));
    CHECK(needs_subgroups(vermeil::ChartKind::s));
}
