// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/evidence/visit_rejects.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace vermeil;

namespace {
Batches without(Batches table, std::string_view name) {
    for (auto& part : table.parts) {
        std::erase_if(part.columns, [name](const auto& column) { return column.name == name; });
    }
    return table;
}

/// A log in which much is wrong.
std::vector<visits::Row> dirty(std::uint32_t seed) {
    std::mt19937 draw(seed);
    const std::vector<std::string> words{"delivered", "missed", "frustrated",         "DELIVERED ",
                                         "perhaps",   "",       "cancelled_by_person"};
    std::vector<visits::Row> rows(draw() % 300);
    for (auto& row : rows) {
        row.status = words[draw() % words.size()];
        row.planned += static_cast<std::int64_t>(draw() % 1'000);
        row.lasts = static_cast<std::int64_t>(draw() % 4) * 50'000 - 50'000;
        row.late = draw() % 4 == 0
                       ? std::nullopt
                       : std::optional<std::int64_t>(static_cast<std::int64_t>(draw() % 400'000) - 200'000);
        row.stays = draw() % 4 == 0
                        ? std::nullopt
                        : std::optional<std::int64_t>(static_cast<std::int64_t>(draw() % 100'000) - 5'000);
    }
    return rows;
}
} // namespace

TEST_CASE("rows that are kept, doubtful and left out add up to those that are read, over dirty logs") {
    std::size_t kept = 0, doubtful = 0, left_out = 0;
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const auto rows = dirty(seed);
        const auto log =
            read_visits(visits::table_of(rows, {.batches = 1 + seed % 3}), VisitChecks::rows, 1 + seed % 2);
        const auto counts = rows_of(log);
        REQUIRE(counts.read == rows.size());
        REQUIRE(counts.kept + counts.doubtful + counts.left_out == rows.size());
        std::vector<std::uint64_t> told;
        for (const auto& fault : log.faults) {
            if (log.is_left_out(fault.row) && !fault.kept) {
                told.push_back(fault.row);
            }
        }
        REQUIRE(told.size() == counts.left_out); // each has one reason
        REQUIRE(std::adjacent_find(told.begin(), told.end()) == told.end());
        kept += counts.kept, doubtful += counts.doubtful, left_out += counts.left_out;
    }
    CHECK(kept > 1'000);
    CHECK(doubtful > 500);
    CHECK(left_out > 1'000);
}

TEST_CASE("a column that must be there is asked for by name") {
    for (const auto* name : {"service", "person", "worker", "planned_start", "planned_end", "status"}) {
        CHECK_THROWS_WITH(read_visits(without(visits::table_of({{}}), name)),
                          Catch::Matchers::StartsWith("log: no column '" + std::string(name) +
                                                      "'; of the columns of visits it has '"));
    }
    for (const auto* name : {"actual_start", "actual_end", "logged", "edited", "time_critical"}) {
        CHECK(rows_of(read_visits(without(visits::table_of({{}}), name))).kept == 1);
    }
}

TEST_CASE("a column that only some batches have is missed in the others") {
    auto table = visits::table_of({{}, {}}, {.batches = 2});
    std::erase_if(table.parts[1].columns, [](const auto& column) { return column.name == "edited"; });
    CHECK_THROWS_WITH(read_visits(table), "log: no column 'edited'");
}

TEST_CASE("columns that are not looked at may be missing, and say nothing") {
    const auto fields =
        visit_field_bit(detail::visit_field::service) | visit_field_bit(detail::visit_field::status);
    Batches table{
        "log",
        {{{visits::texts("service", {"a", ""}), visits::texts("status", {"missed", "missed"})}, 2, 2}}};
    const auto log = read_visits(table, VisitChecks::needed, 1, fields);
    CHECK(rows_of(log).left_out == 1);
    CHECK(log.person.size() == 0);
    CHECK_THROWS_WITH(read_visits(table, VisitChecks::rows, 1, fields),
                      "rows of visits can be checked only where all columns are looked at");
}

TEST_CASE("a log of no batches and one of empty batches have no rows") {
    CHECK(read_visits(Batches{"log", {}}, VisitChecks::rows, 2).rows() == 0);
    CHECK(read_visits(visits::table_of({}, {.batches = 2}), VisitChecks::rows, 2).rows() == 0);
}

TEST_CASE("services that lie far apart do not cost the memory of the numbers between them") {
    std::vector<visits::Row> rows(40'000);
    rows[1].service = 100'003;
    CHECK(read_visits(visits::table_of(rows, {visits::Ids::whole32})).service.size() == 2);
}
