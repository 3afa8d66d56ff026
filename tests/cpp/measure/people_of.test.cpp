// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/people_of.hpp>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

using vermeil::detail::PeopleOf;

namespace {
using Row = std::pair<std::uint32_t, int>;
using Groups = std::vector<std::pair<std::uint32_t, std::vector<int>>>;

Groups groups(PeopleOf<Row, int>& people, const std::vector<Row>& rows) {
    Groups made;
    people.each(
        std::span(rows), [](const Row& row) { return row.first; }, [](const Row& row) { return row.second; },
        [&](std::uint32_t person, std::span<const int> records) {
            made.emplace_back(person, std::vector<int>(records.begin(), records.end()));
        });
    return made;
}
} // namespace

TEST_CASE("rows are put beside each other by person, in the order in which people and their rows are met") {
    PeopleOf<Row, int> people(5);
    CHECK(groups(people, {{4, 1}, {0, 2}, {4, 3}, {2, 4}, {0, 5}, {4, 6}}) ==
          Groups{{4, {1, 3, 6}}, {0, {2, 5}}, {2, {4}}});
}

TEST_CASE("services follow each other with the same memory, and nothing of one is left in the next") {
    PeopleOf<Row, int> people(3);
    CHECK(groups(people, {{2, 1}, {1, 2}}) == Groups{{2, {1}}, {1, {2}}});
    CHECK(groups(people, {}) == Groups{});
    CHECK(groups(people, {{1, 3}}) == Groups{{1, {3}}});
    CHECK(groups(people, {{0, 4}, {1, 5}, {2, 6}, {0, 7}}) == Groups{{0, {4, 7}}, {1, {5}}, {2, {6}}});
}
