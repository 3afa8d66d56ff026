// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "standard_of.hpp"

#include <string>

namespace {

using vermeil::State;

/// Visits of one person: A three times in September, then B, A, B and C in 2024-25 Q3; of another, D in that quarter alone.
std::string log() {
    std::string text = "service,person,worker,planned_start,planned_end,status\n";
    const auto visit = [&](const std::string& person, const std::string& worker, const std::string& day) {
        text += "S1," + person + "," + worker + "," + day + " 08:00," + day + " 08:30,delivered\n";
    };
    for (const auto* day : {"2024-09-02", "2024-09-20", "2024-09-30"}) {
        visit("p", "A", day);
    }
    visit("p", "B", "2024-10-01");
    visit("p", "A", "2024-10-02");
    visit("p", "B", "2024-10-03");
    visit("p", "C", "2024-12-31");
    visit("q", "D", "2024-10-01");
    visit("q", "D", "2024-10-02");
    return text;
}

vermeil::Cell drawn(sample::Settings set = {}) {
    return sample::cell_of({{"visits", log()}}, {"new_workers", std::move(set)});
}

} // namespace

TEST_CASE("of four contacts two are first visits; people who were not visited before are left out") {
    const auto cell = drawn();
    CHECK(cell.state == State::present);
    CHECK(cell.value == 0.5);
    CHECK(cell.n == 1);
    CHECK(drawn({{"by_contacts", true}}).value == 0.5);
}

TEST_CASE("with too little known of the days before the quarter nobody counts") {
    CHECK(drawn({{"look_back_days", 11.0}}).value == 0.5);
    CHECK(drawn({{"look_back_days", 10.0}}).state == State::too_few);
    CHECK(drawn({{"least_contacts", 4.0}}).state == State::too_few);
}
