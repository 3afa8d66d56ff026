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
    WordCoder coder;
    for (const auto& rows : {Words{"a", "bb", "a"}, Words{"", "bb"}, Words{"a"}}) {
        coder.add(column_of(rows));
    }
    CHECK(made::alive == 0);
    const auto column = std::move(coder).column("x");
    CHECK(cells(column) == Words{"a", "bb", "a", "-", "bb", "a"});
    CHECK(column.as<Coded>()->words.size() == 2);
}

TEST_CASE("a column of nulls, and one without rows, are coded") {
    WordCoder empty;
    CHECK(std::move(empty).column("x").size() == 0);
    WordCoder nulls;
    nulls.add(column_of({"", ""}));
    CHECK(cells(std::move(nulls).column("x")) == Words{"-", "-"});
}

TEST_CASE("nulls that come late, or before all words, stay where they are") {
    for (const auto& rows :
         {std::pair(Words{"a", "b"}, Words{"", "a"}), std::pair(Words{"", ""}, Words{"a", "b"})}) {
        WordCoder coder;
        coder.add(column_of(rows.first));
        coder.add(column_of(rows.second));
        auto shown = rows.first;
        shown.insert(shown.end(), rows.second.begin(), rows.second.end());
        for (auto& each : shown) {
            each = each.empty() ? "-" : each;
        }
        CHECK(cells(std::move(coder).column("x")) == shown);
    }
}

TEST_CASE("more different words than are coded become views, nulls and all, and their source is kept") {
    {
        WordCoder coder;
        Words all{"", "a"};
        for (std::size_t i = 0; i < WordCoder::most_words + 5; ++i) {
            all.push_back(std::to_string(i));
        }
        coder.add(column_of({"", "a"}));
        coder.add(column_of(Words(all.begin() + 2, all.end())));
        coder.add(column_of({"7", "", "z"}));
        all.insert(all.end(), {"7", "", "z"});
        for (auto& each : all) {
            each = each.empty() ? "-" : each;
        }
        const auto column = std::move(coder).column("x");
        CHECK(column.as<Coded>() == nullptr);
        CHECK(cells(column) == all);
    }
    CHECK(made::alive == 0);
}
