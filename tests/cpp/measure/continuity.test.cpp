// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/continuity.hpp>

#include <vector>

using namespace vermeil;

namespace {
// Two people: four visits by one worker, and two visits by two.
const std::vector<Contacts> two{
    {.contacts = 4, .workers = 1, .most = 4, .visits = 4, .same = 3, .recent = 1, .squares = 16},
    {.contacts = 2, .workers = 2, .most = 1, .visits = 2, .same = 0, .squares = 2}};
} // namespace

TEST_CASE("each person counts once in a mean, each contact once in a weighted one") {
    const auto of = continuity(two, {.sequence = true});
    CHECK(of.people == 2);
    CHECK(of.contacts == 6);
    CHECK(of.workers == IndexMean{1.5, (4.0 + 2 * 2.0) / 6, 2});
    CHECK(of.upc == IndexMean{0.75, (4 + 2 * 0.5) / 6, 2});
    CHECK(of.coc == IndexMean{0.5, 4.0 / 6, 2});
    CHECK(of.secon == IndexMean{0.5, 4.0 / 6, 2});
}

TEST_CASE("people with fewer contacts than asked for are counted, and left out of the indices") {
    const auto of = continuity(two, {.sequence = true, .least_contacts = 3});
    CHECK(of.people == 2);
    CHECK(of.workers.people == 2);
    CHECK(of.coc == IndexMean{1, 1, 1});
    CHECK(of.secon == IndexMean{1, 1, 1});
}

TEST_CASE("the sequence counts nobody unless it is asked for, recent workers only who met some") {
    CHECK(continuity(two, {}).secon == IndexMean{});
    CHECK(continuity(two, {.sequence = true}).recent == IndexMean{1, 1, 1});
}

TEST_CASE("one visit by two workers has contacts enough for an index and no sequence") {
    const std::vector<Contacts> pair{{.contacts = 2, .workers = 2, .most = 1, .visits = 1, .squares = 2}};
    CHECK(continuity(pair, {.sequence = true}).coc == IndexMean{0, 0, 1});
    CHECK(continuity(pair, {.sequence = true}).secon == IndexMean{});
}

TEST_CASE(
    "new workers weigh by the contacts from the moment on, of those of whom enough is known before it") {
    const std::vector<Contacts> people{{.contacts = 5, .since = 3, .firsts = 3},
                                       {.contacts = 12, .since = 1, .firsts = 0},
                                       {.contacts = 4, .since = 3, .firsts = 3},
                                       {.contacts = 4}};
    const ContinuityRule rule{.sequence = true, .new_from = 0};
    CHECK(continuity(people, rule).fresh == IndexMean{0.5, 0.75, 2});
    CHECK(continuity(people, {.sequence = true}).fresh == IndexMean{});
}

TEST_CASE("nobody's continuity is nothing") { CHECK(continuity({}, {.sequence = true}) == Continuity{}); }
