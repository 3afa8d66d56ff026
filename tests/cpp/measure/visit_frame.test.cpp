// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/visit_frame.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

using namespace vermeil;

namespace {
Frame measured(const std::vector<visits::Row>& rows, const VisitRules& rules) {
    return frame_of(measure_visits(read_visits(visits::table_of(rows)), rules), rules);
}
std::optional<double> number(const Frame& frame, const char* name, std::size_t row = 0) {
    const auto* column = frame.find(name);
    REQUIRE(column != nullptr);
    if (!column->has(row)) {
        return std::nullopt;
    }
    if (const auto* counts = column->as<std::span<const std::int64_t>>()) {
        return static_cast<double>((*counts)[row]);
    }
    return (*column->as<std::span<const double>>())[row];
}
std::vector<std::string> names(const Frame& frame) {
    std::vector<std::string> all;
    for (const auto& column : frame.columns()) {
        all.push_back(column.name);
    }
    return all;
}
VisitRules everything() {
    return {true, PunctualityRule{15, 15, LateRounding::none, {0.5, 0.9}}, LengthRule{30, 0.9},
            ContinuityRule{true, 2, visits::morning}};
}
} // namespace

TEST_CASE("a table has the columns that are asked for and no others") {
    CHECK(names(measured({{}}, {false})) == std::vector<std::string>{"service"});
    CHECK(names(measured({{}}, {true})) ==
          std::vector<std::string>{"service", "delivered", "missed", "cancelled_by_person",
                                   "cancelled_by_provider", "frustrated", "due", "missed_share", "logged",
                                   "electronic_share", "edited_share"});
    const auto all = measured({{}}, everything());
    for (const auto* name :
         {"punctual_share", "critical_punctual_share", "late_q0.5", "late_q0.9", "delivered_time_share",
          "clipped_share", "workers", "upc_weighted", "coc_people", "mmci", "secon", "recent_workers"}) {
        CHECK(all.find(name) != nullptr);
    }
    auto rules = everything();
    rules.continuity = ContinuityRule{};
    CHECK(measured({{}}, rules).find("secon") == nullptr);
    CHECK(measured({{}}, rules).find("recent_workers") == nullptr);
    CHECK(all.find("new_workers") == nullptr);
    rules.continuity = ContinuityRule{true};
    rules.continuity->new_from = visits::morning;
    for (const auto* name : {"new_workers", "new_workers_weighted", "new_workers_people"}) {
        CHECK(measured({{}}, rules).find(name) != nullptr);
    }
}

TEST_CASE("shares are of the wholes that they name") {
    std::vector<visits::Row> rows(8);
    rows[0].status = "missed";
    rows[1].status = "cancelled_by_person";
    rows[2].status = "cancelled_by_provider";
    rows[3].status = "frustrated";
    rows[4].late = std::nullopt;
    rows[5].late = 901;
    rows[5].critical = rows[6].critical = true;
    rows[6].electronic = rows[7].edited = true;
    const auto frame = measured(rows, everything());
    CHECK(number(frame, "due") == 7);
    CHECK(number(frame, "missed_share") == 1.0 / 7);
    CHECK(number(frame, "logged") == 3);
    CHECK(number(frame, "punctual_share") == 2.0 / 3);
    CHECK(number(frame, "critical_punctual_share") == 0.5);
    CHECK(number(frame, "electronic_share") == 0.25);
    CHECK(number(frame, "edited_share") == 0.25);
    CHECK(number(frame, "late_q0.5") == 0);
    CHECK(number(frame, "late_q0.9") == 0.8 * 901 / 60);
}

TEST_CASE("times add up to a ratio of sums, and short visits are shares of the timed") {
    std::vector<visits::Row> rows(3);
    rows[0].stays = 3'600;
    rows[1].stays = 900;
    rows[2].stays = std::nullopt;
    const auto frame = measured(rows, everything());
    CHECK(number(frame, "timed") == 2);
    CHECK(number(frame, "delivered_time_share") == 4'500.0 / 3'600);
    CHECK(number(frame, "short_share") == 0.5);
    CHECK(number(frame, "planned_short_share") == 0);
    CHECK(number(frame, "clipped_share") == 0.5);
}

TEST_CASE("a share of nothing is null, and so is an index of nobody") {
    visits::Row row;
    row.status = "cancelled_by_person";
    row.late = row.stays = std::nullopt;
    const auto frame = measured({row}, everything());
    for (const auto* name :
         {"missed_share", "punctual_share", "critical_punctual_share", "electronic_share", "edited_share",
          "late_q0.5", "delivered_time_share", "short_share", "workers", "coc", "secon", "recent_workers"}) {
        CHECK_FALSE(number(frame, name));
    }
    CHECK(number(frame, "coc_people") == 0);
}

TEST_CASE("a log without rows makes a table without rows, its columns in their place") {
    const auto frame = measured({}, everything());
    CHECK(frame.rows() == 0);
    CHECK(names(frame) == names(measured({{}}, everything())));
}
