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
