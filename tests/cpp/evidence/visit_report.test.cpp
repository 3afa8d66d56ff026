// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/evidence/visit_report.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

/// Seven rows out of two files: one as it should be and five times the same, the sixth blank; the last has no word.
VisitReport report(std::vector<VisitFile> files) {
    auto rows = std::vector<visits::Row>(7);
    rows[6].status = "perhaps";
    rows[6].person = 2;
    auto table = visits::table_of(rows);
    for (auto& column : table.parts.front().columns) {
        auto texts = std::vector<std::string>();
        for (std::size_t row = 0; row < 7; ++row) {
            texts.push_back(row == 5 ? " " : detail::cell_text(column, row));
        }
        if (column.name != "logged" && column.name != "edited" && column.name != "time_critical") {
            column = visits::texts(column.name, std::move(texts));
        }
    }
    for (const auto* name : {"logged", "edited", "time_critical"}) {
        table = visits::with(std::move(table), visits::texts(name, std::vector<std::string>(7)));
    }
    return {std::make_shared<const VisitLog>(checked_visits(std::move(table))), std::move(files)};
}
std::vector<VisitFile> two_files() {
    return {{.source = "oct.csv", .rows = 3, .labels = {{"planned_start", "From"}}},
            {.source = "nov.csv", .rows = 4, .row_numbers = {2, 3, 5, 8}, .passed_over = 2}};
}

} // namespace

TEST_CASE("the rows of each file add up: kept, flagged, left out, blank and passed over") {
    const auto tallies = report(two_files()).tallies();
    REQUIRE(tallies.size() == 2);
    CHECK(tallies[0].rows == 3);
    CHECK(tallies[0].kept == 1);
    CHECK(tallies[0].left_out == 2);
    CHECK(tallies[1].rows == 6);
    CHECK(tallies[1].left_out == 3);
    CHECK(tallies[1].blank == 1);
    for (const auto& each : tallies) {
        CHECK(each.kept + each.flagged + each.left_out + each.blank + each.passed_over == each.rows);
    }
}

TEST_CASE("a row that its reader left out is blank in the log, and counted as left out") {
    auto files = two_files();
    files[1].faults.push_back({"nov.csv", 5, "", "", "too few cells", false, false});
    const auto made = report(std::move(files));
    CHECK(made.tallies()[1].blank == 0);
    CHECK(made.tallies()[1].left_out == 4);
    CHECK(made.of_readers().at(0).reason == "too few cells");
    CHECK(made.some().at(0).reason == "too few cells");
}

TEST_CASE("faults are told with the files, rows and columns that people know, and none of blank rows") {
    const auto told = report(two_files()).between(0, 100);
    REQUIRE(told.size() == 5);
    CHECK(told[0].source == "oct.csv");
    CHECK(told[0].row == 3);
    CHECK(told[0].column == "From");
    CHECK(told[2].source == "nov.csv");
    CHECK(told[2].column == "planned_start");
    CHECK(told[4].row == 8);
    CHECK(report(two_files()).between(1, 2) == std::vector<Reject>{told[1]});
    CHECK(report({}).between(0, 1).at(0).source == "log");
}

TEST_CASE("of a reason with many rows some are listed, and one more says how many there are besides") {
    const auto some = report(two_files()).some(1);
    REQUIRE(some.size() == 5); // of each file a duplicate, one bad word, and the two lines of the rest
    CHECK(some[3].row == 0);
    CHECK(some[3].reason == "and 1 more rows: the same row stands in the log already");
    CHECK_FALSE(some[3].kept);
    CHECK(report(two_files()).some(2).size() == 5);
    CHECK(report(two_files()).some() == report(two_files()).between(0, 100));
}

TEST_CASE("reasons are counted, the most frequent first") {
    const auto reasons = report(two_files()).reasons(1);
    REQUIRE(reasons.size() == 3);
    CHECK(reasons[0].rows == 2);
    CHECK(reasons[0].first_rows == std::vector<std::size_t>{3});
    CHECK(reasons[0].first.source == "oct.csv");
    CHECK(reasons[2].first.value == "perhaps");
}
