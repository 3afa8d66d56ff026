// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_edition.hpp>

using namespace small;

namespace {

std::string overlap(const Rules& other) { return detail::overlap(rules(), other); }

} // namespace

TEST_CASE("a sound edition has nothing to be found, and a bare one three things") {
    CHECK(found(detail::lint_edition, rules()).empty());
    auto bare = rules();
    bare.edition.published_on = Date(2024, 5, 1);
    bare.edition.contracts.clear();
    bare.edition.approved_by.clear();
    const auto findings = found(detail::lint_edition, bare);
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].what == "published on 2024-05-01, yet it applies from 2024-04-01");
    CHECK(findings[2].severity() == Severity::note);
}

TEST_CASE("an edition that begins later, or rates others, does not overlap") {
    auto later = rules();
    later.edition.edition = "2";
    later.edition.effective_from = Date(2025, 4, 1);
    CHECK(overlap(later).empty());
    auto others = rules();
    others.edition.edition = "2";
    others.edition.contracts = {"day-care"};
    CHECK(overlap(others).empty());
}

TEST_CASE("one name, one day, one quarter and one contract are overlaps") {
    CHECK(overlap(rules()) == "both are edition '1' of 'small'");
    auto other = rules();
    other.edition.edition = "2";
    CHECK(overlap(other) == "both are effective from 2024-04-01 for 'home-care'");
    other.edition.effective_from = Date(2024, 3, 1);
    CHECK(overlap(other) == "both apply first in 2024-25 Q1 to 'home-care'");
    other.edition.id = "another";
    CHECK(overlap(other) == "both rate 'home-care' from 2024-25 Q1, each by rules of its own");
    other.higher_is = Face::worse;
    CHECK(overlap(other).empty());
}

TEST_CASE("an edition that names no contract rates them all") {
    auto other = rules();
    other.edition.edition = "2";
    other.edition.contracts.clear();
    CHECK(overlap(other) == "both are effective from 2024-04-01 for 'home-care'");
}
