// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/moment_column.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;
using vermeil::detail::MomentCell;
using vermeil::detail::MomentColumn;

namespace {
using Cells = std::vector<MomentCell>;

Batches table_of(BatchColumn column, std::size_t rows) { return {"t", {{{std::move(column)}, rows, 0}}}; }

struct Read {
    Cells cells;
    std::vector<std::int64_t> seconds;
    bool all;
};
Read read(const Batches& table, std::size_t threads = 1) {
    const MomentColumn column(table, "x", threads);
    const auto moments = column.moments(0);
    Read made{Cells(table.parts[0].rows), {}, false};
    made.all = column.cells(0, 0, made.cells.size(), made.cells.data());
    for (const auto value : moments.values) {
        made.seconds.push_back(value / moments.units_per_second);
    }
    return made;
}
constexpr auto noon = visits::morning + 4 * 3600;
using Limits = std::numeric_limits<std::int64_t>;
} // namespace

TEST_CASE("moments of UTC are looked at where they lie") {
    const auto table = table_of(visits::moments("x", {noon, noon + 1}), 2);
    const MomentColumn column(table, "x", 1);
    CHECK(column.moments(0).values.data() == std::get<Moments>(table.parts[0].columns[0].data).values.data());
    CHECK(read(table).all);
    CHECK(read(table).cells == Cells{MomentCell::read, MomentCell::read});
}

TEST_CASE("the years 1996 to 2105 are known in every unit, and nothing beside them, to the ends of 64 bits") {
    for (const std::int64_t units : {1, 1'000, 1'000'000, 1'000'000'000}) {
        const auto first = 820'454'400 * units;
        const auto last = 4'291'747'200 * units;
        for (const auto& [value, cell] :
             std::vector<std::pair<std::int64_t, MomentCell>>{{first, MomentCell::read},
                                                              {first - 1, MomentCell::unknown},
                                                              {last - 1, MomentCell::read},
                                                              {last, MomentCell::unknown},
                                                              {0, MomentCell::unknown},
                                                              {Limits::min(), MomentCell::unknown},
                                                              {Limits::min() + first, MomentCell::unknown},
                                                              {Limits::max(), MomentCell::unknown}}) {
            const auto made = read(table_of(visits::moments("x", {first, value}, units), 2));
            CHECK(made.cells[0] == MomentCell::read);
            CHECK(made.cells[1] == cell);
            CHECK(made.all == (cell == MomentCell::read));
        }
    }
}

TEST_CASE("what lies beneath a null is missing, whatever it is, and leaves the others as they are") {
    const auto made = read(table_of(visits::moments("x", {Limits::min(), noon, 0, noon}, 1, "0101"), 4));
    CHECK(made.cells == Cells{MomentCell::missing, MomentCell::read, MomentCell::missing, MomentCell::read});
    CHECK_FALSE(made.all);
    CHECK(read(table_of(visits::moments("x", {noon, noon}, 1, "01"), 2)).cells ==
          Cells{MomentCell::missing, MomentCell::read});
}

TEST_CASE("local moments become UTC, and both nights of changing clocks are told") {
    const std::int64_t spring = 1'711'846'800; // 2024-03-31 01:00
    const std::int64_t autumn = 1'729'990'800; // 2024-10-27 01:00
    for (const std::int64_t units : {1, 1'000'000}) {
        std::vector<std::int64_t> shown{noon, spring, autumn, autumn + 3'600, 0};
        for (auto& each : shown) {
            each *= units;
        }
        const auto made = read(table_of(visits::moments("x", shown, units, "", true), 5), 2);
        CHECK(made.cells == Cells{MomentCell::read, MomentCell::skipped, MomentCell::repeated,
                                  MomentCell::read, MomentCell::unknown});
        CHECK(made.seconds[0] == noon - 3'600);
        CHECK(made.seconds[2] == autumn - 3'600);
        CHECK(made.seconds[3] == autumn + 3'600);
    }
}

TEST_CASE("texts are read with their offset, else as London's, and blank ones are missing") {
    const auto made = read(table_of(visits::texts("x",
                                                  {"2024-07-01 12:00", " 2024-07-01T12:00:00Z ", "noon", "  ",
                                                   "", "2024-07-01 12:00", "2024-03-31 01:30",
                                                   "1990-07-01 12:00Z", "2200-01-01 12:00Z"},
                                                  "111110111"),
                                    9),
                           3);
    CHECK(made.cells == Cells{MomentCell::read, MomentCell::read, MomentCell::unreadable, MomentCell::missing,
                              MomentCell::missing, MomentCell::missing, MomentCell::skipped,
                              MomentCell::unknown, MomentCell::unknown});
    CHECK(made.seconds[0] == noon - 3'600);
    CHECK(made.seconds[1] == noon);
}

TEST_CASE("a column of nulls alone is missing in every row, whatever its type; other numbers are refused") {
    CHECK(read(table_of(visits::numbers<std::int64_t>("x", {0, 0}, "00"), 2)).cells ==
          Cells{MomentCell::missing, MomentCell::missing});
    CHECK_THROWS_WITH(read(table_of(visits::numbers<std::int64_t>("x", {0, 0}, "01"), 2)),
                      "t: column 'x' holds no moments; write them as 2024-10-27 01:30, or give timestamps");
}

TEST_CASE("a column that is not there is missing in every row") {
    Cells cells(2);
    CHECK_FALSE(MomentColumn().cells(0, 0, 2, cells.data()));
    CHECK(cells == Cells{MomentCell::missing, MomentCell::missing});
    CHECK_FALSE(MomentColumn().is_there());
}
