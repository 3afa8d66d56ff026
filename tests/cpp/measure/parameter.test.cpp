// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/measure/parameter.hpp>

using namespace vermeil;

TEST_CASE("of the words of a parameter the first holds where nothing is set") {
    const auto word = word_parameter("count", "which changes", {"net", "up"});
    CHECK(std::get<std::string>(word.fallback) == "net");
    CHECK(word.allowed.size() == 2);
    CHECK(whole_parameter("days", "", 28, 1, 90).most == 90);
    CHECK(number_parameter("per", "", 1, 0.5, 2).least == 0.5);
    CHECK(std::get<bool>(truth_parameter("part", "", true).fallback));
}
