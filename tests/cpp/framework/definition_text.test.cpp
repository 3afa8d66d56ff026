// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/definition_text.hpp>

#include <string>

using namespace vermeil;

namespace {
void check(const std::string& text) { detail::DefinitionText(text, "file").check(); }
void refuses(const std::string& text, const std::string& message) { CHECK_THROWS_WITH(check(text), message); }
} // namespace

TEST_CASE("UTF-8 is let through, with or without a byte order mark") {
    CHECK_NOTHROW(check(""));
    CHECK_NOTHROW(check("\xEF\xBB\xBFid = \"\xC2\xA3 \xE2\x82\xAC \xF0\x9F\x8F\x85\"\r\n"));
}

TEST_CASE("a byte that is not UTF-8 is named with its line and column in characters") {
    refuses("a = 1\nb = \"\xC2\xA3\xE9\"", "file:2:7: byte 0xE9 is not UTF-8; save the file as UTF-8");
    refuses("\xFF\xFE", "file:1:1: byte 0xFF is not UTF-8; save the file as UTF-8");
    refuses("\xC2", "file:1:1: byte 0xC2 is not UTF-8; save the file as UTF-8");
}

TEST_CASE("writings that UTF-8 forbids are no UTF-8: overlong, surrogate, beyond the last character") {
    for (const std::string bytes :
         {"\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\x80", "\xE2\x82"}) {
        CHECK_THROWS_AS(check(bytes), DefinitionError);
    }
    for (const std::string bytes :
         {"\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        CHECK_NOTHROW(check("#" + bytes));
    }
}

TEST_CASE("a text longer than a megabyte is refused") {
    CHECK_NOTHROW(check(std::string(1'000'000, ' ')));
    refuses(std::string(1'000'001, ' '), "file: larger than 1000000 bytes, which no framework needs");
}

TEST_CASE("a file that cannot be read says so") {
    CHECK_THROWS_WITH(detail::read_definition_text("nowhere/rules.toml"),
                      "nowhere/rules.toml: cannot be read: No such file or directory");
    CHECK_THROWS_WITH(detail::read_definition_text("/"), "/: cannot be read: Is a directory");
}
