// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/scale_reader.hpp>
#include <vermeil/framework/toml.hpp>

#include <string>
#include <variant>

using namespace vermeil;
using Catch::Matchers::Contains;

namespace {

/// A framework whose only measure has the scale; what stands before it belongs to the top.
Framework with(const std::string& scale, const std::string& top = "") {
    return parse_framework(
        "language = 1\nid = \"f\"\nedition = \"1\"\neffective_from = 2024-04-01\n"
        "published_on = 2024-01-01\n" +
            top + "\n[[fact]]\nid = \"region\"\n[[measure]]\nid = \"m\"\nweight = 1\nscale = " + scale +
            "\n[[band]]\nname = \"all\"\n",
        "f.toml");
}

RelativeScale relative(const std::string& scale) { return *with(scale).rules().indicators[0].relative; }

} // namespace

TEST_CASE("relative scales are read with all that they take") {
    using Kind = RelativeScale::Kind;
    const auto z_score = relative("{ z_score = -1, winsorise = { deviations = 3 }, peers = \"region\" }");
    CHECK(z_score.kind == Kind::z_score);
    CHECK(z_score.points == std::vector<double>{-1});
    CHECK(std::get<HeldAtDeviations>(z_score.winsorising).most == 3);
    CHECK(z_score.peers == "region");
    const auto min_max =
        relative("{ min_max = [100, 0], log = true, winsorise = { quantiles = [0.05, 0.95] } }");
    CHECK(min_max.logarithmic);
    CHECK(std::get<HeldAtQuantiles>(min_max.winsorising).upper == 0.95);
    const auto skewed =
        relative("{ min_max = [0, 1], winsorise = { skewness = 2, kurtosis = 3.5, most = 5 } }");
    CHECK(std::get<HeldWhileSkewed>(skewed.winsorising).most == 5);
    CHECK(relative("{ quantiles = [1, 2, 3] }").points.size() == 3);
    CHECK(relative("{ rank = \"highest\" }").points == std::vector<double>{-1});
    CHECK(relative("{ percentile = [0, 100] }").kind == Kind::percentile);
}

TEST_CASE("a linear scale may be one of logarithms") {
    const auto framework = with("{ linear = [[1, 0], [100, 100]], log = true }");
    CHECK(points(framework.rules().indicators[0].scale, 10) == Approx(50));
}

TEST_CASE("mistakes in a relative scale are told at their place") {
    CHECK_THROWS_WITH(with("{ min_max = [1] }"), Contains("a pair of points, of the lowest value"));
    CHECK_THROWS_WITH(with("{ quantiles = [1] }"), Contains("a list of the points of each part"));
    CHECK_THROWS_WITH(with("{ z_score = 1, winsorise = { z = 3 } }"),
                      Contains("winsorise of scale of [[measure]] has 'z' and needs one of the keys"));
    CHECK_THROWS_WITH(with("{ rank = \"best\" }"), Contains("allowed: 'lowest' or 'highest'"));
    CHECK_THROWS_WITH(with("{ z_score = 1, peers = \"nation\" }"), Contains("has the peers 'nation'"));
    CHECK_THROWS_WITH(with("{ z_score = 1, below = 3 }"), Contains("unknown key 'below'"));
}
