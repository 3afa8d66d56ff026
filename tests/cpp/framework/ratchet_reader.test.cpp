// SPDX-License-Identifier: MIT
// What a file says about time: steady bands, thresholds that rise and where they stand in the text.

#include "catch.hpp"

#include <vermeil/framework/toml.hpp>

#include <string>

using namespace vermeil;

namespace {

Framework read(const std::string& more) {
    return parse_framework(R"(language = 1
id = "example"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "punctual"
weight = 1
scale = { linear = [[0.5, 0], [0.9, 100]] }
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Bronze"
)" + more,
                           "example.toml");
}

} // namespace

TEST_CASE("a framework says how long a band stands, and which moves wait") {
    CHECK_FALSE(read("").rules().steady);
    const auto rules = read("[steady]\nquarters = 3\nmoves = \"down\"\n").rules();
    REQUIRE(rules.steady);
    CHECK(rules.steady->quarters == 3);
    CHECK(rules.steady->moves == Moves::down);
}

TEST_CASE("a ratchet knows its threshold and where the file says it") {
    const auto rules = read("[[ratchet]]\nband = \"Gold\"\nshare = 0.75\nquarters = 4\nstep = 2\nend = 90\n"
                            "[[ratchet]]\nmeasure = \"punctual\"\ntarget = 0.9\nshare = 1\nquarters = 1\n"
                            "step = 0.01\n")
                           .rules();
    REQUIRE(rules.ratchets.size() == 2);
    const auto& cut = rules.ratchets[0];
    CHECK(cut.band == "Gold");
    CHECK(cut.target == 80);
    REQUIRE(cut.targets.size() == 1);
    CHECK(cut.targets[0].line == 12);
    CHECK(cut.targets[0].column == 12);
    CHECK(cut.end == 90);
    const auto& value = rules.ratchets[1];
    CHECK(value.measure == "punctual");
    CHECK(value.target == 0.9);
    REQUIRE(value.targets.size() == 2); // on the scale, and in the ratchet itself
    CHECK(value.targets[0].line == 9);
    CHECK(value.targets[0].column == 32);
    CHECK(value.targets[1].line == 23);
    CHECK_FALSE(value.end);
}
