// SPDX-License-Identifier: MIT
// Headings that are nearly the names of measures.

#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/framework/headings.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace {

using vermeil::detail::called_as_asked;

vermeil::Frame frame(const std::vector<std::string>& headings) {
    std::vector<vermeil::Column> columns;
    for (const auto& heading : headings) {
        columns.push_back(vermeil::text_column(heading, {heading}));
    }
    return {"m.csv", std::move(columns), 5};
}

} // namespace

TEST_CASE("a heading serves that differs in capitals, blanks, hyphens and underscores alone") {
    const auto called =
        called_as_asked(frame({"Provider ID ", "Well-led", "other"}), {"provider_id", "well_led"});
    CHECK(called.find("provider_id") != nullptr);
    CHECK(called.find("well_led") != nullptr);
    CHECK(called.find("other") != nullptr);
    CHECK(called.row_number(0) == 5);
}

TEST_CASE("a heading that is asked for to the letter is left alone") {
    const auto called = called_as_asked(frame({"Safe", "safe"}), {"safe"});
    CHECK(called.find("safe") == &called.columns()[1]);
    CHECK(called.find("Safe") == &called.columns()[0]);
    CHECK(called_as_asked(frame({"a b", "ab"}), {"ab", "a_b"}).find("a_b") != nullptr);
}

TEST_CASE("two headings that might serve are refused") {
    CHECK_THROWS_WITH(called_as_asked(frame({"Safe", "SAFE"}), {"safe"}),
                      "m.csv: the columns 'Safe' and 'SAFE' may both be 'safe'; rename one of them");
}

TEST_CASE("measures are asked for with what stands beside them") {
    const auto asked = vermeil::detail::asked_headings(vermeil::Framework(sample::rules()), "service");
    CHECK(asked.front() == "service");
    CHECK(std::find(asked.begin(), asked.end(), "dignity.count") != asked.end());
}
