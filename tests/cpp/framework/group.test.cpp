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
}

TEST_CASE("an indicator has no weight until one is agreed") { CHECK_FALSE(Indicator().weight.has_value()); }
