// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "standard_of.hpp"

#include <cmath>
#include <cstddef>
#include <string>

namespace {

using vermeil::State;

/// Visits of S1 in 2024-25 Q3: ten to one person, by AAAAABBBCC; one missed, one the person cancelled.
std::string log(const std::string& more = "") {
    std::string text =
        "service,person,worker,planned_start,planned_end,status,actual_start,actual_end,logged\n";
    const std::string workers = "AAAAABBBCC";
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const auto day = "2024-10-" + std::to_string(11 + i);
        // Late by 0, 2, ... 18 minutes; the visits last 30 minutes and the last two 20.
        const auto late = std::to_string(100 + 2 * i).substr(1);
        const auto left =
            i < 8 ? std::to_string(130 + 2 * i).substr(1) : std::to_string(120 + 2 * i).substr(1);
        text += "S1,p," + std::string(1, workers[i]) + "," + day + " 08:00," + day + " 08:30,delivered," +
                day + " 08:" + late + "," + day + " 08:" + left + "," + (i < 9 ? "electronic" : "manual") +
                "\n";
    }
    text += "S1,q,,2024-10-11 08:00,2024-10-11 08:30,missed,,,\n";
    text += "S1,q,,2024-10-12 08:00,2024-10-12 08:30,cancelled_by_person,,,\n";
    return text + more;
}

vermeil::Cell drawn(const std::string& standard, sample::Settings set = {}, const std::string& more = "",
                    const std::string& service = "S1") {
    return sample::cell_of({{"visits", log(more)}}, {standard, std::move(set), 0, 1, service});
}

} // namespace

TEST_CASE("each measure of call monitoring, by hand") {
    const auto punctual = drawn("punctuality", {{"late_minutes", 10.0}, {"early_minutes", 0.0}});
    CHECK(punctual.count == 6);
    CHECK(punctual.n == 10);
    const auto missed = drawn("missed_visits");
    CHECK(missed.count == 1);
    CHECK(missed.n == 11); // the one that the person cancelled is not due
    CHECK(drawn("logging_compliance").value == 0.9);
    CHECK(drawn("short_visits", {{"short_minutes", 30.0}}).count == 2);
    CHECK(drawn("clipped_visits", {{"least_share", 0.9}}).value == 0.2);
    CHECK(drawn("delivered_time").value == (8 * 30 + 2 * 20) / 300.0);
    CHECK(drawn("workers_per_person").value == 3);
    CHECK(drawn("upc").value == 0.5);
    CHECK(drawn("coc").value == 28.0 / 90);
    CHECK(drawn("secon").value == 7.0 / 9);
    CHECK(std::abs(drawn("mmci").value - 0.780220) < 5e-7);
    CHECK(drawn("workers_met", {{"days", 75.0}}).value == 2); // from 2024-10-18 on
}

TEST_CASE("absence of visits has its reason") {
    CHECK(drawn("punctuality", {{"late_minutes", 10.0}, {"early_minutes", 0.0}}, "", "S2").state ==
          State::not_submitted);
    CHECK(sample::cell_of({}, {"coc", {}}).state == State::unknown);
    // Of 13 rows one cannot be used: more than 5 %.
    const std::string bad = "S1,q,,2024-10-13 08:00,2024-10-13 08:30,forgotten,,,\n";
    CHECK(drawn("missed_visits", {}, bad).state == State::unknown);
    CHECK(drawn("missed_visits", {{"most_lost", 0.1}}, bad).state == State::present);
    CHECK(drawn("secon", {{"least_contacts", 11.0}}).state == State::too_few);
}

TEST_CASE("visits count up to the day of drawing, and in the quarters that are pooled") {
    const sample::Tables tables{{"visits", log("S1,p,D,2024-09-30 08:00,2024-09-30 08:30,delivered,,,\n")}};
    sample::Asked asked{"workers_per_person", {}};
    CHECK(sample::cell_of(tables, asked).value == 3);
    asked.quarters = 2;
    CHECK(sample::cell_of(tables, asked).value == 4);
    asked.as_of = vermeil::Date(2024, 10, 12);
    CHECK(sample::cell_of(tables, asked).value == 2);
}
