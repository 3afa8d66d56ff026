// SPDX-License-Identifier: MIT

#include "../catch.hpp"

#include <vermeil/evidence/shared_cells.hpp>

#include <cstdint>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

std::vector<RecordValue> row(std::uint32_t count, const std::string& word) {
    return {word,     count, 0.5, Date(2024, 10, 1), true, Quarter::financial(2024, 3), std::monostate{},
            Refused{}};
}

} // namespace

TEST_CASE("rows that say the same share their cells, wherever they stand; others do not") {
    detail::SharedCells shared;
    const auto first = shared.of(row(1, "a"));
    const auto other = shared.of(row(2, "a"));
    const auto again = shared.of(row(1, "a"));
    CHECK(again.shares(first));
    CHECK_FALSE(other.shares(first));
    CHECK_FALSE(shared.of(row(1, "b")).shares(first));
    CHECK(first == RecordCells(row(1, "a")));
    CHECK(other == RecordCells(row(2, "a")));
}

TEST_CASE("where more rows differ than are known, each says what it said") {
    detail::SharedCells shared;
    for (std::uint32_t i = 0; i < detail::SharedCells::most_known + 10; ++i) {
        REQUIRE(std::get<std::uint32_t>(shared.of(row(i, "a"))[1]) == i);
    }
    const auto late = shared.of(row(detail::SharedCells::most_known + 5, "a"));
    CHECK_FALSE(shared.of(row(detail::SharedCells::most_known + 6, "a")).shares(late));
    CHECK(shared.of(row(3, "a")).shares(shared.of(row(3, "a"))));
}
