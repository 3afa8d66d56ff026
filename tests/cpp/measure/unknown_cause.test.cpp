// SPDX-License-Identifier: MIT
// What happened where a measure drawn from evidence is unknown.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/catalogue.hpp>
#include <vermeil/measure/unknown_cause.hpp>

#include <map>
#include <string>
#include <utility>

using namespace vermeil;

namespace {

using Tables = std::map<std::string, std::string>;

std::string cause(ValueSource value, const Tables& tables) {
    Measure measure;
    measure.id = "m";
    measure.value = std::move(value);
    return unknown_cause(measure, sample::evidence_of(tables));
}

const Tables events{{"events", "service,provider,event,from\nS1,,default_notice,soon\n"}};

} // namespace

TEST_CASE("a table that was not given is named, and a row of one that was is told as refused") {
    CHECK(cause(EventOpen{"default_notice"}, {}) == "no table of events was given");
    CHECK(cause(EventOpen{"default_notice"}, events) == "a row of events was refused, see the rejects");
    CHECK(cause(EventCount{"default_notice", 90}, {}) == "no table of events was given");
    CHECK(cause(LatestRating{"cqc"}, {}) == "no table of inspections was given");
    CHECK(cause(standard_value("cancellation_notice"), {}) == "no table of 'visits' was given");
}

TEST_CASE("counts that say so are unknown by their own word, and answers lost theirs") {
    CHECK(cause(CountShare{"leavers"}, {}) == "returned as unknown");
    CHECK(cause(SurveyShare{"yearly", "dignity", {"agree"}}, {}) ==
          "a count of its answers is missing or was refused, see the rejects");
    CHECK(refused_count_cause() == "a row of counts was refused, see the rejects");
}

TEST_CASE("of a standard measure whose table is there, the rows do not tell") {
    const Tables finance{{"finance", "service,provider,status,from\n"}};
    for (const auto& each : standard_measures()) {
        if (each.tables == std::vector<std::string>{"finance"}) {
            CHECK(cause(standard_value(each.id), finance) ==
                  "the rows of 'finance' do not tell or were refused, see the rejects");
            CHECK(cause(standard_value(each.id), {}) == "no table of 'finance' was given");
        }
    }
}

TEST_CASE("nobody says what happened to a number that somebody gave") { CHECK(cause(Given{}, {}).empty()); }
