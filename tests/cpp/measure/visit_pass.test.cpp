// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/measure/visit_pass.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace vermeil;
using namespace vermeil::detail;

namespace {
std::vector<visits::Row> some_rows() {
    std::vector<visits::Row> rows(5'000);
    for (int i = 0; i < 5'000; ++i) {
        auto& row = rows[static_cast<std::size_t>(i)];
        row.service = i % 3;
        row.person = i % 7;
        row.worker = i % 11;
        row.late = i % 13 == 0 ? std::nullopt : std::optional<std::int64_t>(i % 100);
        row.status = i % 17 == 0 ? "missed" : "delivered";
    }
    return rows;
}
VisitRules all_rules() {
    return {true, PunctualityRule{15, 15, LateRounding::none, {0.5}}, LengthRule{30, 0.9},
            ContinuityRule{true}};
}
} // namespace

TEST_CASE("the shares of a pass add up to the whole") {
    const auto rows = some_rows();
    const auto log = read_visits(visits::table_of(rows, {.batches = 3}));
    const auto rules = all_rules();
    VisitPass whole(log, rules, 1);
    for (const std::size_t threads : {2U, 3U, 7U}) {
        VisitPass pass(log, rules, threads);
        for (std::size_t service = 0; service < 3; ++service) {
            CHECK(pass.counts(service) == whole.counts(service));
            CHECK(pass.lengths(service) == whole.lengths(service));
            std::vector<std::int32_t> late;
            std::vector<std::int32_t> of_whole;
            pass.late(service, late);
            whole.late(service, of_whole);
            CHECK(late.size() == whole.counts(service).logged);
            std::sort(late.begin(), late.end()); // which thread reads what is not known
            std::sort(of_whole.begin(), of_whole.end());
            CHECK(late == of_whole);
        }
    }
}

TEST_CASE("every service is worked once, whatever the number of threads") {
    const auto rows = some_rows();
    const auto log = read_visits(visits::table_of(rows));
    const auto rules = all_rules();
    VisitPass pass(log, rules, 2);
    std::vector<int> worked(log.service.size());
    pass.each_service([&](auto&) { return [&](std::size_t service) { ++worked[service]; }; });
    CHECK(worked == std::vector<int>(log.service.size(), 1));
}

TEST_CASE("each person of a service comes once, with all contacts, whether or not their order counts") {
    const auto rows = some_rows();
    const auto log = read_visits(visits::table_of(rows));
    std::map<std::string, std::uint32_t> expected;
    for (const auto& row : rows) {
        if (visits::id_text(visits::Ids::text, row.service) == log.service.name(1) &&
            row.status == "delivered") {
            ++expected[visits::id_text(visits::Ids::text, row.person)];
        }
    }
    for (const bool sequence : {false, true}) {
        auto rules = all_rules();
        rules.continuity->sequence = sequence;
        VisitPass pass(log, rules, 2);
        VisitPass::People people(pass);
        std::map<std::string, std::uint32_t> contacts;
        people.each(1, [&](std::uint32_t person, const Contacts& of, auto whom) {
            CHECK(whom.size() >= of.workers); // a worker may stand in both parts of the log
            CHECK(contacts.emplace(log.person.name(person), of.contacts).second);
        });
        CHECK(contacts == expected);
    }
}

TEST_CASE("what the rules do not ask for is nothing") {
    const auto log = read_visits(visits::table_of(some_rows()));
    const VisitRules rules{false};
    VisitPass pass(log, rules, 1);
    CHECK(pass.counts(0) == VisitCounts{});
    CHECK(pass.lengths(0) == VisitLengths{});
    std::vector<std::int32_t> late{1};
    pass.late(0, late);
    CHECK(late.empty());
}
