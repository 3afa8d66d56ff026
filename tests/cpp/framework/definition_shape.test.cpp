// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/definition_shape.hpp>

#include <string>
#include <string_view>

using namespace vermeil;

namespace {
void check(const std::string& text) {
    detail::DefinitionShape shape;
    Place place{"file", 1, 1};
    for (std::size_t i = 0; i < text.size(); ++i) {
        shape.follow(std::string_view(text).substr(i), place);
        place.line += text[i] == '\n' ? 1U : 0U;
        place.column = text[i] == '\n' ? 1 : place.column + 1;
    }
}
void refuses(const std::string& text, const std::string& message) { CHECK_THROWS_WITH(check(text), message); }
std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}
} // namespace

TEST_CASE("brackets and dotted keys end at 16 levels") {
    CHECK_NOTHROW(check("a = " + repeated("[", 16) + repeated("]", 16)));
    refuses("a = " + repeated("[", 17), "file:1:21: brackets or keys nested more than 16 levels deep");
    CHECK_NOTHROW(check("a" + repeated(".a", 15) + " = 1"));
    refuses("a" + repeated(".a", 16) + " = 1", "file:1:32: brackets or keys nested more than 16 levels deep");
    CHECK_NOTHROW(check(repeated("a = [[0.25, 1.5], [0.5, 2.5]]\n", 40)));
}

TEST_CASE("what stands in a string or a comment is no bracket and no key") {
    const auto brackets = repeated("[", 40);
    CHECK_NOTHROW(check("a = \"" + brackets + "\""));
    CHECK_NOTHROW(check("a = '" + brackets + "'"));
    CHECK_NOTHROW(check("a = '''\n'" + brackets + "'''"));
    CHECK_NOTHROW(check("a = \"\"\"\n\"\\\"\"\"" + brackets + "\"\"\""));
    CHECK_NOTHROW(check("a = \"\\\"" + brackets + "\""));
    CHECK_NOTHROW(check("# " + brackets + repeated(".", 40)));
    CHECK_THROWS_AS(check("a = \"\"\"x\"\"\"" + brackets), DefinitionError);
    CHECK_THROWS_AS(check("a = '\\'" + brackets), DefinitionError);
    CHECK_THROWS_AS(check("# a\n" + brackets), DefinitionError);
}

TEST_CASE("a single digit after a day is no time") {
    CHECK_NOTHROW(check("a = 2024-04-01 04:00:00\n"));
    CHECK_NOTHROW(check("a = [1, 2, 3 ]\nb = 1 # 2\n"));
    const std::string message = "file:1:15: not TOML: a value and a single digit stand side by side";
    refuses("a = 2024-04-01 4\n", message);
    refuses("a = 2024-04-01 4 # x", message);
    refuses("a = 2024-01-or 2,", message);
    refuses("a = 2_024-04-01 4\n", "file:1:16: not TOML: a value and a single digit stand side by side");
}

TEST_CASE("a long string may end in quotes of its own") {
    CHECK_NOTHROW(check("a = [\"\"\"x\"\"\"\"\", 1]\n[b]"));
    CHECK_THROWS_AS(check("a = [\"\"\"x\"\"\"\", 1]\n[.b]"), DefinitionError);
}

TEST_CASE("the header of a table begins with a key") {
    for (const std::string header :
         {"[.a]", "[[[a]]]", "[ [a]]", "[[=", "[\xC3\xA9]", "[]", "[[ ]]", "  [.a]", "[\n"}) {
        CAPTURE(header);
        CHECK_THROWS_AS(check("# a comment\n" + header), DefinitionError);
    }
    refuses("a = 1\n[[.a]]", "file:2:3: not TOML: the name of a table begins with a letter from A to Z, a "
                             "digit, '_', '-' or a quote");
    for (const std::string header : {"[a]", "[[a]]", " [ \"a\" ]", "[['a']]", "[-]", "a = [\n[1], [.2]]"}) {
        CAPTURE(header);
        CHECK_NOTHROW(check(header));
    }
}

TEST_CASE("brackets close in the order in which they opened") {
    refuses("a = [1, }", "file:1:9: not TOML: '}' closes no bracket that is open");
    refuses("a = {b = 1]", "file:1:11: not TOML: ']' closes no bracket that is open");
    refuses("a = 1]", "file:1:6: not TOML: ']' closes no bracket that is open");
    CHECK_NOTHROW(check("a = [{b = [1]}, {c = '}'}] # }"));
}

TEST_CASE("letters beyond A to Z stand in quotes or comments alone") {
    CHECK_NOTHROW(check("a = \"\xC2\xA3\" # \xC2\xA3"));
    refuses("a = [\xE2\x80\xA8]",
            "file:1:6: not TOML: a letter that is not one of A to Z stands outside of quotes");
}

TEST_CASE("a time of day follows the T of a day, and keys may hold any T") {
    refuses("a = 2024-01-01Tnoon", "file:1:15: not TOML: a time of day must follow the T");
    refuses("a = [1, 2024-01-01t", "file:1:19: not TOML: a time of day must follow the T");
    CHECK_NOTHROW(check("part1to = 2024-01-01T09:00:00\nb1t = {c1t = 1, d1t = [2]}\n[e1t]\n"));
}
