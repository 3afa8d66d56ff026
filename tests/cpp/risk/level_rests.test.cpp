// SPDX-License-Identifier: MIT
// What a level rests on.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/level_rests.hpp>

#include <cstddef>
#include <string>

using namespace vermeil;

namespace {

/// The made-up rules with a text in the place of another, or at the end.
Framework with(const std::string& text, const std::string& in_place_of = "") {
    auto rules = early::rules;
    in_place_of.empty() ? rules.append(text)
                        : rules.replace(rules.find(in_place_of), in_place_of.size(), text);
    return parse_framework(rules, "early.toml");
}

const std::string asked = "when = { event = \"embargo\", open = true }";

} // namespace

TEST_CASE("what only a prompt asks about is no part of a level") {
    const auto framework = with(
        "[[fact]]\nid = \"people\"\nvalue = { standard = \"care_given\", over = \"given_people\" }\n"
        "[[prompt]]\nask = \"ask\"\nwhen = { measure = \"people\", at_least = 9 }\nbecause = \"large\"\n");
    const auto rests = level_rests(framework);
    CHECK_FALSE(rests.wanted[framework.position("people")]);
    CHECK(rests.wanted[framework.position("deaths")]);
    CHECK_FALSE(rests.any_day);
    CHECK(rests.falls);
}

TEST_CASE("a standard measure, an age or a value carried forward may change on any day") {
    const std::string rate =
        "[[measure]]\nid = \"people\"\nvalue = { standard = \"care_given\", over = \"given_people\" }\n"
        "scale = { linear = [[0, 0], [9, 9]] }\n";
    CHECK(level_rests(with(rate + "[[band]]\nname = \"Red\"", "[[band]]\nname = \"Red\"")).any_day);
    CHECK(level_rests(with("when = { measure = \"cqc\", of = \"age\", at_least = 900 }", asked)).any_day);
    CHECK(level_rests(with("not_yet_inspected = { policy = \"carry_forward\", days = 90 }",
                           "not_yet_inspected = \"leave_out\""))
              .any_day);
    CHECK_FALSE(level_rests(parse_framework(early::rules, "early.toml")).any_day);
}

TEST_CASE("facts that fade only help where points add up, rise, and nothing else looks at them") {
    CHECK(level_rests(parse_framework(early::rules, "early.toml")).falls);
    CHECK_FALSE(level_rests(with("when = { measure = \"decisions\", at_least = 2 }", asked)).falls);
    CHECK_FALSE(level_rests(with("[[0, 50], [10, 0]]", "[[0, 0], [10, 100]]")).falls);
    CHECK_FALSE(level_rests(with("aggregate = \"maximum\"", "aggregate = \"sum\"")).falls);
    CHECK(level_rests(with("aggregate = \"mean\"", "aggregate = \"sum\"")).falls);
}
