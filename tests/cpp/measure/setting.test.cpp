// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/measure/setting.hpp>

using namespace vermeil;

TEST_CASE("a setting is told in words") {
    CHECK(to_string(Setting(10.5)) == "10.5");
    CHECK(to_string(Setting(true)) == "yes");
    CHECK(to_string(Setting(std::string("met"))) == "met");
    CHECK(to_string(Setting(std::vector<std::string>{"agree", "strongly agree"})) == "agree; strongly agree");
}

TEST_CASE("of the words of a parameter the first holds where nothing is set") {
    const auto word = word_parameter("count", "which changes", {"net", "up"});
    CHECK(std::get<std::string>(word.fallback) == "net");
    CHECK(word.allowed.size() == 2);
    CHECK(whole_parameter("days", "", 28, 1, 90).most == 90);
    CHECK(number_parameter("per", "", 1, 0.5, 2).least == 0.5);
    CHECK(std::get<bool>(truth_parameter("part", "", true).fallback));
}
