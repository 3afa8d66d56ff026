// SPDX-License-Identifier: MIT
// Panels from tables, and what bad rows become.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/risk/read_panel.hpp>

#include <random>
#include <string>
#include <vector>

using vermeil::ChartKind;

namespace {

vermeil::ReadPanel read(const std::string& rows, ChartKind kind = ChartKind::p) {
    vermeil::PanelColumns columns;
    columns.n = "n";
    return vermeil::read_panel(csv::table("made up", "series,period,value,n\n" + rows), columns, kind);
}

using Numbers = vermeil::UnfilledVector<double>;
using Flags = vermeil::UnfilledVector<std::uint8_t>;
using Reasons = std::vector<std::string>;

std::vector<std::string> reasons(const vermeil::ReadPanel& made) {
    std::vector<std::string> all;
    for (const auto& reject : made.rejects) {
        all.push_back(std::to_string(reject.row) + " " + reject.column + ": " + reject.reason +
                      (reject.kept ? "" : " (left out)"));
    }
    return all;
}

} // namespace

TEST_CASE("rows in any order become series in the order of time") {
    const auto made = read("B,2024-02,2,9\nA,2024-02,4,9\nA,2024-01,3,9\nB,2024-01,1,9\n");
    CHECK(made.panel.names == Reasons{"B", "A"});
    CHECK(made.panel.values == Numbers{1, 2, 3, 4});
    CHECK(made.rejects.empty());
}

TEST_CASE("a month without a row and one without a value are both without a value") {
    const auto made = read("A,2024-01,3,9\nA,2024-03,,9\nA,2024-04,5,9\n");
    CHECK(made.panel.has == Flags{1, 0, 0, 1});
    CHECK(made.rejects.empty());
}

TEST_CASE("of two rows for one month the first counts") {
    const auto made = read("A,2024-01,3,9\nA,2024-01-31,4,9\n");
    CHECK(made.panel.values == Numbers{3});
    CHECK(reasons(made) == Reasons{"3 period: this series has a row for the period already (left out)"});
}

TEST_CASE("what cannot be plotted is told and leaves the month without a value") {
    const auto made = read("A,2024-01,-1,9\nA,2024-02,10,9\nA,2024-03,0,0\nA,2024-04,nan,9\nA,2024-05,1.5,9\n"
                           "A,2024-06,1,-9\n");
    CHECK(made.panel.has == Flags(6, 0));
    CHECK(reasons(made) == Reasons{"2 value: a count below 0; the period has no value",
                                   "3 value: a count above its n; the period has no value",
                                   "4 n: a base of 0; the period has no value",
                                   "5 value: not a finite number; the period has no value",
                                   "6 value: a count that is not whole; the period has no value",
                                   "7 n: a base that is not 0 or more; the period has no value"});
}

TEST_CASE("a row without a series or with an unreadable period is left out") {
    const auto made = read(",2024-01,1,9\nA,soon,1,9\nA,2024-02,1,9\n");
    CHECK(made.panel.size() == 1);
    CHECK(reasons(made) == Reasons{"2 series: empty, and this column must be filled (left out)",
                                   "3 period: not a month (left out)"});
}

TEST_CASE("phases and baselines are read, and a phase that falls goes on") {
    vermeil::PanelColumns columns;
    columns.phase = "phase";
    columns.baseline = "base";
    const auto made = vermeil::read_panel(
        csv::table("made up",
                   "series,period,value,phase,base\nA,2024-01,1,0,1\nA,2024-02,1,1,0\nA,2024-03,1,0,\n"),
        columns, ChartKind::xmr);
    CHECK(made.panel.phases == vermeil::UnfilledVector<std::uint32_t>{0, 1, 1});
    CHECK(made.panel.in_baseline == Flags{1, 0, 1});
    CHECK(reasons(made) == Reasons{"4 phase: a phase below the one before it; it goes on"});
}

TEST_CASE("a column that is not there is refused with those that are") {
    CHECK_THROWS_WITH(vermeil::read_panel(csv::table("made up", "series,month\nA,1\n"), {}, ChartKind::xmr),
                      "made up: no column 'period'; it has 'series' or 'month'");
    CHECK_THROWS_WITH(vermeil::read_panel(csv::table("made up", "series,period,value\n"), {}, ChartKind::p),
                      "made up: a p chart needs a column of n");
}

TEST_CASE("a period that must be misread is left out and stretches nothing") {
    const auto made = read("A,2024-01,1,9\nA,9999-01,1,9\nA,2024-02,2,9\n");
    CHECK(made.panel.values == Numbers{1, 2});
    CHECK(reasons(made) ==
          Reasons{"3 period: so long after the row before it that it must be misread (left out)"});
}

TEST_CASE("an empty table is an empty panel") { CHECK(read("").panel.size() == 0); }

TEST_CASE("threads change nothing, rejects and their order included") {
    std::string rows;
    std::mt19937 chance(8);
    for (int series = 0; series < 40; ++series) {
        for (int month = 1; month <= 12; ++month) {
            const auto n = std::to_string(chance() % 9);
            rows += "S" + std::to_string(series) + ",2024-" + (month < 10 ? "0" : "") +
                    std::to_string(month) + "," + std::to_string(chance() % 11) + "," + n + "\n";
        }
    }
    vermeil::PanelColumns columns;
    columns.n = "n";
    const auto table = csv::table("made up", "series,period,value,n\n" + rows);
    const auto one = vermeil::read_panel(table, columns, ChartKind::p);
    REQUIRE(one.rejects.size() > 50);
    for (const unsigned threads : {2U, 5U}) {
        const auto many = vermeil::read_panel(table, columns, ChartKind::p, threads);
        CHECK(many.rejects == one.rejects);
        CHECK(many.panel.values == one.panel.values);
        CHECK(many.panel.has == one.panel.has);
        CHECK(many.panel.begins == one.panel.begins);
    }
}
