// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/group.hpp>

using namespace vermeil;

TEST_CASE("a group averages its members and has no weight unless said otherwise") {
    const Group group;
    CHECK(group.aggregate == Aggregate::mean);
    CHECK_FALSE(group.weight.has_value());
    CHECK(group.within.empty());
}

TEST_CASE("the names of the aggregates stand in the order of their values") {
    CHECK(aggregate_names.at(static_cast<std::size_t>(Aggregate::mean)) == "mean");
    CHECK(aggregate_names.at(static_cast<std::size_t>(Aggregate::sum)) == "sum");
    CHECK(aggregate_names.at(static_cast<std::size_t>(Aggregate::spread)) == "spread");
    CHECK(aggregate_names.at(static_cast<std::size_t>(Aggregate::count)) == "count");
}

TEST_CASE("an indicator has no weight until one is agreed") { CHECK_FALSE(Indicator().weight.has_value()); }

TEST_CASE("a spread and a count look at their members, and weights divide neither") {
    for (const auto aggregate : {Aggregate::spread, Aggregate::count}) {
        CHECK(gathers(aggregate));
        CHECK_FALSE(is_mean(aggregate));
        CHECK_FALSE(is_extreme(aggregate));
    }
    CHECK_FALSE(gathers(Aggregate::maximum));
}
