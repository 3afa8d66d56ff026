// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

using namespace vermeil;
using namespace vermeil::detail;

namespace {
using Limits = std::numeric_limits<std::int64_t>;

/// The whole seconds from one moment to another, each in its units.
std::int32_t between(std::int64_t from, std::int64_t from_units, std::int64_t to, std::int64_t to_units) {
    const std::vector<std::uint8_t> marks(1);
    VisitLog log;
    log.parts.push_back({{}, {}, {}, {}, marks});
    BlockOf<std::int32_t> seconds{};
    VisitBlock(log, 0, 0, 1).read_between({{&from, 1}, from_units}, {{&to, 1}, to_units}, seconds);
    return seconds[0];
}
} // namespace

TEST_CASE("division rounds towards the past, for negative numbers too") {
    CHECK(floored<1'000>(1'999) == 1);
    CHECK(floored<1'000>(-1) == -1);
    CHECK(floored<1'000>(-1'000) == -1);
    CHECK(floored<1'000>(-1'001) == -2);
    CHECK(floored<1'000'000'000>(Limits::min()) == -9'223'372'037);
    CHECK(floored<1'000'000'000>(Limits::max()) == 9'223'372'036);
}

TEST_CASE("seconds between two moments are the same in every unit and in mixed ones") {
    const std::int64_t all[] = {1, 1'000, 1'000'000, 1'000'000'000};
    for (const auto from_units : all) {
        for (const auto to_units : all) {
            for (const std::int64_t late : {-90'000, -1, 0, 1, 59, 90'000}) {
                CHECK(between(visits::morning * from_units, from_units, (visits::morning + late) * to_units,
                              to_units) == late);
            }
        }
    }
}

TEST_CASE("a fraction of a second is left out towards the past, be the units the same or not") {
    // 0.7 s to 1.2 s, and back.
    CHECK(between(700, 1'000, 1'200, 1'000) == 0);
    CHECK(between(700, 1'000, 1'200'000, 1'000'000) == 0);
    CHECK(between(700'000'000, 1'000'000'000, 1'200, 1'000) == 0);
    CHECK(between(1'200, 1'000, 700, 1'000) == -1);
    CHECK(between(1'200, 1'000, 700'000, 1'000'000) == -1);
    CHECK(between(1, 1, 999'999'999, 1'000'000'000) == -1);
}

TEST_CASE("moments further apart than 32 bits of seconds tell are as far apart as these do") {
    constexpr std::int64_t first = 820'454'400, last = 4'291'747'199;
    CHECK(between(first, 1, last, 1) == std::numeric_limits<std::int32_t>::max());
    CHECK(between(last * 1'000, 1'000, first, 1) == std::numeric_limits<std::int32_t>::min());
}

TEST_CASE("blocks cover the rows that are asked for, over the parts and in their order") {
    std::vector<visits::Row> rows(9'001);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row].planned += static_cast<std::int64_t>(row);
    }
    const auto log = read_visits(visits::table_of(rows, {.actual_units = 1'000, .batches = 3}));
    for (const auto& [begin, end] : {std::pair<std::size_t, std::size_t>{0, 9'001}, {2'999, 6'002}, {5, 5}}) {
        std::vector<std::uint32_t> starts;
        each_block(log, begin, end, [&](const VisitBlock& block) {
            CHECK(block.rows() > 0);
            BlockOf<std::uint32_t> seconds;
            block.read_starts(seconds);
            starts.insert(starts.end(), seconds.begin(),
                          seconds.begin() + static_cast<std::ptrdiff_t>(block.rows()));
        });
        REQUIRE(starts.size() == end - begin);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            REQUIRE(starts[i] == visits::morning + static_cast<std::int64_t>(begin + i));
        }
    }
}
