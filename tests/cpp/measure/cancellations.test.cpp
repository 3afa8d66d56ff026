// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/measure/cancellations.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

struct Cancelled {
    int service = 1;
    std::string status = "cancelled_by_person";
    std::int64_t notice = -1; ///< seconds; -1: not known
};

VisitLog log_of(const std::vector<Cancelled>& all, std::size_t batches = 1) {
    std::vector<visits::Row> rows;
    std::vector<std::int64_t> at;
    std::string has;
    for (const auto& each : all) {
        visits::Row row;
        row.service = each.service;
        row.person = row.worker = static_cast<int>(rows.size());
        row.status = each.status;
        row.late = row.stays = std::nullopt;
        at.push_back(row.planned - each.notice);
        has += each.notice == -1 ? '0' : '1';
        rows.push_back(row);
    }
    auto table = visits::table_of(rows, {.batches = batches});
    std::size_t first = 0;
    for (auto& part : table.parts) {
        using Place = std::vector<std::int64_t>::difference_type;
        const auto begin = at.begin() + static_cast<Place>(first);
        part.columns.push_back(visits::moments("cancelled_at", {begin, begin + static_cast<Place>(part.rows)},
                                               1, has.substr(first, part.rows)));
        first += part.rows;
    }
    return checked_visits(std::move(table));
}

} // namespace

TEST_CASE("cancelled visits are counted by side, with their notice in seconds") {
    const auto made = cancellations(log_of({{1, "cancelled_by_person", 3600},
                                            {1, "cancelled_by_person"},
                                            {1, "cancelled_by_provider", 90'000},
                                            {1, "delivered"},
                                            {1, "cancelled_by_provider", -600}, // after the planned start
                                            {2, "missed"}}));
    REQUIRE(made.size() == 2);
    CHECK(made[0].planned == 5);
    CHECK(made[0].by_person.visits == 2);
    CHECK(made[0].by_person.notice == std::vector<std::int64_t>{3600});
    CHECK(made[0].by_provider.notice == std::vector<std::int64_t>{90'000, 0});
    CHECK(made[0].by_provider.shorter_than(90'000) == 1);
    CHECK(made[0].by_provider.shorter_than(90'000.5) == 2);
    CHECK(made[1].by_person.visits == 0);
}

TEST_CASE("a log that does not tell when visits were cancelled counts them without their notice") {
    visits::Row row;
    row.status = "cancelled_by_person";
    row.late = row.stays = std::nullopt;
    const auto made = cancellations(checked_visits(visits::table_of({row})));
    CHECK(made.at(0).by_person.visits == 1);
    CHECK(made[0].by_person.notice.empty());
}

TEST_CASE("parts add up to the whole, in any order and cut anywhere") {
    std::mt19937 random(2);
    for (int round = 0; round < 50; ++round) {
        std::vector<Cancelled> all(40);
        for (auto& each : all) {
            each.status = random() % 3 == 0   ? "delivered"
                          : random() % 2 == 0 ? "cancelled_by_person"
                                              : "cancelled_by_provider";
            each.notice = each.status == "delivered" || random() % 5 == 0
                              ? -1
                              : static_cast<std::int64_t>(random() % 100'000);
        }
        const auto whole = cancellations(log_of(all, 3), 2).at(0);
        const auto cut = static_cast<std::ptrdiff_t>(1 + random() % 38);
        auto parts = cancellations(log_of({all.begin() + cut, all.end()})).at(0);
        parts.add(cancellations(log_of({all.begin(), all.begin() + cut})).at(0));
        CHECK(parts.planned == whole.planned);
        for (auto side : {&Cancellations::by_person, &Cancellations::by_provider}) {
            auto one = (whole.*side).notice;
            auto other = (parts.*side).notice;
            std::sort(one.begin(), one.end());
            std::sort(other.begin(), other.end());
            CHECK(one == other);
            CHECK((parts.*side).visits == (whole.*side).visits);
        }
    }
}

TEST_CASE("a table of cancellations counts those that are dated, and those at short notice") {
    const auto frame =
        frame_of(cancellations(log_of({{1, "cancelled_by_person", 3600}, {1, "cancelled_by_person"}})), 2);
    const auto count = [&](const char* name) {
        return frame.find(name)->as<std::span<const std::int64_t>>()->front();
    };
    CHECK(count("planned") == 2);
    CHECK(count("cancelled_by_person") == 2);
    CHECK(count("cancelled_by_person_dated") == 1);
    CHECK(count("cancelled_by_person_short") == 1);
    CHECK(count("cancelled_by_provider") == 0);
}
