// SPDX-License-Identifier: MIT
// Words that stand where there is no value: read in their order, with their reasons and places.

#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/framework/absent_words_reader.hpp>

#include <string>
#include <utility>

namespace {

using vermeil::detail::read_absent_words;
using vermeil::detail::ValueReader;

sample::Node table(const std::string& reason) {
    sample::Node::Table entries;
    entries.push_back({"Not Rated", {"file", 3, 1}, sample::node(std::string("not_yet_inspected"))});
    entries.push_back({"c", {"file", 4, 1}, sample::node(reason)});
    return sample::node(std::move(entries));
}

} // namespace

TEST_CASE("each word has its reason and its place") {
    const auto node = table("suppressed");
    const auto words = read_absent_words(ValueReader(node, "absent_words"));
    REQUIRE(words.size() == 2);
    CHECK(words[0].word == "Not Rated");
    CHECK(words[0].state == vermeil::State::not_yet_inspected);
    CHECK(words[1].state == vermeil::State::suppressed);
    CHECK(words[1].place.line == 4);
}

TEST_CASE("a value that is present is no reason") {
    const auto node = table("present");
    CHECK_THROWS_WITH(read_absent_words(ValueReader(node, "absent_words")),
                      "file:2:8: 'c' in [absent_words] is 'present'; allowed: 'not_submitted', 'too_few', "
                      "'not_applicable', 'not_yet_live', 'not_yet_inspected', 'suppressed' or 'unknown'");
}
