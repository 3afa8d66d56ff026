// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/report_event.hpp>

#include <string>

using namespace vermeil;

namespace {

/// The event that the only row of a table is.
Event only(const std::string& table, const std::string& row) {
    const std::string days = ",concluded_on,";
    const auto head = table == "deaths" ? "service,on" + days + "attributable,known_on,incident\n"
                      : table == "concerns"
                          ? "service,raised_on" + days + "substantiated,attributable,known_on,incident\n"
                          : "service,opened_on" + days + "decision,attributable,known_on,incident\n";
    const auto evidence = sample::evidence_of({{table, head + row + "\n"}});
    return report_event(table, evidence.find_records(table)->all().front());
}

} // namespace

TEST_CASE("a row of a table of reports is an event by the table's name, with its days and its incident") {
    const auto event = only("deaths", "S1,2024-10-01,2024-11-01,yes,2024-10-03,I1");
    CHECK(event.service == "S1");
    CHECK(event.event == "deaths");
    CHECK(event.from == Date(2024, 10, 1));
    CHECK(event.known_on == Date(2024, 10, 3));
    CHECK(event.concluded_on == Date(2024, 11, 1));
    CHECK(event.incident == "I1");
    CHECK(event.review == Review::upheld);
    CHECK(*event.origin.source == "deaths");
    CHECK_FALSE(event.refused);
}

TEST_CASE("what a review found follows from the words of each table") {
    CHECK(only("deaths", "S1,2024-10-01,,yes,,").review == Review::under_way);
    CHECK(only("deaths", "S1,2024-10-01,2024-11-01,no,,").review == Review::not_upheld);
    CHECK(only("concerns", "S1,2024-10-01,2024-11-01,yes,yes,,").review == Review::upheld);
    CHECK(only("concerns", "S1,2024-10-01,2024-11-01,no,,,").review == Review::not_upheld);
    CHECK(only("safeguarding", "S1,2024-10-01,2024-11-01,partly substantiated,yes,,").review ==
          Review::upheld);
    CHECK(only("safeguarding", "S1,2024-10-01,2024-11-01,inconclusive,,,").review == Review::not_upheld);
}

TEST_CASE("what was concluded and does not say what was found is unclear; a bad day is refused") {
    CHECK(only("deaths", "S1,2024-10-01,2024-11-01,,,").review == Review::unclear);
    CHECK(only("deaths", "S1,2024-10-01,2024-11-01,perhaps,,").review == Review::unclear);
    CHECK(only("concerns", "S1,2024-10-01,2024-11-01,,yes,,").review == Review::unclear);
    CHECK(only("safeguarding", "S1,2024-10-01,2024-11-01,,yes,,").review == Review::unclear);
    CHECK(only("deaths", "S1,2024-10-01,2024-09-01,yes,,").refused);
}
