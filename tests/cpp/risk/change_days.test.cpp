// SPDX-License-Identifier: MIT
// Where days are cut.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/change_days.hpp>

#include <cstddef>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

/// The days of 2024 on which a level of S1 can change, as its facts and returns say, and how many spans fade.
struct Cut {
    std::vector<std::string> days;
    std::size_t fading = 0;
};
Cut cut(const early::Tables& tables, const std::string& rules = early::rules) {
    const auto book = early::book(tables, rules);
    RiskBook::Work work;
    book.draw(0, Date(2024, 12, 31), work);
    Cut made;
    for (const auto& each : calm_days(book, level_rests(book.framework()), 0, work.view,
                                      day_number(Date(2024, 1, 1)), day_number(Date(2024, 12, 31)))) {
        made.days.push_back(to_string(date_of(each.first)));
        made.fading += each.fades ? 1U : 0U;
    }
    return made;
}

using Days = std::vector<std::string>;

} // namespace

TEST_CASE("without facts a year is one span") { CHECK(cut({}).days == Days{"2024-01-01"}); }

TEST_CASE("days are cut where an event begins, becomes known, ends, expires, and leaves its look-back") {
    CHECK(cut(early::events("S1,,embargo,2024-03-01,2024-04-30,2024-03-05,,,,2024-06-30,,\n")).days ==
          Days{"2024-01-01", "2024-03-01", "2024-03-05", "2024-05-01", "2024-07-01"});
    CHECK(cut(early::events("S1,,unexpected_death,2023-02-01,,,,upheld,2024-02-10,,,\n")).days ==
          Days{"2024-01-01", "2024-02-10"}); // it counts from the conclusion, and 365 days on into 2025
    CHECK(cut(early::events("S1,,unexpected_death,2023-03-01,,,,,,,,\n")).days ==
          Days{"2024-01-01", "2024-02-29"}); // 365 days on it no longer counts
    CHECK(cut(early::events("S2,,embargo,2024-03-01,,,,,,,,\n")).days ==
          Days{"2024-01-01"}); // another service
    CHECK(cut(early::events(",A,embargo,2024-03-01,,,,,,,,\n")).days == Days{"2024-01-01", "2024-03-01"});
}

TEST_CASE("a fact that fades makes one span in which levels can only fall, or each day one of its own") {
    const auto one = cut(early::events("S1,,safeguarding_decision,2024-03-01,,,,,,,,\n"));
    CHECK(one.days == Days{"2024-01-01", "2024-03-01", "2024-03-02"});
    CHECK(one.fading == 1);
    const auto two = cut(early::events("S1,,safeguarding_decision,2024-12-01,,,I1,,,,,\n"
                                       "S1,,unexpected_death,2024-12-01,,,I1,,,,,\n"));
    CHECK(two.days.size() == 32); // the incident's facts may change places: each day of December counts
    CHECK(two.fading == 0);
}

TEST_CASE("what is counted fades on after its last day") {
    const auto ended = cut(early::events("S1,,safeguarding_decision,2024-03-01,2024-03-10,,,,,,,\n"));
    CHECK(ended.days == Days{"2024-01-01", "2024-03-01", "2024-03-02", "2024-03-11"});
    CHECK(ended.fading == 2);
}

TEST_CASE("days are cut where steps of a decay and months of a look-back end") {
    auto steps = early::rules;
    const std::string half = "decay = { half_life = 100 }";
    steps.replace(steps.find(half), half.size(), "decay = { steps = [[30, 0.5]] }");
    CHECK(cut(early::events("S1,,safeguarding_decision,2024-03-01,,,,,,,,\n"), steps).days ==
          Days{"2024-01-01", "2024-03-01", "2024-03-31"});
    auto months = early::rules;
    const std::string days = "\"unexpected_death\", days = 365";
    months.replace(months.find(days), days.size(), "\"unexpected_death\", months = 3");
    CHECK(cut(early::events("S1,,unexpected_death,2024-03-31,,,,,,,,\n"), months).days ==
          Days{"2024-01-01", "2024-03-31", "2024-06-30"}); // three months before it ends the quarter before
}

TEST_CASE("returns cut days where quarters begin, and where they fall due, come and are asked for again") {
    auto rules = early::rules;
    const std::string band = "[[band]]\nname = \"Red\"";
    rules.insert(rules.find(band), "[[measure]]\nid = \"late\"\nvalue = { overdue = \"leavers\" }\n"
                                   "scale = { steps = [[1, 5]], below = 0 }\n");
    early::Tables tables;
    tables["counts"] = "service,quarter,item,count,n,due_on,received_on,reminded_on\n"
                       "S1,2024 Q1,leavers,,,2024-04-20,2024-06-10,2024-05-02\n";
    CHECK(cut(tables, rules).days == Days{"2024-01-01", "2024-04-01", "2024-04-20", "2024-04-21",
                                          "2024-05-02", "2024-05-03", "2024-06-10", "2024-06-11",
                                          "2024-07-01", "2024-10-01"});
}
