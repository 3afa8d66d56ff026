// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/relative_scale.hpp>

#include <cstddef>

using namespace vermeil;

TEST_CASE("each kind of relative scale and of cuts has its name") {
    CHECK(relative_names[static_cast<std::size_t>(RelativeScale::Kind::rank)] == "rank");
    CHECK(relative_names[static_cast<std::size_t>(RelativeScale::Kind::z_score)] == "z_score");
    CHECK(cuts_names[static_cast<std::size_t>(Cuts::By::k_means)] == "k_means");
}

TEST_CASE("a relative scale compares all services and holds no value unless told otherwise") {
    const RelativeScale scale;
    CHECK(scale.peers.empty());
    CHECK(std::holds_alternative<std::monostate>(scale.winsorising));
}
