// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/visit_tally.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace {

using visits::Row;

std::vector<Row> made_up(std::mt19937& random, std::size_t rows) {
    std::vector<Row> all(rows);
    for (auto& row : all) {
        row.service = static_cast<int>(random() % 3);
        row.person = static_cast<int>(random() % 6);
        row.worker = static_cast<int>(random() % 5);
        row.planned += static_cast<int>(random() % 400) * 1800;
        row.status = random() % 8 == 0 ? "missed" : "delivered";
        row.late = static_cast<int>(random() % 3000) - 900;
        row.stays = static_cast<int>(random() % 4000);
        row.critical = random() % 4 == 0;
    }
    return all;
}

vermeil::VisitRules all_rules() {
    vermeil::VisitRules rules;
    rules.punctuality = vermeil::PunctualityRule{15, 10};
    rules.punctuality->quantiles = {0.25, 0.5, 0.9};
    rules.length = vermeil::LengthRule{30, 0.8};
    rules.continuity = vermeil::ContinuityRule{true, 2, visits::morning + 300'000, visits::morning + 200'000};
    return rules;
}

vermeil::VisitLog log_of(const std::vector<Row>& rows) {
    return vermeil::read_visits(visits::table_of(rows));
}

vermeil::VisitLog checked_log(const std::vector<Row>& rows) {
    return vermeil::checked_visits(visits::table_of(rows));
}

vermeil::VisitTally tally_of(const std::vector<Row>& rows) {
    vermeil::VisitTally tally(all_rules());
    tally.add(log_of(rows));
    return tally;
}

/// Parts of which each has whole people, or follows the others in time.
std::vector<std::vector<Row>> parts_of(std::vector<Row> rows, std::size_t count, bool by_time) {
    std::vector<std::vector<Row>> parts(count);
    for (const auto& row : rows) {
        const auto place = by_time ? static_cast<std::size_t>((row.planned - visits::morning) *
                                                              static_cast<std::int64_t>(count) / 720'000)
                                   : static_cast<std::size_t>(row.person);
        parts[place % count].push_back(row);
    }
    return parts;
}

} // namespace

TEST_CASE("parts in any order are the whole to the bit, by person and by time") {
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        const auto rows = made_up(random, 150);
        const auto whole = vermeil::measure_visits(log_of(rows), all_rules());
        for (const bool by_time : {false, true}) {
            auto parts = parts_of(rows, 4, by_time);
            std::shuffle(parts.begin(), parts.end(), random);
            vermeil::VisitTally sum(all_rules());
            for (const auto& part : parts) {
                sum.add(log_of(part), static_cast<std::size_t>(1 + random() % 2));
            }
            CHECK(sum.finish() == whole);
        }
    }
}

TEST_CASE("merging is associative and commutative") {
    std::mt19937 random(6);
    for (int round = 0; round < 60; ++round) {
        const auto parts = parts_of(made_up(random, 90), 3, round % 2 == 0);
        const auto a = tally_of(parts[0]), b = tally_of(parts[1]), c = tally_of(parts[2]);
        auto left = a, right = b, turned = c;
        left.merge(b);
        left.merge(c);
        right.merge(c);
        auto first = a;
        first.merge(right);
        turned.merge(b);
        turned.merge(a);
        CHECK(left.services() == first.services());
        CHECK(left.services() == turned.services());
    }
}

TEST_CASE("a part that lies between what was added is refused, and nothing of it is added") {
    Row one, between, later;
    between.planned += 1800;
    later.planned += 3600;
    auto tally = tally_of({one, later});
    const auto before = tally.services();
    between.service = 2;
    auto clash = between;
    clash.service = 1;
    CHECK_THROWS_WITH(tally.add(log_of({between, clash})),
                      Catch::Matchers::Contains("split a log by service, by person or by time"));
    CHECK(tally.services() == before);
}

TEST_CASE("tallies by different rules are not put together") {
    auto rules = all_rules();
    rules.length->short_minutes = 20;
    vermeil::VisitTally other(rules);
    auto tally = tally_of({Row{}});
    CHECK_THROWS_WITH(tally.merge(other),
                      "two tallies of visits were made by different rules, and cannot be put together");
}

TEST_CASE("without a sequence, parts may split people as they like") {
    std::mt19937 random(7);
    auto rules = all_rules();
    rules.continuity = vermeil::ContinuityRule{};
    const auto rows = made_up(random, 120);
    vermeil::VisitTally sum(rules);
    for (std::size_t i = 0; i < rows.size(); i += 10) {
        sum.add(log_of({rows.begin() + static_cast<std::ptrdiff_t>(i),
                        rows.begin() + static_cast<std::ptrdiff_t>(i + 10)}));
    }
    CHECK(sum.finish() == vermeil::measure_visits(log_of(rows), rules));
}

TEST_CASE("with rows that stand twice, any split is the whole to the bit, or it is refused") {
    std::mt19937 random(8);
    std::size_t equal = 0, refused = 0;
    for (int round = 0; round < 200; ++round) {
        auto rows = made_up(random, 30);
        for (std::size_t i = random() % 3; i > 0; --i) {
            rows.push_back(rows[random() % rows.size()]);
        }
        auto rules = all_rules();
        rules.continuity->sequence = false;
        rules.continuity->recent_from.reset();
        rules.continuity->new_from.reset();
        std::vector<std::vector<Row>> parts(2);
        for (const auto& row : rows) {
            parts[random() % 2].push_back(row);
        }
        try {
            vermeil::VisitTally sum(rules);
            sum.add(checked_log(parts[0]));
            sum.add(checked_log(parts[1]));
            CHECK(sum.finish() == vermeil::measure_visits(checked_log(rows), rules));
            ++equal;
        } catch (const vermeil::Error& error) {
            CHECK(std::string(error.what()).find("stands in two parts") != std::string::npos);
            ++refused;
        }
    }
    CHECK(equal > 20);
    CHECK(refused > 20);
}

TEST_CASE("a part that repeats a row is refused, and nothing of it is added") {
    Row one, other;
    other.service = 2;
    auto rules = all_rules();
    rules.continuity.reset();
    vermeil::VisitTally tally(rules);
    tally.add(checked_log({one, one}));
    const auto before = tally.services();
    CHECK(before.begin()->second.counts.delivered == 1);
    CHECK_THROWS_WITH(tally.add(checked_log({other, one})),
                      Catch::Matchers::Contains("the same row of a log of visits stands in two parts"));
    CHECK(tally.services() == before);
}
