// SPDX-License-Identifier: MIT
// Outcomes and watch lists in a file.

#include "catch.hpp"

#include <vermeil/framework/toml.hpp>

#include <string>

using namespace vermeil;

namespace {

/// The rules of a small scheme with some text at its end.
Rules read(const std::string& text) {
    return parse_framework(R"(language = 1
id = "small"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
higher_is = "worse"
aggregate = "sum"
[[rating_scale]]
id = "cqc"
words = ["Good", "Requires improvement", "Inadequate"]
[[measure]]
id = "cqc"
value = { rating = "cqc" }
scale = { words = { Good = 0, "Requires improvement" = 15, Inadequate = 40 } }
[[measure]]
id = "deaths"
value = { table = "deaths", days = 365 }
scale = { linear = [[0, 0], [5, 50]] }
[[band]]
name = "Red"
at_least = 50
[[band]]
name = "Green"
)" + text,
                           "small.toml")
        .rules();
}

} // namespace

TEST_CASE("each kind of outcome is read") {
    const auto rules =
        read("[[outcome]]\nrating = \"cqc\"\n[[outcome]]\nrating = \"cqc\"\nto = \"requires improvement\"\n"
             "[[outcome]]\nevent = \"contract_ended\"\n[[outcome]]\nexit = \"for cause\"\n"
             "[[outcome]]\nexit = \"business failure\"\n[[outcome]]\nclosure = true\n");
    REQUIRE(rules.outcomes.size() == 6);
    CHECK(rules.outcomes[0].rating == "cqc");
    CHECK(rules.outcomes[0].position == 3);
    CHECK(rules.outcomes[1].position == 2);
    CHECK(rules.outcomes[2].event == "contract_ended");
    CHECK(rules.outcomes[3].exit == exit_for_cause);
    CHECK(rules.outcomes[4].exit == "business failure");
    CHECK(rules.outcomes[5].closure);
    CHECK(rules.outcomes[1].place.line == 26);
}

TEST_CASE("what is no outcome is told with what is allowed") {
    CHECK_THROWS_WITH(read("[[outcome]]\nrating = \"cqc\"\nto = \"Good\"\n"),
                      Catch::Matchers::Contains("allowed: 'Requires improvement' or 'Inadequate'"));
    CHECK_THROWS_WITH(read("[[outcome]]\nexit = \"busines failure\"\n"),
                      Catch::Matchers::Contains("did you mean 'business failure'?"));
    CHECK_THROWS_WITH(read("[[outcome]]\nclosure = false\n"), Catch::Matchers::Contains("true"));
    CHECK_THROWS_WITH(read("[[outcome]]\nevents = \"x\"\n"),
                      Catch::Matchers::Contains("did you mean 'event'?"));
}

TEST_CASE("a watch list has keys, a capacity, or both") {
    const auto rules = read("[watch]\nkeys = [\"deaths\", \"cqc\"]\nvisits = 12\n");
    REQUIRE(rules.watch);
    CHECK(rules.watch->keys == std::vector<std::string>{"deaths", "cqc"});
    CHECK(rules.watch->visits == 12);
    CHECK(read("[watch]\nvisits = 3\n").watch->keys.empty());
    CHECK_FALSE(read("").watch);
    CHECK_THROWS_WITH(read("[watch]\nvisits = 0\n"), Catch::Matchers::Contains("a whole number from 1"));
    CHECK_THROWS_WITH(read("[watch]\nkeys = [\"death\"]\n"),
                      Catch::Matchers::Contains("did you mean 'deaths'?"));
    CHECK_THROWS_WITH(read("[watch]\nkeys = []\n"),
                      Catch::Matchers::Contains("a list of one or more measures"));
}
