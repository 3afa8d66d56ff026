// SPDX-License-Identifier: MIT
// Texts as a source holds them.

#include "catch.hpp"

#include <vermeil/core/texts.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using vermeil::Texts;
using vermeil::detail::is_same_text;

TEST_CASE("texts are found by narrow offsets, wide offsets and views alike") {
    const std::int32_t narrow[] = {1, 3, 3, 4};
    const std::int64_t wide[] = {1, 3, 3, 4};
    const std::vector<std::string_view> views{"bc", "", "d"};
    for (const auto& texts : {Texts(narrow, "abcd", 3), Texts(wide, "abcd", 3), Texts(views)}) {
        REQUIRE(texts.size() == 3);
        for (std::size_t row = 0; row < 3; ++row) {
            CHECK(texts[row] == views[row]);
        }
    }
}

TEST_CASE("many texts are read without asking each time in which form they lie") {
    const std::int32_t narrow[] = {0, 1, 1, 3};
    const std::string_view views[] = {"a", "", "bc"};
    for (const auto& texts : {Texts(narrow, "abc", 3), Texts(views)}) {
        const auto read = texts.each([](const auto& text) {
            return std::vector<std::string_view>{text(0), text(1), text(2)};
        });
        CHECK(read == std::vector<std::string_view>{"a", "", "bc"});
    }
}

TEST_CASE("texts of any length are the same when each of their bytes is") {
    for (std::size_t length = 0; length < 40; ++length) {
        const std::string text(length, 'x');
        CHECK(is_same_text(text, std::string(text)));
        CHECK_FALSE(is_same_text(text, text + 'x'));
        for (std::size_t at = 0; at < length; ++at) {
            auto other = text;
            other[at] = 'y';
            CHECK_FALSE(is_same_text(text, other));
        }
    }
}
