// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/id_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;
using vermeil::detail::read_ids;

namespace {
using Names = std::vector<std::string>;

Batches table_of(std::vector<std::pair<BatchColumn, std::size_t>> columns) {
    Batches table{"t", {}};
    for (auto& [column, rows] : columns) {
        table.parts.push_back({{std::move(column)}, rows, 0});
    }
    return table;
}

/// The ids of all rows of the column `x`, null rows as `-`.
Names names(const Batches& table, std::size_t threads = 1, std::size_t codes_per_row = 4) {
    const auto ids = read_ids(table, "x", threads, codes_per_row);
    Names read;
    for (std::size_t part = 0; part < table.parts.size(); ++part) {
        std::vector<std::uint32_t> codes(table.parts[part].rows);
        ids.read(part, 0, codes.size(), codes.data());
        for (std::size_t row = 0; row < codes.size(); ++row) {
            read.push_back(table.parts[part].columns[0].has(row) ? ids.name(codes[row]) : "-");
        }
    }
    return read;
}

using Limits = std::numeric_limits<std::int64_t>;
} // namespace

TEST_CASE("whole numbers are read as they are, close together or far apart, to the ends of 64 bits") {
    for (const auto& values : {std::vector<std::int64_t>{-3, 4, -3, 0},
                               {1, 1'000'000'000'000, 1, -5},
                               {Limits::min(), Limits::max(), 0, Limits::max()},
                               {Limits::max(), Limits::max() - 1, Limits::max(), Limits::max()}}) {
        Names expected;
        for (const auto value : values) {
            expected.push_back(std::to_string(value));
        }
        const auto table = table_of({{visits::numbers<std::int64_t>("x", values), values.size()}});
        CHECK(names(table) == expected);
        CHECK(names(table, 2, 0) == expected);
    }
}

TEST_CASE("what lies beneath a null neither widens the range nor becomes an id") {
    const auto table = table_of({{visits::numbers<std::int64_t>("x", {Limits::min(), 8, 9}, "011", 5), 3},
                                 {visits::numbers<std::int32_t>("x", {-1, -1}, "00"), 2}});
    CHECK(names(table) == Names{"-", "8", "9", "-", "-"});
    CHECK(read_ids(table, "x", 1).size() <= 65'536);
    CHECK(read_ids(table_of({{visits::numbers<std::int32_t>("x", {5}, "0"), 1}}), "x", 1).size() == 0);
}

TEST_CASE("numbers far apart get no more codes than there are, however few are asked for a row") {
    std::vector<std::int64_t> values;
    for (std::int64_t i = 0; i < 20'000; ++i) {
        values.push_back(i * 3);
    }
    values.push_back(70'000);
    const auto table = table_of({{visits::numbers<std::int64_t>("x", values), values.size()}});
    CHECK(read_ids(table, "x", 1, 4).size() == 70'001);
    CHECK(read_ids(table, "x", 1, 0).size() == values.size());
}

TEST_CASE("texts lose the blanks at their ends, and are one id wherever they stand") {
    const auto table = table_of(
        {{visits::texts("x", {"a ", "\tb", "a", "A"}), 4}, {visits::texts("x", {" b ", "c", ""}, "101"), 3}});
    for (const std::size_t threads : {1U, 2U, 5U}) {
        CHECK(names(table, threads) == Names{"a", "b", "a", "A", "b", "-", ""});
    }
}

TEST_CASE("each batch may have a dictionary of its own, or none, or one in which nothing stands") {
    const auto table = table_of({{visits::coded("x", {1, 0, 9}, {"a", "b "}, "110"), 3},
                                 {visits::coded("x", {0, 0}, {"b"}), 2},
                                 {visits::coded("x", {7}, {}, "0"), 1},
                                 {visits::texts("x", {"b", "c"}), 2}});
    CHECK(names(table) == Names{"b", "a", "-", "b", "b", "-", "b", "c"});
    CHECK(names(table, 2) == names(table));
}

TEST_CASE("many texts on several threads get the ids that they get on one") {
    std::vector<std::string> values;
    for (int i = 0; i < 5'000; ++i) {
        values.push_back("id " + std::to_string(i * 7919 % 1'301));
    }
    const auto table = table_of({{visits::texts("x", values), values.size()}});
    CHECK(names(table, 1) == values);
    CHECK(names(table, 3) == values);
    CHECK(read_ids(table, "x", 3).size() == 1'301);
}

TEST_CASE("a column that is missing, of another kind or of two kinds is refused by name") {
    CHECK_THROWS_WITH(read_ids(table_of({{visits::texts("y", {"a"}), 1}}), "x", 1), "t: no column 'x'");
    const std::string kinds =
        "t: column 'x' holds neither whole numbers nor texts in all its rows; ids are one or "
        "the other";
    CHECK_THROWS_WITH(read_ids(table_of({{visits::numbers<double>("x", {0.5}), 1}}), "x", 1), kinds);
    CHECK_THROWS_WITH(
        read_ids(table_of({{visits::numbers<std::int64_t>("x", {1}), 1}, {visits::texts("x", {"1"}), 1}}),
                 "x", 1),
        kinds);
}

TEST_CASE("a table of no batches has no ids") { CHECK(read_ids(Batches{"t", {}}, "x", 2).size() == 0); }
