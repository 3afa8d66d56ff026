// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/package_measures.hpp>

using namespace vermeil;
using sample::cell_of;

namespace {

const sample::Tables tables{
    {"packages", "package,person,hours_per_week,from,to,service\n"
                 "K1,P1,10,2024-01-01,,S1\nK2,P2,14,2024-01-01,,S1\nK3,P3,7.25,2024-01-01,2024-10-31,S1\n"
                 "K4,P4,20,2024-01-01,2024-09-30,S1\n"},
    {"package_changes", "package,from,hours_per_week,service\n"
                        "K1,2024-10-10,15,\nK1,2024-11-01,10,\n" // up 5, and back within 22 days
                        "K2,2024-10-05,12.5,\n"                  // down 1.5
                        "K3,2024-10-06,7.25,S2\n"                // another supplier
                        "K2,2024-05-01,13,\n"}};                 // before the quarter

sample::Settings count(const char* which) { return {{"count", std::string(which)}}; }

} // namespace

TEST_CASE("hours go up, down and net by the changes of the quarter") {
    CHECK(cell_of(tables, {"package_hours_change", count("up")}).value == 5);
    CHECK(cell_of(tables, {"package_hours_change", count("down")}).value == 5.5);
    const auto net = cell_of(tables, {"package_hours_change"});
    CHECK(net.value == -0.5);
    CHECK(net.n == 3);
    CHECK(net.day == day_number(Date(2024, 10, 5)));
    CHECK(cell_of(tables, {"package_hours_change", {}, 0, 1, "S2"}).value == 0);
}

TEST_CASE("a change is reversed when the hours come back within the days that ended in the quarter") {
    const auto within = [](double days) {
        return cell_of(tables, {"package_changes_reversed", {{"days", days}}});
    };
    CHECK(within(22).n == 3);
    CHECK(within(22).count == 1);
    CHECK(within(21).count == 0);
    CHECK(within(82).n == 2); // the days of the change of 10 October end on 31 December
    CHECK(within(83).n == 1);
}

TEST_CASE("packages handed back are a share of those that stood with the service") {
    auto with = tables;
    CHECK(cell_of(with, {"hand_back_rate"}).state == State::unknown);
    with["hand_backs"] = "service,package,on\nS1,K3,2024-10-05\nS1,K4,2024-09-29\n";
    const auto cell = cell_of(with, {"hand_back_rate"});
    CHECK(cell.count == 1);
    CHECK(cell.n == 3); // K4 ended before the quarter
    with["hand_backs"] += "S1,K3,never\n";
    CHECK(cell_of(with, {"hand_back_rate"}).state == State::unknown);
}

TEST_CASE("without changes, or with one that was refused, nobody knows how hours changed") {
    auto without = tables;
    without.erase("package_changes");
    CHECK(cell_of(without, {"package_hours_change"}).state == State::unknown);
    auto refused = tables;
    refused["package_changes"] += "K2,2024-12-01,many,\n";
    CHECK(cell_of(refused, {"package_hours_change"}).state == State::unknown);
    CHECK(cell_of(refused, {"package_changes_reversed"}).state == State::unknown);
}

TEST_CASE("hours planned are those of the days on which a package stood with the service") {
    const auto evidence = sample::evidence_of(tables);
    const DayWindow quarter{Date(2024, 10, 1), Date(2024, 12, 31)};
    // K1: 9 days of 10, 22 of 15, 61 of 10; K2: 4 days of 13, 88 of 12.5; K3: 5 days of 7.25 hours a week
    const double hours = (9 * 10 + 22 * 15 + 61 * 10 + 4 * 13 + 88 * 12.5 + 5 * 7.25) / 7;
    CHECK(planned_hours(care_steps(evidence.care, "S1", quarter)) == Approx(hours));
    CHECK(planned_hours(care_steps(evidence.care, "S2", quarter)) == Approx(26 * 7.25 / 7));
    CHECK(people_served(care_steps(evidence.care, "S1", quarter)) == 3);
}
