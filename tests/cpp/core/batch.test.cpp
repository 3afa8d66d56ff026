// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/core/batch.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace vermeil;

namespace {
const std::vector<std::string_view> x{"x"};

BatchColumn only_column(Column column) {
    column.name = "x";
    return batches_of(Frame("t", {std::move(column)}), x).parts.front().columns.front();
}
std::vector<std::int64_t> whole(const BatchColumn& column) {
    const auto values = std::get<std::span<const std::int64_t>>(column.data);
    return {values.begin(), values.end()};
}
} // namespace

TEST_CASE("valid rows are read as bytes from any bit on, as they are one by one") {
    const std::string has = "1011001110001111010110010111";
    for (const std::size_t offset : {0U, 1U, 3U, 8U, 13U}) {
        const auto column =
            visits::numbers<std::int32_t>("x", std::vector<std::int32_t>(has.size()), has, offset);
        for (std::size_t first = 0; first <= has.size(); ++first) {
            std::vector<std::uint8_t> valid(has.size() - first, 9);
            column.read_valid(first, valid.size(), valid.data());
            for (std::size_t row = 0; row < valid.size(); ++row) {
                CHECK(valid[row] == (has[first + row] == '1' ? 1 : 0));
                CHECK(column.has(first + row) == (valid[row] == 1));
            }
        }
    }
}

TEST_CASE("without a bitmap every row has a value; with one of zeros none has") {
    std::vector<std::uint8_t> valid(3, 9);
    visits::numbers<std::int32_t>("x", {1, 2, 3}).read_valid(0, 3, valid.data());
    CHECK(valid == std::vector<std::uint8_t>{1, 1, 1});
    CHECK(visits::numbers<std::int32_t>("x", {1, 2}, "01").has_any(2));
    CHECK_FALSE(visits::numbers<std::int32_t>("x", {1, 2}, "01").has_any(1));
    CHECK_FALSE(visits::numbers<std::int32_t>("x", {1, 2}, "00").has_any(2));
}

TEST_CASE("a frame becomes one batch of the named columns, numbered as the frame's rows are") {
    const Frame frame("t",
                      {number_column("x", std::vector<std::int64_t>{4, 5}), text_column("y", {"a", "b"})}, 7);
    const auto table = batches_of(frame, x);
    CHECK(table.source == "t");
    REQUIRE(table.parts.size() == 1);
    CHECK(table.parts[0].first_row == 7);
    CHECK(table.parts[0].rows == 2);
    CHECK(table.parts[0].columns.size() == 1);
    CHECK(table.parts[0].find("y") == nullptr);
    CHECK(whole(*table.parts[0].find("x")) == std::vector<std::int64_t>{4, 5});
}

TEST_CASE("doubles that are whole become whole numbers, as ids beside nulls come as doubles") {
    auto column = number_column("x", std::vector<double>{3, std::numeric_limits<double>::quiet_NaN(), -2});
    static const std::uint8_t first_and_third = 0b101;
    column.valid = &first_and_third;
    CHECK(whole(only_column(column)) == std::vector<std::int64_t>{3, 0, -2});
    CHECK_FALSE(only_column(column).has(1));
}

TEST_CASE("doubles with a fraction, not a number, or beyond what doubles count stay as they are") {
    for (const double other : {0.5, std::numeric_limits<double>::quiet_NaN(), 9'007'199'254'740'992.0,
                               std::numeric_limits<double>::infinity()}) {
        const auto column = only_column(number_column("x", std::vector<double>{3, other}));
        CHECK(column.as<std::span<const double>>() != nullptr);
    }
}

TEST_CASE("counts become whole numbers, and the bitmap beside them lives as long") {
    auto bits = std::make_shared<std::vector<std::uint8_t>>(1, std::uint8_t{0b01});
    const std::weak_ptr<std::vector<std::uint8_t>> alive = bits;
    auto counts = number_column("x", std::vector<std::uint32_t>{4'000'000'000U, 1});
    counts.valid = bits->data();
    counts.owner = std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
        bits, counts.owner);
    bits.reset();
    const auto column = only_column(std::move(counts));
    CHECK_FALSE(alive.expired());
    CHECK(whole(column) == std::vector<std::int64_t>{4'000'000'000, 1});
    CHECK(column.has(0));
    CHECK_FALSE(column.has(1));
}

TEST_CASE("a column of days is refused by table and name") {
    static const std::int32_t day = 1;
    const Frame frame("t", {Column{"x", Days{{&day, 1}}}});
    CHECK_THROWS_WITH(batches_of(frame, x),
                      "t: column 'x' holds days; a moment is wanted, with the time of day");
}
