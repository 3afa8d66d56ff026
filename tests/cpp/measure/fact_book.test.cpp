// SPDX-License-Identifier: MIT
// Facts by owner, in the order of facts.

#include "catch.hpp"

#include <vermeil/measure/fact_book.hpp>

#include <algorithm>
#include <vector>

using namespace vermeil;

namespace {

Fact fact(std::int32_t from, std::uint32_t row) {
    Fact made;
    made.from = from;
    made.row = row;
    return made;
}

std::vector<std::uint32_t> rows(const FactBook& book, std::size_t owner) {
    std::vector<std::uint32_t> found;
    for (const auto& each : book.of(owner)) {
        found.push_back(each.row);
    }
    return found;
}

} // namespace

TEST_CASE("the facts of each owner stand in the order of facts, whatever their rows") {
    const FactBook book(3, {{2, fact(9, 0)}, {0, fact(5, 1)}, {2, fact(3, 2)}, {0, fact(7, 3)}});
    CHECK(rows(book, 0) == std::vector<std::uint32_t>{1, 3});
    CHECK(rows(book, 1).empty());
    CHECK(rows(book, 2) == std::vector<std::uint32_t>{2, 0});
    CHECK(book.owners() == 3);
}

TEST_CASE("many facts that are added at once stand beside those that were there") {
    FactBook book(2, {{0, fact(5, 0)}});
    book.add(0, fact(3, 1));
    book.add({{1, fact(4, 2)}, {0, fact(4, 3)}});
    CHECK(rows(book, 0) == std::vector<std::uint32_t>{1, 3, 0});
    CHECK(rows(book, 1) == std::vector<std::uint32_t>{2});
}

TEST_CASE("a fact that is added stands where it would have stood from the first") {
    FactBook book(2, {{0, fact(5, 0)}, {1, fact(4, 1)}});
    book.add(0, fact(3, 2));
    book.add(0, fact(9, 3));
    book.add(0, fact(4, 4));
    const FactBook whole(
        2, {{0, fact(5, 0)}, {1, fact(4, 1)}, {0, fact(3, 2)}, {0, fact(9, 3)}, {0, fact(4, 4)}});
    CHECK(rows(book, 0) == rows(whole, 0));
    CHECK(rows(book, 1) == rows(whole, 1));
}
