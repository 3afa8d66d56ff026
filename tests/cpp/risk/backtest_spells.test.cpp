// SPDX-License-Identifier: MIT
// The days on which an outcome stands.

#include "catch.hpp"

#include <vermeil/risk/backtest_spells.hpp>

#include <optional>

using vermeil::Date;
using vermeil::OutcomeSpells;

namespace {
const Date may(2024, 5, 1);
const Date june(2024, 6, 1);
const Date july(2024, 7, 1);
const Date august(2024, 8, 1);
} // namespace

TEST_CASE("an outcome stands from its day until the day on which it stands no longer") {
    const OutcomeSpells spells({{june, july}});
    CHECK_FALSE(spells.stands_on(may));
    CHECK(spells.stands_on(june));
    CHECK_FALSE(spells.stands_on(july));
    CHECK(spells.next_after(may) == june);
    CHECK(spells.next_after(june) == std::nullopt);
}

TEST_CASE("spells that overlap or touch are one, and only its first day is an event") {
    const OutcomeSpells spells({{june, august}, {may, june}, {july, std::nullopt}});
    REQUIRE(spells.all().size() == 1);
    CHECK(spells.all()[0] == OutcomeSpells::Spell{may, std::nullopt});
    CHECK(spells.next_after(may) == std::nullopt);
}

TEST_CASE("after a spell that ended the outcome may come anew") {
    const OutcomeSpells spells({{july, std::nullopt}, {may, june}});
    CHECK(spells.all().size() == 2);
    CHECK(spells.next_after(may) == july);
    CHECK_FALSE(spells.stands_on(june));
}

TEST_CASE("while one outcome stands another is no new event") {
    const auto both = OutcomeSpells({{may, std::nullopt}}).with(OutcomeSpells({{june, july}}));
    CHECK(both == OutcomeSpells({{may, std::nullopt}}));
    CHECK(OutcomeSpells().with(OutcomeSpells({{june, july}})) == OutcomeSpells({{june, july}}));
}

TEST_CASE("a spell that ends by the day it begins is none") {
    CHECK(OutcomeSpells({{june, june}, {july, may}}).all().empty());
    CHECK(OutcomeSpells().next_after(may) == std::nullopt);
}
