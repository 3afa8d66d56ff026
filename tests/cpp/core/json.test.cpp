// SPDX-License-Identifier: MIT
// JSON as it is written.

#include "catch.hpp"

#include <vermeil/core/json.hpp>

#include <limits>
#include <vector>

TEST_CASE("a JSON text escapes quotes, backslashes and control characters, and leaves other bytes alone") {
    CHECK(vermeil::json_text("a \"b\" \\ \n\x01 é") == "\"a \\\"b\\\" \\\\ \\u000a\\u0001 é\"");
}

TEST_CASE("a JSON number reads back as the same, and what is not finite is null") {
    CHECK(vermeil::json_number(0.1) == "0.1");
    CHECK(vermeil::json_number(54.54545454545454) == "54.54545454545454");
    CHECK(vermeil::json_number(std::numeric_limits<double>::infinity()) == "null");
    CHECK(vermeil::json_number(std::numeric_limits<double>::quiet_NaN()) == "null");
}

TEST_CASE("an object keeps the order of its keys") {
    vermeil::JsonObject object;
    object.text("b", "x").number("a", 2).truth("c", false).null("d").raw("e", "[1]");
    CHECK(object.str() == R"({"b": "x", "a": 2, "c": false, "d": null, "e": [1]})");
    CHECK(vermeil::JsonObject().str() == "{}");
}

TEST_CASE("a list puts commas between its values alone") {
    const std::vector<double> numbers{1, 2.5};
    CHECK(vermeil::json_list(numbers, vermeil::json_number) == "[1, 2.5]");
    CHECK(vermeil::json_list(std::vector<double>{}, vermeil::json_number) == "[]");
}
