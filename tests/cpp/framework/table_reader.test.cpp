// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/table_reader.hpp>

#include <array>
#include <string_view>

using namespace vermeil;
using detail::TableReader;

namespace {
constexpr std::array<std::string_view, 2> effects{"cap", "set"};
} // namespace

TEST_CASE("a key that nobody asked for is refused; the keys asked for are the keys allowed") {
    const auto table = sample::table({sample::key("wieght", sample::whole(4))});
    TableReader reader(table, "[[measure]]");
    CHECK_FALSE(reader.find("weight").has_value());
    CHECK(reader.text("label").empty());
    CHECK(reader.text("label").empty());
    CHECK_THROWS_WITH(reader.finish(),
                      "file:2:1: unknown key 'wieght' in [[measure]]; allowed: 'weight' or 'label'; "
                      "did you mean 'weight'?");
}

TEST_CASE("an unknown key is told before a key that is needed and not there") {
    const auto table = sample::table({sample::key("nmae", sample::text("Gold"))});
    TableReader reader(table, "[[band]]");
    CHECK(reader.needed_text("name").empty());
    CHECK_THROWS_WITH(reader.finish(), Catch::Contains("did you mean 'name'?"));
}

TEST_CASE("the first needed key that is not there is told at the table, with its reason") {
    const auto table = sample::table({});
    TableReader reader(table, "[[measure]]");
    CHECK_FALSE(reader.need("scale", ": an event has none").has_value());
    CHECK_FALSE(reader.need("id").has_value());
    CHECK_THROWS_WITH(reader.finish(), "file:1:1: [[measure]] needs the key 'scale': an event has none");
}

TEST_CASE("a table that has been read whole is let through") {
    const auto table =
        sample::table({sample::key("id", sample::text("a")), sample::key("cap", sample::text("b")),
                       sample::key("items", sample::texts({"c"})), sample::key("is", sample::text("d"))});
    TableReader reader(table, "[[x]]");
    CHECK(reader.needed_text("id") == "a");
    CHECK(reader.needed_key_of(effects) == "cap");
    CHECK(reader.texts("items") == std::vector<std::string>{"c"});
    CHECK(reader.texts("others").empty());
    CHECK(reader.choice("is", std::array<std::string_view, 2>{"c", "d"}, 7) == 1);
    CHECK(reader.choice("was", std::array<std::string_view, 2>{"c", "d"}, 7) == 7);
    CHECK_NOTHROW(reader.finish());
}

TEST_CASE("of keys that exclude each other a table has one") {
    const auto both =
        sample::table({sample::key("cap", sample::text("a")), sample::key("set", sample::text("b"))});
    CHECK_THROWS_WITH(TableReader(both, "[[limiter]]").key_of(effects),
                      "file:2:1: [[limiter]] has both 'cap' and 'set'; it takes one of 'cap' or 'set'");
    const auto none = sample::table({sample::key("because", sample::text("a"))});
    CHECK(TableReader(none, "[[limiter]]").key_of(effects).empty());
    CHECK_THROWS_WITH(TableReader(none, "[[limiter]]").needed_key_of(effects),
                      "file:2:1: [[limiter]] has 'because' and needs one of the keys 'cap' or 'set'");
    const auto slip = sample::table({sample::key("caps", sample::text("a"))});
    CHECK_THROWS_WITH(
        TableReader(slip, "[[limiter]]").needed_key_of(effects),
        "file:2:1: unknown key 'caps' in [[limiter]]; allowed: 'cap' or 'set'; did you mean 'cap'?");
}

TEST_CASE("a list of tables is told from one table and from other lists") {
    const auto one = sample::table({sample::key("band", sample::table({}))});
    CHECK_THROWS_WITH(
        TableReader(one, "the framework").tables("band", "[[band]]"),
        "file:1:1: 'band' in the framework is a table; it must be a list of tables: begin each with "
        "[[band]]");
    const auto words = sample::table({sample::key("band", sample::texts({"Gold"}))});
    CHECK_THROWS_WITH(TableReader(words, "the framework").tables("band", "[[band]]"),
                      "file:2:8: [[band]] is the text 'Gold'; it must be a table");
    const auto two =
        sample::table({sample::key("band", sample::list({sample::table({}), sample::table({})}))});
    CHECK(TableReader(two, "the framework").tables("band", "[[band]]").size() == 2);
}
