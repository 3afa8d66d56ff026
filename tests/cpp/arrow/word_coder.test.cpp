// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "read.hpp"

#include <vermeil/arrow/word_coder.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using vermeil::Coded;
using vermeil::Column;
using vermeil::detail::WordCoder;
using Words = std::vector<std::string>;

namespace {

/// Words of which those that are empty are null.
Column column_of(const Words& words) {
    std::string bits;
    for (const auto& word : words) {
        bits += word.empty() ? '0' : '1';
    }
    std::string all;
    std::vector<std::int32_t> offsets{0};
    for (const auto& word : words) {
        all += word;
        offsets.push_back(static_cast<std::int32_t>(all.size()));
    }
    const auto bytes = std::vector<char>(all.begin(), all.end());
    return read_column("u", made::array(static_cast<std::int64_t>(words.size()),
                                        {made::bits(bits), made::buffer(offsets), made::buffer(bytes)}));
}

} // namespace

TEST_CASE("words are known by their places, whoever brought them and is gone") {
    WordCoder coder(6);
    for (const auto& rows : {Words{"a", "bb", "a"}, Words{"", "bb"}, Words{"a"}}) {
        REQUIRE(coder.add(column_of(rows)));
    }
    CHECK(made::alive == 0);
    const auto column = std::move(coder).column("x");
    CHECK(cells(column) == Words{"a", "bb", "a", "-", "bb", "a"});
    CHECK(column.as<Coded>()->words.size() == 2);
}

TEST_CASE("a column of nulls, and one without rows, are coded") {
    WordCoder empty(0);
    CHECK(std::move(empty).column("x").size() == 0);
    WordCoder nulls(2);
    REQUIRE(nulls.add(column_of({"", ""})));
    CHECK(cells(std::move(nulls).column("x")) == Words{"-", "-"});
}

TEST_CASE("nulls that come late, or before all words, stay where they are") {
    for (const auto& rows :
         {std::pair(Words{"a", "b"}, Words{"", "a"}), std::pair(Words{"", ""}, Words{"a", "b"})}) {
        WordCoder coder(4);
        REQUIRE(coder.add(column_of(rows.first)));
        REQUIRE(coder.add(column_of(rows.second)));
        auto shown = rows.first;
        shown.insert(shown.end(), rows.second.begin(), rows.second.end());
        for (auto& each : shown) {
            each = each.empty() ? "-" : each;
        }
        CHECK(cells(std::move(coder).column("x")) == shown);
    }
}

TEST_CASE("more different words than are coded are refused, so that they stay views") {
    WordCoder coder(WordCoder::most_words + 1);
    Words many;
    for (std::size_t i = 0; i < WordCoder::most_words; ++i) {
        many.push_back(std::to_string(i + 1));
    }
    REQUIRE(coder.add(column_of(many)));
    CHECK(coder.add(column_of({"1", "2"})));
    CHECK_FALSE(coder.add(column_of({"one more"})));
}
