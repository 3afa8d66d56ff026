// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/node_score.hpp>

#include <cmath>
#include <limits>

namespace {

using namespace vermeil;
using Finish = detail::FinishGroup<1>;

GroupPlan plan(Aggregate aggregate) {
    GroupPlan made;
    made.aggregate = aggregate;
    return made;
}

TEST_CASE("a mean's sums are divided by the weight that divides") {
    const detail::Lane<1> due{4};
    detail::Lane<1> low{200}, high{300};
    Finish::run(plan(Aggregate::mean), due, low, high, 0);
    CHECK(low[0] == 50);
    CHECK(high[0] == 75);
}

TEST_CASE("a sum is divided by nothing") {
    const detail::Lane<1> due{4};
    detail::Lane<1> low{200}, high{300};
    Finish::run(plan(Aggregate::sum), due, low, high, 0);
    CHECK(low[0] == 200);
    CHECK(high[0] == 300);
}

TEST_CASE("logarithms are divided before they are undone") {
    const detail::Lane<1> due{2};
    detail::Lane<1> low{2 * std::log(36.0)}, high{2 * std::log(60.0)};
    Finish::run(plan(Aggregate::geometric), due, low, high, 0);
    CHECK(snapped(low[0]) == 36);
    CHECK(snapped(high[0]) == 60);
}

TEST_CASE("the logarithms of a product are undone as they are") {
    const detail::Lane<1> due{2};
    detail::Lane<1> low{std::log(4.0) + std::log(5.0)}, high{std::log(5.0) + std::log(5.0)};
    Finish::run(plan(Aggregate::product), due, low, high, 0);
    CHECK(snapped(low[0]) == 20);
    CHECK(snapped(high[0]) == 25);
}

TEST_CASE("a node in which nothing counts scores 0, whatever an extreme began with") {
    const detail::Lane<1> due{0};
    for (const auto aggregate :
         {Aggregate::mean, Aggregate::geometric, Aggregate::product, Aggregate::minimum}) {
        detail::Lane<1> low{0}, high{0};
        if (aggregate == Aggregate::minimum) {
            low[0] = high[0] = std::numeric_limits<double>::infinity();
        }
        Finish::run(plan(aggregate), due, low, high, 0);
        CHECK(low[0] == 0);
        CHECK(high[0] == 0);
    }
}

TEST_CASE("a node's score is rounded at both ends") {
    auto group = plan(Aggregate::mean);
    group.rounding = Rounding{Half::up, 0};
    const detail::Lane<1> due{2};
    detail::Lane<1> low{125}, high{126};
    Finish::run(group, due, low, high, 0);
    CHECK(low[0] == 63);
    CHECK(high[0] == 63);
}

} // namespace
