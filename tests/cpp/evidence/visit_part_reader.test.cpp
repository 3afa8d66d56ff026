// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_part_reader.hpp>
#include <vermeil/evidence/visit_reader.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {
constexpr std::int64_t hour = 3'600;

/// One doubt of one row as a text.
std::string shown(const VisitFault& fault) {
    return std::to_string(fault.row) + " " + visits_schema().fields[fault.field].name + ": " +
           to_string(fault.doubt) + (fault.kept ? "; kept" : "");
}
std::vector<std::string> doubts(const Batches& table, VisitChecks checks = VisitChecks::rows) {
    std::vector<std::string> all;
    for (const auto& fault : read_visits(table, checks).faults) {
        all.push_back(shown(fault));
    }
    return all;
}
std::vector<std::string> doubts(const visits::Row& row, const visits::Form& form = {}) {
    return doubts(visits::table_of({row}, form));
}
using Doubts = std::vector<std::string>;

const visits::Form forms[] = {{},
                              {visits::Ids::whole32, 1'000'000, 1'000'000},
                              {visits::Ids::text, 1, 1'000},
                              {visits::Ids::text, 1'000'000'000, 1}};
} // namespace

TEST_CASE("an end before its start in the hour that comes twice was in the second of them") {
    const auto night = [](const std::string& start, const std::string& end) {
        auto table = visits::table_of({{}});
        for (const auto* which : {"planned", "actual"}) {
            table =
                visits::with(table, visits::texts(std::string(which) + "_start", {"2024-10-27 " + start}));
            table = visits::with(table, visits::texts(std::string(which) + "_end", {"2024-10-27 " + end}));
        }
        return read_visits(table);
    };
    const auto crossed = night("01:50", "01:10");
    const auto doubt_of = [&](std::size_t at) { return shown(crossed.faults.at(at)); };
    REQUIRE(crossed.faults.size() == 4);
    CHECK(doubt_of(0).starts_with("0 planned_start: an hour that London's clock showed twice"));
    CHECK(doubt_of(1) ==
          "0 planned_end: an hour that London's clock showed twice, as summer time ended; taken as the "
          "second, for the first lies before the start; kept");
    CHECK(doubt_of(3).starts_with("0 actual_end: an hour that London's clock showed twice"));
    CHECK(crossed.faults.at(3).doubt == VisitDoubt::second_hour);
    CHECK_FALSE(crossed.is_left_out(0));
    CHECK(crossed.parts[0].actual_end.values[0] - crossed.parts[0].actual_start.values[0] == 20 * 60);
    CHECK(crossed.parts[0].planned_end.values[0] - crossed.parts[0].planned_start.values[0] == 20 * 60);
    const auto first = night("01:10", "01:50"); // both readings of the end are in order: the first stands
    CHECK(first.parts[0].actual_end.values[0] - first.parts[0].actual_start.values[0] == 40 * 60);
    CHECK(night("00:50", "00:10").is_left_out(0));
}

TEST_CASE("a plain row is kept without a doubt") {
    for (const auto& form : forms) {
        CHECK(doubts(visits::Row{}, form).empty());
    }
}

TEST_CASE("a planned visit ends after it begins and within 24 hours, to the second") {
    for (const auto& form : forms) {
        for (const auto& [lasts, doubt] :
             {std::pair{0L, "0 planned_end: does not lie after the start"},
              {-1L, "0 planned_end: does not lie after the start"},
              {24 * hour + 1, "0 planned_end: lies more than 24 hours after the start"}}) {
            visits::Row row;
            row.lasts = lasts;
            CHECK(doubts(row, form) == Doubts{doubt});
        }
        visits::Row row;
        row.lasts = 24 * hour;
        CHECK(doubts(row, form).empty());
        row.lasts = 1;
        CHECK(doubts(row, form).empty());
    }
}

TEST_CASE("an actual visit may end as it begins, and no earlier; longer than a day is none") {
    for (const auto& form : forms) {
        visits::Row row;
        row.stays = -1;
        CHECK(doubts(row, form) == Doubts{"0 actual_end: does not lie after the start"});
        row.stays = 24 * hour + 1;
        CHECK(doubts(row, form) == Doubts{"0 actual_end: lies more than 24 hours after the start"});
        row.stays = 0;
        CHECK(doubts(row, form).empty());
        row.late = std::nullopt;
        CHECK(doubts(row, form).empty());
    }
}

TEST_CASE("a start more than a day from the plan is doubtful and kept") {
    for (const auto& form : forms) {
        for (const auto late : {24 * hour + 1, -24 * hour - 1}) {
            visits::Row row;
            row.late = late;
            CHECK(doubts(row, form) ==
                  Doubts{"0 actual_start: lies more than 24 hours from the planned start; kept"});
        }
        visits::Row row;
        row.late = -24 * hour;
        CHECK(doubts(row, form).empty());
    }
}

TEST_CASE("a visit that is said not to be made, and was, is doubtful and kept; a frustrated one was") {
    for (const auto* status : {"missed", "cancelled_by_person", "cancelled_by_provider"}) {
        visits::Row row;
        row.status = status;
        CHECK(doubts(row) ==
              Doubts{"0 status: somebody came, and the visit is said not to be delivered; kept"});
        row.late = row.stays = std::nullopt;
        CHECK(doubts(row).empty());
    }
    visits::Row row;
    row.status = "frustrated";
    CHECK(doubts(row).empty());
}

TEST_CASE("without the checks of what a row says, nothing is doubted that can be read") {
    visits::Row row;
    row.lasts = -1;
    row.stays = -1;
    CHECK(doubts(visits::table_of({row}), VisitChecks::needed).empty());
}

TEST_CASE("an id must be there, that of a worker only where somebody came") {
    for (const auto* name : {"service", "person", "worker"}) {
        const auto log = visits::table_of({{}, {.status = "missed", .late = {}, .stays = {}}, {}});
        const std::string end = std::string(" ") + name + ": empty, and this column must be filled";
        const bool is_worker = std::string(name) == "worker";
        for (const auto& column :
             {visits::texts(name, {" ", "", "a"}), visits::texts(name, {"a", "b", "c"}, "001"),
              visits::coded(name, {1, 0, 1}, {"", "a"}, "011"),
              visits::numbers<std::int64_t>(name, {std::int64_t{1} << 60, -9, 4}, "001")}) {
            CHECK(doubts(visits::with(log, column)) ==
                  (is_worker ? Doubts{"0" + end} : Doubts{"0" + end, "1" + end}));
        }
    }
}

TEST_CASE("a row has one doubt that leaves it out, and all for which it is kept") {
    const auto table = visits::with(visits::table_of({{}, {}}), visits::texts("status", {"", "perhaps"}));
    CHECK(doubts(visits::with(table, visits::texts("person", {"", ""}))) ==
          Doubts{"0 status: empty, and this column must be filled",
                 "1 status: not one of the words that this column takes"});
    const std::string autumn = "2024-10-27 01:15";
    auto twice = visits::with(visits::table_of({{}}), visits::texts("planned_start", {autumn}));
    twice = visits::with(twice, visits::texts("planned_end", {"2024-10-27 01:45"}));
    twice = visits::with(twice, visits::texts("actual_start", {autumn}));
    twice = visits::with(twice, visits::texts("actual_end", {""}));
    const std::string kept =
        ": an hour that London's clock showed twice, as summer time ended; taken as the first; kept";
    CHECK(doubts(twice) == Doubts{"0 planned_start" + kept, "0 planned_end" + kept, "0 actual_start" + kept});
}

TEST_CASE("moments that cannot be read leave their row out, each for its own reason") {
    for (const auto& [text, doubt] :
         {std::pair{"noon", "not a moment; write it as 2024-10-27 08:30"},
          {"2024-03-31 01:30", "an hour that London's clock skipped; summer time began that night"},
          {"1990-01-01 08:00", "lies outside the years 1996 to 2105"}}) {
        for (const auto* name : {"planned_start", "planned_end", "actual_start", "actual_end"}) {
            CHECK(doubts(visits::with(visits::table_of({{}}), visits::texts(name, {text}))) ==
                  Doubts{std::string("0 ") + name + ": " + doubt});
        }
    }
    CHECK(doubts(visits::with(visits::table_of({{}}), visits::texts("planned_end", {""}))) ==
          Doubts{"0 planned_end: empty, and this column must be filled"});
    CHECK(doubts(visits::with(visits::table_of({{}}), visits::texts("actual_start", {""}))).empty());
}

TEST_CASE("a word that is not allowed leaves its row out, an empty one says nothing") {
    for (const auto* name : {"logged", "edited", "time_critical"}) {
        CHECK(doubts(visits::with(visits::table_of({{}, {}}), visits::texts(name, {"perhaps", ""}))) ==
              Doubts{std::string("0 ") + name + ": not one of the words that this column takes"});
    }
}

TEST_CASE("doubts are told row by row, for any number of threads and batches, over many blocks") {
    std::vector<visits::Row> rows(7'000);
    for (std::size_t i = 0; i < rows.size(); i += 3) {
        rows[i].lasts = i % 2 == 0 ? -1 : 1800;
        rows[i].status = i % 5 == 0 ? "perhaps" : i % 7 == 0 ? "missed" : "delivered";
    }
    const auto expected = read_visits(visits::table_of(rows)).faults;
    CHECK(expected.size() > 1'000);
    CHECK(std::is_sorted(expected.begin(), expected.end(), [](auto& a, auto& b) { return a.row < b.row; }));
    for (const std::size_t threads : {1U, 2U, 3U}) {
        CHECK(read_visits(visits::table_of(rows, {.batches = 4}), VisitChecks::rows, threads).faults ==
              expected);
    }
}
