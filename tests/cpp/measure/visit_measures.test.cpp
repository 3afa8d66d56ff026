// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/slow_visits.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/visit_measures.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {
using Draw = std::mt19937;

template <class Value> Value one(Draw& draw, const std::vector<Value>& of) { return of[draw() % of.size()]; }
int up_to(Draw& draw, int most) { return static_cast<int>(draw() % static_cast<unsigned>(most)); }

std::vector<visits::Row> made_up(Draw& draw) {
    const std::vector<std::string> words{"delivered",
                                         "delivered",
                                         "delivered",
                                         "delivered",
                                         "missed",
                                         "cancelled_by_person",
                                         "cancelled_by_provider",
                                         "frustrated"};
    const std::vector<std::int64_t> edges{0,   899,  900,  901,  929,  930,    959,
                                          960, -300, -301, -330, -331, 86'400, -59};
    const int services = 1 + up_to(draw, 4), people = 1 + up_to(draw, 6), workers = 1 + up_to(draw, 5);
    std::vector<visits::Row> rows(draw() % 80);
    for (auto& row : rows) {
        row.service = up_to(draw, services);
        row.person = up_to(draw, people);
        row.worker = up_to(draw, workers);
        row.status = one(draw, words);
        row.planned += up_to(draw, 12) * 7'200;
        row.lasts = one<std::int64_t>(draw, {900, 1'800, 3'600, 0, -60});
        row.late = one<std::optional<std::int64_t>>(
            draw, {one(draw, edges), up_to(draw, 2'000) - 500, std::nullopt});
        row.stays = one<std::optional<std::int64_t>>(
            draw, {row.lasts * 9 / 10, up_to(draw, 4'000), -1, std::nullopt});
        row.electronic = draw() % 2 == 0;
        row.edited = draw() % 5 == 0;
        row.critical = draw() % 3 == 0;
    }
    return rows;
}
VisitRules made_up_rules(Draw& draw) {
    VisitRules rules;
    rules.counts = draw() % 4 != 0;
    if (rules.counts && draw() % 4 != 0) {
        const auto rounding =
            one<LateRounding>(draw, {LateRounding::none, LateRounding::down, LateRounding::nearest});
        rules.punctuality = PunctualityRule{
            15, 5, rounding, draw() % 3 == 0 ? std::vector<double>{} : std::vector{0.0, 0.5, 0.9}};
    }
    if (draw() % 2 == 0) {
        rules.length = LengthRule{30, 0.5};
    }
    if (draw() % 4 != 0) {
        rules.continuity = ContinuityRule{draw() % 2 == 0, 2U + static_cast<std::uint32_t>(draw() % 2)};
        if (rules.continuity->sequence && draw() % 2 == 0) {
            rules.continuity->recent_from = visits::morning + 3 * 7'200;
        }
    }
    return rules;
}

/// The measures on just so many threads, however short the log is.
template <class... Reader> std::vector<ServiceVisits> on(std::size_t threads, const VisitLog& log,
                                                         const VisitRules& rules, const Reader&... reader) {
    auto all = detail::measured_visits(log, rules, threads, reader...);
    std::vector<ServiceVisits> made;
    for (const auto code : log.service.in_order()) {
        if (all[code] != ServiceVisits{}) {
            all[code].service = log.service.name(code);
            made.push_back(all[code]);
        }
    }
    return made;
}
} // namespace

TEST_CASE(
    "logs in any order and form, on one thread and two, are measured as a slow reference measures them") {
    Draw draw(4);
    for (int turn = 0; turn < 3'000; ++turn) {
        const auto rows = made_up(draw);
        const auto rules = made_up_rules(draw);
        const visits::Form form{
            one<visits::Ids>(draw, {visits::Ids::text, visits::Ids::whole32, visits::Ids::whole64,
                                    visits::Ids::far_apart, visits::Ids::dictionary}),
            one<std::int64_t>(draw, {1, 1'000, 1'000'000, 1'000'000'000}),
            one<std::int64_t>(draw, {1, 1'000, 1'000'000, 1'000'000'000}), 1 + draw() % 4};
        const auto expected = slow::measured(rows, rules, form.ids);
        auto shuffled = rows;
        std::shuffle(shuffled.begin(), shuffled.end(), draw);
        const auto table = visits::table_of(shuffled, form);
        const auto log = read_visits(table, VisitChecks::needed, 1 + draw() % 2);
        REQUIRE(measure_visits(log, rules, 2) == expected);
        REQUIRE(on(2, log, rules) == expected);
        REQUIRE(on(3, log, rules) == expected);
        const auto needed = read_visits(table, VisitChecks::needed, 1, fields_for(rules));
        REQUIRE(measure_visits(needed, rules) == expected);
        REQUIRE(measure_visits(table, rules, 2) == expected);
        const detail::VisitReader reader(std::make_shared<const Batches>(table), VisitChecks::needed, 2,
                                         fields_for(rules));
        REQUIRE(on(3, reader.unread(), rules, [&] {
                    return [share = detail::VisitReader::Share(reader)](
                               const detail::VisitBlock& some) mutable { share.read(some); };
                }) == expected);
    }
}

TEST_CASE("rows that are left out count nowhere, and a service of such rows alone is not among the results") {
    auto rows = std::vector<visits::Row>(4);
    rows[2].service = 2;
    rows[2].status = "perhaps";
    rows[3].lasts = -1;
    const auto made = measure_visits(read_visits(visits::table_of(rows)), {true});
    REQUIRE(made.size() == 1);
    CHECK(made[0].counts.delivered == 2);
}

TEST_CASE("a log without actual times is measured by all rules, and tells nothing that needs one") {
    auto table = visits::table_of({{}, {}});
    std::erase_if(table.parts[0].columns,
                  [](const auto& column) { return column.name.starts_with("actual"); });
    const VisitRules rules{true, PunctualityRule{15, 5, LateRounding::none, {0.5}}, LengthRule{30, 0.5},
                           ContinuityRule{true}};
    for (const auto& log :
         {read_visits(table), read_visits(table, VisitChecks::needed, 1, fields_for(rules))}) {
        const auto made = measure_visits(log, rules);
        CHECK(made.at(0).counts == VisitCounts{.delivered = 2});
        CHECK(made.at(0).lengths == VisitLengths{});
        CHECK(made.at(0).late_minutes.empty());
        CHECK(made.at(0).continuity.contacts == 2);
    }
}

TEST_CASE("services come in the order of their ids: numbers as they count, texts by their bytes") {
    std::vector<visits::Row> rows(3);
    const auto services = [&](BatchColumn column) {
        std::vector<std::string> names;
        for (const auto& row :
             measure_visits(read_visits(visits::with(visits::table_of(rows), std::move(column))), {})) {
            names.push_back(row.service);
        }
        return names;
    };
    CHECK(services(visits::numbers<std::int64_t>("service", {10, -1, 9})) ==
          std::vector<std::string>{"-1", "9", "10"});
    CHECK(services(visits::texts("service", {"10", "a", "9 "})) == std::vector<std::string>{"10", "9", "a"});
}

TEST_CASE("without a rule of punctuality nothing is punctual, early or late, and what is logged is told") {
    const auto made = measure_visits(read_visits(visits::table_of({{}})), {true});
    CHECK(made.at(0).counts == VisitCounts{.delivered = 1, .logged = 1});
}

TEST_CASE("workers are recent from any moment on, before the years that are known and after them too") {
    const auto log = read_visits(visits::table_of({{}, {}}));
    const auto recent = [&](std::int64_t from) {
        return measure_visits(log, {true, {}, {}, ContinuityRule{true, 2, from}})
            .at(0)
            .continuity.recent.people;
    };
    CHECK(recent(visits::morning) == 1);
    CHECK(recent(visits::morning + 1) == 0);
    CHECK(recent(-1) == 1);
    CHECK(recent(std::int64_t{1} << 40) == 0);
}

TEST_CASE("the columns that rules need are those that they look at") {
    const auto has = [](VisitFields fields, std::size_t field) {
        return (fields & visit_field_bit(field)) != 0;
    };
    const auto counts = fields_for({true});
    CHECK(has(counts, detail::visit_field::actual_start)); // of it `logged` is counted
    CHECK_FALSE(has(counts, detail::visit_field::planned_start));
    CHECK_FALSE(has(counts, detail::visit_field::person));
    const auto continuity = fields_for({false, {}, {}, ContinuityRule{}});
    CHECK(has(continuity, detail::visit_field::worker));
    CHECK_FALSE(has(continuity, detail::visit_field::planned_start));
    CHECK_FALSE(has(continuity, detail::visit_field::actual_start));
}

TEST_CASE("threads are as many as there is work for, and one at least") {
    const auto log = read_visits(visits::table_of(std::vector<visits::Row>(10)));
    CHECK(detail::threads_for(log, 8) == 1);
    CHECK(detail::threads_for(log, 0) == 1);
    VisitLog large;
    const std::vector<std::uint8_t> marks(350'000);
    large.parts.push_back({{}, {}, {}, {}, marks});
    CHECK(detail::threads_for(large, 8) == 3);
    CHECK(detail::threads_for(large, 2) == 2);
}
