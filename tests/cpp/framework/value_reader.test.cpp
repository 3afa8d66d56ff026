// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/value_reader.hpp>

#include <array>
#include <limits>
#include <string_view>

using namespace vermeil;
using detail::ValueReader;

namespace {
const std::array<std::string_view, 2> words{"higher", "lower"};
} // namespace

TEST_CASE("a value of the right kind is read") {
    CHECK(ValueReader(sample::text(""), "'title'").text().empty());
    CHECK(ValueReader(sample::text("a"), "'id'").words() == "a");
    CHECK(ValueReader(sample::node(true), "'live'").truth());
    CHECK(ValueReader(sample::node(Date(2024, 4, 1)), "'from'").date() == Date(2024, 4, 1));
    CHECK(ValueReader(sample::whole(4), "'weight'").number() == 4);
    CHECK(ValueReader(sample::node(0.5), "'weight'").number() == 0.5);
    CHECK(ValueReader(sample::whole(40), "'quarters'").whole(1, 40) == 40U);
    CHECK(ValueReader(sample::node(1.0), "'share'").number(0, 1) == 1);
    CHECK(ValueReader(sample::texts({"a", "b"}), "'items'").texts() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a value of another kind is refused where it stands, with what is needed") {
    const auto four = sample::text("four");
    const ValueReader reader(four, "'x'");
    CHECK_THROWS_WITH(reader.number(), "file:2:8: 'x' is the text 'four'; it must be a number");
    CHECK_THROWS_WITH(reader.whole(0, 9),
                      "file:2:8: 'x' is the text 'four'; it must be a whole number from 0 to 9");
    CHECK_THROWS_WITH(reader.truth(), "file:2:8: 'x' is the text 'four'; it must be true or false");
    CHECK_THROWS_WITH(reader.date(),
                      "file:2:8: 'x' is the text 'four'; it must be a date, written without quotes "
                      "as 2011-10-01");
    CHECK_THROWS_WITH(reader.list(),
                      "file:2:8: 'x' is the text 'four'; it must be a list in square brackets");
    CHECK_THROWS_WITH(reader.texts(), "file:2:8: 'x' is the text 'four'; it must be a list of texts");
    const auto number = sample::whole(4);
    CHECK_THROWS_WITH(ValueReader(number, "'x'").text(), "file:2:8: 'x' is 4; it must be a text in quotes");
}

TEST_CASE("a number is finite, within its ends, and whole where that is asked") {
    const auto refuses = [](const sample::Node& node) {
        CHECK_THROWS_AS(ValueReader(node, "'x'").number(), DefinitionError);
    };
    refuses(sample::node(std::numeric_limits<double>::quiet_NaN()));
    refuses(sample::node(-std::numeric_limits<double>::infinity()));
    const auto over = sample::node(1.5);
    CHECK_THROWS_WITH(ValueReader(over, "'x'").number(0, 1),
                      "file:2:8: 'x' is 1.5; it must be a number from 0 to 1");
    CHECK_THROWS_WITH(ValueReader(over, "'x'").whole(0, 9),
                      "file:2:8: 'x' is 1.5; it must be a whole number from 0 to 9");
    for (const std::int64_t outside : {std::int64_t{-1}, std::int64_t{10}, std::int64_t{4294967296}}) {
        const auto node = sample::whole(outside);
        CHECK_THROWS_AS(ValueReader(node, "'x'").whole(0, 9), DefinitionError);
    }
}

TEST_CASE("an entry of a list is named as one, however deep it stands") {
    const auto list = sample::list({sample::list({sample::text("a")})});
    const auto inner = ValueReader(list, "'steps'").list().at(0).list().at(0);
    CHECK_THROWS_WITH(inner.number(), "file:2:8: an entry of 'steps' is the text 'a'; it must be a number");
    const auto empty = sample::texts({""});
    CHECK_THROWS_WITH(
        ValueReader(empty, "'items'").texts(),
        "file:2:8: an entry of 'items' is an empty text; it must be a text in quotes that is not empty");
}

TEST_CASE("a word is found in its list, or the nearest is named") {
    const auto lower = sample::text("lower");
    CHECK(ValueReader(lower, "'direction'").position_in(words) == 1U);
    const auto slip = sample::text("lowr");
    CHECK_THROWS_WITH(ValueReader(slip, "'direction'").position_in(words),
                      "file:2:8: 'direction' is 'lowr'; allowed: 'higher' or 'lower'; did you mean 'lower'?");
    const auto capital = sample::text("Lower");
    CHECK_THROWS_AS(ValueReader(capital, "'direction'").position_in(words), DefinitionError);
    const auto any = [](std::string_view, std::string_view) { return true; };
    CHECK(ValueReader(capital, "'direction'").position_in(words, any) == 0U);
}
