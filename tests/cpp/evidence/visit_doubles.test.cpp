// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/visit_doubles.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/visit_measures.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace {

using visits::Row;

/// `row doubt` of each fault, in order.
std::vector<std::string> told(const vermeil::VisitLog& log) {
    std::vector<std::string> all;
    for (const auto& fault : log.faults) {
        all.push_back(std::to_string(fault.row) + " " + vermeil::to_string(fault.doubt));
    }
    std::sort(all.begin(), all.end());
    return all;
}

vermeil::VisitLog read(const std::vector<Row>& rows) { return vermeil::read_visits(visits::table_of(rows)); }

const std::string again = " the same row stands in the log already";
const std::string nearly =
    " the same worker is planned to start with the same person in another row, which differs";
const std::string elsewhere = " the worker is with another person at that time";
const std::string at_once =
    " the worker is with the same person at that time in another row, planned otherwise or of another "
    "service";
const std::string came =
    " another row says that a worker came to this visit; both are right only where two were to come";

} // namespace

TEST_CASE("a row that stands there twice counts once, one that differs is doubted and kept") {
    const Row one;
    auto later = one;
    later.late = 60;
    auto log = read({one, one, later, one});
    vermeil::check_duplicates(log);
    CHECK(told(log) == std::vector{"1" + again, "2" + nearly, "3" + again});
    CHECK(vermeil::measure_visits(log, {}).front().counts.delivered == 2);
}

TEST_CASE("what differs in service, person, worker or start is no duplicate") {
    const Row one;
    auto service = one, person = one, worker = one, start = one;
    service.service = 2;
    person.person = 2;
    worker.worker = 2;
    start.planned += 60;
    auto log = read({one, service, person, worker, start});
    vermeil::check_duplicates(log);
    CHECK(told(log).empty());
}

TEST_CASE("whatever the order of rows and the threads, the same measures remain") {
    std::mt19937 random(1);
    std::vector<Row> rows;
    for (int i = 0; i < 300; ++i) {
        Row row;
        row.person = static_cast<int>(random() % 5);
        row.worker = static_cast<int>(random() % 4);
        row.planned += static_cast<int>(random() % 6) * 3600;
        row.late = static_cast<int>(random() % 2) * 60;
        rows.push_back(row);
    }
    vermeil::VisitRules rules;
    rules.continuity = vermeil::ContinuityRule{true};
    const auto measured = [&](std::size_t threads) {
        auto log = read(rows);
        vermeil::check_duplicates(log, threads);
        return vermeil::measure_visits(log, rules);
    };
    const auto expected = measured(1);
    CHECK(expected.front().counts.delivered < 300);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(rows.begin(), rows.end(), random);
        CHECK(measured(static_cast<std::size_t>(1 + i % 3)) == expected);
    }
}

TEST_CASE(
    "a worker in two places at once is doubted, and twice with one person; one after the other is not") {
    Row first, other, after, same;
    other.person = 2;
    other.planned += 600; // while the first goes on, to 1800
    after.person = 3;
    after.planned += 2700; // just when the last of the others ends
    same.planned += 900;
    auto log = read({first, other, after, same});
    vermeil::check_places(log);
    CHECK(told(log) == std::vector{"1" + elsewhere, "3" + elsewhere});
    auto alone = read({first, same, after});
    vermeil::check_places(alone);
    CHECK(told(alone) == std::vector{"1" + at_once});
}

TEST_CASE("one visit under two services or planned a minute apart is doubted; what differs otherwise is told "
          "once") {
    const Row one;
    auto service = one, minute = one, differs = one;
    service.service = 2;
    minute.planned += 60;
    minute.late = -60;
    differs.edited = true;
    for (const auto& other : {service, minute}) {
        auto log = read({one, other});
        vermeil::check_duplicates(log);
        vermeil::check_places(log);
        CHECK(told(log) == std::vector{"1" + at_once});
    }
    auto log = read({one, differs});
    vermeil::check_duplicates(log);
    vermeil::check_places(log);
    CHECK(told(log) == std::vector{"1" + nearly});
}

TEST_CASE("a visit of nobody that was missed or cancelled, though another row says that somebody came, is "
          "doubted") {
    Row one, missed, cancelled, frustrated, second;
    missed.status = second.status = "missed";
    cancelled.status = "cancelled_by_person";
    frustrated.status = "frustrated";
    for (auto* row : {&missed, &cancelled, &frustrated, &second}) {
        row->late = row->stays = std::nullopt;
    }
    auto alone = missed;
    alone.planned += 3600;
    // The last names its worker: two were to come.
    const auto table = visits::table_of({missed, one, cancelled, alone, frustrated, second});
    auto log = vermeil::read_visits(
        visits::with(table, visits::texts("worker", {"", "A", "", "", "", "B"}, "010101")));
    vermeil::check_duplicates(log);
    std::vector<std::string> doubted;
    for (const auto& line : told(log)) {
        if (line.find(came) != std::string::npos) {
            doubted.push_back(line);
        }
    }
    CHECK(doubted == std::vector{"0" + came, "2" + came});
}

TEST_CASE("overlaps are found as a look at every pair finds them") {
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
        std::vector<Row> rows(8);
        int slot = 0;
        for (auto& row : rows) {
            row.person = static_cast<int>(random() % 3);
            row.planned += (++slot + 8 * static_cast<int>(random() % 3)) * 300; // never two at once
            row.stays = static_cast<int>(random() % 8) * 300;
        }
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
            return std::tuple(a.planned, *a.stays) < std::tuple(b.planned, *b.stays);
        });
        std::vector<std::string> expected;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool clashes = std::any_of(
                rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i), [&](const Row& before) {
                    return before.person != rows[i].person && *before.stays > 0 &&
                           before.planned + *before.stays > rows[i].planned;
                });
            const bool with_same = std::any_of(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i),
                                               [&](const Row& before) {
                                                   return before.person == rows[i].person &&
                                                          before.planned + *before.stays > rows[i].planned;
                                               });
            if (*rows[i].stays > 0 && (clashes || with_same)) {
                expected.push_back(std::to_string(i) + (clashes ? elsewhere : at_once));
            }
        }
        auto log = read(rows);
        vermeil::check_places(log);
        CHECK(told(log) == expected);
    }
}
