// SPDX-License-Identifier: MIT
// Facts of evidence, one cell at a time.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/evidence_facts.hpp>

#include <cstddef>
#include <vector>

using namespace vermeil;

TEST_CASE("a cell is drawn by its question, over the cell of another measure") {
    const auto evidence =
        sample::evidence_of({{"events", "service,event,from\nS1,x,2024-12-01\nS1,x,2024-11-01\n"}});
    std::vector<Measure> measures(2);
    measures[0].id = "hours";
    EventCount count{"x", 365};
    count.over = "hours";
    measures[1].id = "rate";
    measures[1].value = count;
    const EvidenceFacts facts(evidence, {}, measures);
    CHECK_FALSE(facts.place("hours"));
    REQUIRE(facts.place("rate") == 0);
    const DrawingDay day{Quarter::financial(2024, 3), Date(2024, 12, 31)};
    const auto cell = facts.cell(0, evidence.services[0], day, [](std::size_t measure) {
        CHECK(measure == 0);
        return Cell{8, State::present};
    });
    CHECK(cell.value == 0.25);
}
