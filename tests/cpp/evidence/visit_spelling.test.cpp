// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/evidence/visit_spelling.hpp>

#include <string>
#include <utility>
#include <vector>

namespace {

/// `row field` of each doubt about the spelling of rows with these workers.
std::vector<std::string> misspelt(std::vector<std::string> workers, const std::string& has = "") {
    const std::vector<visits::Row> rows(workers.size());
    auto log = vermeil::read_visits(
        visits::with(visits::table_of(rows), visits::texts("worker", std::move(workers), has)));
    log.faults.clear();
    vermeil::check_spelling(log);
    std::vector<std::string> all;
    for (const auto& fault : log.faults) {
        CHECK(fault.doubt == vermeil::VisitDoubt::spelt_otherwise);
        CHECK(fault.kept);
        all.push_back(std::to_string(fault.row) + " " + vermeil::visits_schema().fields[fault.field].name);
    }
    return all;
}

} // namespace

TEST_CASE("ids that differ in capitals or blanks alone are doubted where they are the rarer") {
    CHECK(misspelt({"w1", "W1", "w1", "W2"}) == std::vector<std::string>{"1 worker"});
    CHECK(misspelt({"W1", "w1", "W  1", "W 1", "W  1"}) == std::vector<std::string>{"1 worker", "3 worker"});
    CHECK(misspelt({"w1", "W1"}) == std::vector<std::string>{"0 worker"}); // capitals are first in bytes
}

TEST_CASE("ids that differ in more, and numbers, are not doubted") {
    CHECK(misspelt({"w1", "w2", "w-1", "w1"}).empty());
    auto log = vermeil::read_visits(visits::table_of({{}, {}}, {visits::Ids::whole64}));
    vermeil::check_spelling(log);
    CHECK(log.faults.empty());
}

TEST_CASE("a row that is left out is not doubted, nor does it make another doubtful") {
    CHECK(misspelt({"w1", "W1"}, "10").empty());
}
