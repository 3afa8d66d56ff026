// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"
#include "read.hpp"

#include <vermeil/arrow/held.hpp>

#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

using vermeil::Column;
using vermeil::detail::joined_parts;
using vermeil::detail::masked;

namespace {
/// A column of doubles whose owner the test can watch.
Column watched(std::vector<double> values, std::weak_ptr<const void>& watcher) {
    auto column = vermeil::number_column("x", std::move(values));
    watcher = column.owner;
    return column;
}
} // namespace

TEST_CASE("one column alone is passed on without a copy") {
    const auto column = vermeil::number_column<double>("x", {1, 2});
    const auto result = joined_parts({column});
    CHECK(result.as<std::span<const double>>()->data() == column.as<std::span<const double>>()->data());
    CHECK(result.owner == column.owner);
}

TEST_CASE("columns are joined end to end, and their old memory is let go") {
    std::weak_ptr<const void> first;
    std::weak_ptr<const void> second;
    std::vector<Column> parts{watched({1, 2}, first), watched({3}, second)};
    const auto result = joined_parts(std::move(parts));
    CHECK(cells(result) == Cells{"1.000000", "2.000000", "3.000000"});
    CHECK(result.valid == nullptr);
    parts.clear();
    CHECK(first.expired());
    CHECK(second.expired());
}

TEST_CASE("joined bitmaps keep each null at its row, where only one part has any") {
    auto first = vermeil::number_column<std::uint8_t>("x", {1, 2, 3});
    auto second = vermeil::number_column<std::uint8_t>("x", {4, 5, 6});
    const auto bits = made::bits("11101");
    second.valid = bits->data();
    second.valid_offset = 2;
    CHECK(cells(joined_parts({first, second})) == Cells{"1", "2", "3", "4", "-", "6"});
    CHECK(cells(joined_parts({second, first})) == Cells{"4", "-", "6", "1", "2", "3"});
}

TEST_CASE("joined words keep the memory that they look at") {
    std::vector<Column> parts{vermeil::text_column("x", {"home care"}),
                              vermeil::text_column("x", {"day service"})};
    const auto result = joined_parts(std::move(parts));
    parts.clear();
    CHECK(cells(result) == Cells{"home care", "day service"});
}

TEST_CASE("days are joined as days") {
    const std::vector<std::int32_t> days{1, 2};
    const Column part{"x", vermeil::Days{days}, nullptr, 0, nullptr};
    CHECK(cells(joined_parts({part, part})) == Cells{"day 1", "day 2", "day 1", "day 2"});
}

TEST_CASE("masking makes rows null and keeps the values' memory") {
    std::weak_ptr<const void> owner;
    const auto bits = made::bits("101");
    auto result = masked(watched({1, 2, 3}, owner), {bits->data(), 0});
    CHECK(cells(result) == Cells{"1.000000", "-", "3.000000"});
    CHECK_FALSE(owner.expired());
    result = vermeil::number_column<double>("y", {});
    CHECK(owner.expired());
}
