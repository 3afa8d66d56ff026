// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/visit_doubles.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/counted_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace vermeil;

namespace {

/// The rows of service 1, read and searched for rows that stand twice.
CountedRows rows_of(const std::vector<visits::Row>& rows, const visits::Form& form = {}) {
    auto log = read_visits(visits::table_of(rows, form));
    check_duplicates(log);
    return detail::counted_rows(log, 1).at(0);
}

/// Rows of which each differs from the first in one thing.
std::vector<visits::Row> different_rows() {
    std::vector<visits::Row> rows(9);
    rows[1].person = 2;
    rows[2].worker = 2;
    rows[3].planned += 60;
    rows[4].lasts += 60;
    rows[5].late = 1;
    rows[6].stays = 1801;
    rows[7].electronic = true;
    rows[8].status = "missed";
    return rows;
}

} // namespace

TEST_CASE("rows that differ in anything that is compared are different, whatever else they share") {
    const auto rows = different_rows();
    const auto counted = rows_of(rows);
    CHECK(counted.rows().size() == rows.size());
    for (const auto& row : rows) {
        auto more = counted;
        CHECK_THROWS_WITH(more.merge(rows_of({row})),
                          Catch::Matchers::Contains("the same row of a log of visits stands in two parts"));
    }
    CountedRows sum;
    for (const auto& row : rows) {
        sum.merge(rows_of({row}));
    }
    CHECK(sum == counted);
}

TEST_CASE("a row is the same whatever else its log holds, in whatever order and units") {
    const auto rows = different_rows();
    const std::vector<visits::Row> turned(rows.rbegin(), rows.rend());
    for (const auto ids : {visits::Ids::text, visits::Ids::whole64, visits::Ids::far_apart}) {
        CHECK(rows_of(turned, {ids, 1'000, 1'000'000, 3}) == rows_of(rows, {ids}));
    }
    CHECK(rows_of(rows, {visits::Ids::dictionary}) == rows_of(rows));
}

TEST_CASE("a row that stands twice in one log is one row, and one that is left out none") {
    CHECK(rows_of({{}, {}}) == rows_of({{}}));
    visits::Row backwards;
    backwards.lasts = -60;
    CHECK(rows_of({{}, backwards}) == rows_of({{}}));
}

TEST_CASE("of a log that nobody searched for rows that stand twice no row is known") {
    const auto log = read_visits(visits::table_of({{}, {}}));
    CHECK(detail::counted_rows(log, 1).at(0) == CountedRows{});
}

TEST_CASE("a row has the same bits on every machine") {
    CHECK(rows_of({{}}).rows() == std::vector<std::uint64_t>{0x893661b57c48fb4});
    CHECK(rows_of({{}}, {visits::Ids::whole32}).rows() == std::vector<std::uint64_t>{0x2c1d5a49e099d668});
}
