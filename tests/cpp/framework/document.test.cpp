// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/document.hpp>

using namespace vermeil;
using detail::described;

TEST_CASE("a message says in words what stands in a file") {
    CHECK(described(sample::text("four")) == "the text 'four'");
    CHECK(described(sample::text("")) == "an empty text");
    CHECK(described(sample::whole(-4)) == "-4");
    CHECK(described(sample::node(0.25)) == "0.25");
    CHECK(described(sample::node(true)) == "true");
    CHECK(described(sample::node(Date(2024, 4, 1))) == "the date 2024-04-01");
    CHECK(described(sample::node(sample::Node::Other{"a time of day"})) == "a time of day");
    CHECK(described(sample::list({})) == "an empty list");
    CHECK(described(sample::texts({"a"})) == "a list");
    CHECK(described(sample::table({})) == "a table");
}

TEST_CASE("a value is found by its kind alone") {
    CHECK(sample::whole(4).as<std::int64_t>() != nullptr);
    CHECK(sample::whole(4).as<double>() == nullptr);
}
