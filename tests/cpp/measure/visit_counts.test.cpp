// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/visit_counts.hpp>

#include <cstdint>

using namespace vermeil;
using namespace vermeil::detail;

namespace {
VisitCounts one(std::uint32_t outcome, int marks = 0) {
    VisitClasses classes;
    classes.add(VisitClasses::cell(outcome, static_cast<std::uint8_t>(marks)));
    return classes.counts();
}
VisitLengths length(std::int32_t planned, std::int32_t actual, const LengthRule& rule) {
    VisitLengths sum;
    add_length(sum, rule, planned, actual);
    return sum;
}
} // namespace

TEST_CASE("each outcome is counted as what it is, and as delivered and logged where it is that") {
    CHECK(one(0) == VisitCounts{.delivered = 1});
    CHECK(one(1) == VisitCounts{.missed = 1});
    CHECK(one(2) == VisitCounts{.cancelled_by_person = 1});
    CHECK(one(3) == VisitCounts{.cancelled_by_provider = 1});
    CHECK(one(4) == VisitCounts{.frustrated = 1});
    CHECK(one(VisitClasses::punctual) == VisitCounts{.delivered = 1, .logged = 1, .punctual = 1});
    CHECK(one(VisitClasses::early) == VisitCounts{.delivered = 1, .logged = 1, .early = 1});
    CHECK(one(VisitClasses::late) == VisitCounts{.delivered = 1, .logged = 1, .late = 1});
}

TEST_CASE("marks are counted of delivered visits, that of a critical time of logged ones") {
    const int all =
        VisitMark::electronic | VisitMark::edited | VisitMark::time_critical | VisitMark::has_start;
    CHECK(one(0, all) == VisitCounts{.delivered = 1, .electronic = 1, .edited = 1});
    CHECK(one(1, all) == VisitCounts{.missed = 1});
    CHECK(one(VisitClasses::punctual, all) == VisitCounts{.delivered = 1,
                                                          .logged = 1,
                                                          .punctual = 1,
                                                          .critical_logged = 1,
                                                          .critical_punctual = 1,
                                                          .electronic = 1,
                                                          .edited = 1});
    CHECK(one(VisitClasses::late, VisitMark::time_critical) ==
          VisitCounts{.delivered = 1, .logged = 1, .late = 1, .critical_logged = 1});
}

TEST_CASE("visits that were due are all but those that the person cancelled") {
    CHECK(VisitCounts{.delivered = 1,
                      .missed = 20,
                      .cancelled_by_person = 300,
                      .cancelled_by_provider = 4'000,
                      .frustrated = 50'000}
              .due() == 54'021);
}

TEST_CASE("counts add up, every one with its own") {
    VisitCounts sum{.delivered = 1, .edited = 2};
    add_up(sum, VisitCounts{.delivered = 10, .missed = 5, .edited = 20});
    CHECK(sum == VisitCounts{.delivered = 11, .missed = 5, .edited = 22});
}

TEST_CASE("a visit is short below the minutes and clipped below the share; at them it is neither") {
    const LengthRule rule{30, 0.9};
    CHECK(length(3'600, 3'240, rule) == VisitLengths{1, 3'600, 3'240, 0, 0, 0});
    CHECK(length(3'600, 3'239, rule) == VisitLengths{1, 3'600, 3'239, 0, 0, 1});
    CHECK(length(1'800, 1'800, rule) == VisitLengths{1, 1'800, 1'800, 0, 0, 0});
    CHECK(length(1'799, 1'799, rule) == VisitLengths{1, 1'799, 1'799, 1, 1, 0});
    CHECK(length(0, 0, rule) == VisitLengths{1, 0, 0, 1, 1, 0});
}

TEST_CASE("just the share is not clipped where the product of doubles lies above it, for every percentage") {
    for (int percent = 1; percent <= 100; ++percent) {
        for (std::int32_t planned = 300; planned <= 7'200; planned += 300) {
            const auto just = planned / 100 * percent;
            const LengthRule rule{0, percent / 100.0};
            CHECK(length(planned, just, rule).clipped == 0);
            CHECK(length(planned, just - 1, rule).clipped == 1);
        }
    }
}
