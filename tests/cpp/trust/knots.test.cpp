// SPDX-License-Identifier: MIT

#include "catch.hpp"

#include <vermeil/trust/knots.hpp>

using namespace vermeil;
using detail::Slope;

TEST_CASE("a step scale has a knot below its first step") {
    const auto made = detail::knots(StepScale{{{2, 60}, {5, 20}}, 100});
    CHECK(made == std::vector<ScalePoint>{{1, 100}, {2, 60}, {5, 20}});
    CHECK(detail::knots(WordScale{{100, 40}}) == std::vector<ScalePoint>{{1, 100}, {2, 40}});
}

TEST_CASE("a scale is flat, rises, falls or turns") {
    CHECK(detail::slope(Scale(LinearScale{{{0, 5}, {1, 5}}})) == Slope::flat);
    CHECK(detail::slope(Scale(LinearScale{{{0, 0}, {1, 100}}})) == Slope::rising);
    CHECK(detail::slope(Scale(StepScale{{{2, 60}}, 100})) == Slope::falling);
    CHECK(detail::slope(Scale(WordScale{{0, 50, 10}})) == Slope::turning);
}

TEST_CASE("a scale that compares with peers goes as its points go") {
    Indicator indicator;
    indicator.scale = LinearScale{{{0, 0}, {1, 100}}};
    indicator.relative = RelativeScale{RelativeScale::Kind::z_score, {-1}, {}, false, "", {}};
    CHECK(detail::slope(indicator) == Slope::falling);
    indicator.relative = RelativeScale{RelativeScale::Kind::quantiles, {1, 3, 2}, {}, false, "", {}};
    CHECK(detail::slope(indicator) == Slope::turning);
}

TEST_CASE("a value is found for points on a line, on a line of logarithms, and for the nearest step") {
    CHECK(detail::value_for(LinearScale{{{0, 0}, {10, 100}}}, 25) == Approx(2.5));
    CHECK(detail::value_for(LinearScale{{{100, 0}, {10000, 100}}, true}, 50) == Approx(1000));
    CHECK(detail::value_for(StepScale{{{2, 60}, {5, 20}}, 100}, 50) == 2);
    CHECK(detail::value_for(WordScale{{100, 40, 0}}, 10) == 3);
}
