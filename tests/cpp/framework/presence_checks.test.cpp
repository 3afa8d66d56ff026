// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/framework/presence_checks.hpp>

using namespace vermeil;
using Catch::Matchers::Contains;

TEST_CASE("a node needs no more members than it has, and none that stand elsewhere") {
    auto rules = sample::rules();
    CHECK_NOTHROW(detail::check_presence(rules));
    rules.groups[0].presence.least_members = 99;
    CHECK_THROWS_WITH(detail::check_presence(rules), Contains("needs 99 members with data and has"));
    rules.groups[0].presence = {0, {"nobody"}};
    CHECK_THROWS_WITH(detail::check_presence(rules), Contains("requires 'nobody'; its members are"));
    rules.groups[0].presence = {};
    rules.presence.required = {"nobody"};
    CHECK_THROWS_WITH(detail::check_presence(rules), Contains("the framework requires 'nobody'"));
}

TEST_CASE("a geometric mean has no place for points below 0") {
    auto rules = sample::rules();
    rules.aggregate = Aggregate::geometric;
    CHECK_NOTHROW(detail::check_presence(rules));
    auto negative = rules;
    negative.indicators[0].scale = LinearScale{{{0, -1}, {1, 1}}};
    CHECK_THROWS_WITH(detail::check_presence(negative), Contains("can have points below 0"));
    auto relative = rules;
    relative.indicators[0].relative = RelativeScale{RelativeScale::Kind::z_score, {1}, {}, false, "", {}};
    CHECK_THROWS_WITH(detail::check_presence(relative), Contains("can have points below 0"));
    relative.indicators[0].relative->kind = RelativeScale::Kind::min_max;
    relative.indicators[0].relative->points = {0, 100};
    CHECK_NOTHROW(detail::check_presence(relative));
}
