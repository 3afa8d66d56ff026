// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/toml.hpp>
#include <vermeil/framework/weight_reader.hpp>

#include <string>

using namespace vermeil;

namespace {

Framework read(const std::string& more) {
    return parse_framework("language = 1\nid = \"x\"\nedition = \"1\"\npublished_on = 2024-01-01\n"
                           "effective_from = 2024-04-01\n" +
                               more + "\n[[band]]\nname = \"Any\"\n",
                           "x.toml");
}

} // namespace

TEST_CASE("a weight is a number, or a column that becomes a fact where no measure has its name") {
    const auto framework = read("[[group]]\nid = \"g\"\nweight = { column = \"a\" }\n"
                                "[[measure]]\nid = \"a\"\nweight = 3\nwithin = \"g\"\n"
                                "[[measure]]\nid = \"b\"\nweight = { column = \"beds\", otherwise = 2 }\n");
    const auto& rules = framework.rules();
    CHECK(rules.indicators[0].weight == 3.0);
    CHECK_FALSE(rules.indicators[1].weight);
    CHECK(rules.indicators[1].weighed_by->otherwise == 2.0);
    CHECK(rules.groups[0].weighed_by->measure == "a");
    REQUIRE(rules.facts.size() == 1);
    CHECK(rules.facts[0].id == "beds");
}

TEST_CASE("a fact that the file has is not made again") {
    const auto framework = read("[[measure]]\nid = \"b\"\nweight = { column = \"beds\" }\n[[fact]]\nid = "
                                "\"beds\"\nlabel = \"Beds\"\n");
    REQUIRE(framework.rules().facts.size() == 1);
    CHECK(framework.rules().facts[0].label == "Beds");
}
