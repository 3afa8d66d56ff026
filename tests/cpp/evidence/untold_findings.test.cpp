// SPDX-License-Identifier: MIT
// The findings beyond those that a check tells.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/evidence/untold_findings.hpp>

#include <cstddef>
#include <memory>
#include <string>

using namespace vermeil;

namespace {

constexpr std::size_t more = 7;
constexpr auto rows = Rejects::most_told + more;

/// A return whose every row but the first stands there already, and whose counts are made up.
std::shared_ptr<const Check> checked() {
    std::string counts = "service,quarter,item,count,base\nS1,2024 Q4,leavers,1,9\n";
    for (std::size_t i = 0; i < rows; ++i) {
        counts += "S1,2024 Q4,leavers," + std::to_string(i) + ",1000000\n";
    }
    CheckTables tables;
    tables.emplace("services", csv::table("services", "service,provider\nS1,A\n"));
    tables.emplace("counts", csv::table("counts", counts));
    return std::make_shared<const Check>(check(tables));
}

} // namespace

TEST_CASE("what a check does not tell is read again, with row and value, some at a time") {
    const auto found = checked();
    CHECK(found->findings.size_in_all() == rows);
    CHECK(found->findings.size() == Rejects::most_told);
    UntoldFindings untold(found);
    const auto first = untold.next(4);
    REQUIRE(first.size() == 4);
    CHECK(first[0].row == Rejects::most_told + 3);
    CHECK(first[0].value == "leavers");
    CHECK(first[0].reason == "this service, quarter and item stand already in an earlier row");
    CHECK_FALSE(first[0].kept);
    CHECK(untold.next(100).size() == more - 4);
    CHECK(untold.next(100).empty());
}

TEST_CASE("the sums of a check are exact beyond what is told") {
    const auto found = checked();
    const auto& counts = found->files.back();
    CHECK(counts.table == "counts");
    CHECK(counts.rows == rows + 1);
    CHECK(counts.left_out == rows);
    CHECK(counts.kept + counts.flagged == 1);
}

TEST_CASE("a check that tells everything leaves nothing") {
    CheckTables tables;
    tables.emplace("services", csv::table("services", "service,provider\nS1,A\nS1,A\n"));
    CHECK(UntoldFindings(std::make_shared<const Check>(check(tables))).next(10).empty());
}
