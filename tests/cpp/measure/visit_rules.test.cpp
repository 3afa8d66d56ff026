// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/visit_rules.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

using namespace vermeil;
using vermeil::detail::check_rules;
using vermeil::detail::PunctualRange;

namespace {
/// Whether a start so many seconds late is punctual, by the words of the rule.
bool is_punctual(const PunctualityRule& rule, std::int32_t seconds) {
    const double minutes = seconds / 60.0;
    const double counted = rule.rounding == LateRounding::none   ? minutes
                           : rule.rounding == LateRounding::down ? std::floor(minutes)
                                                                 : std::floor(minutes + 0.5);
    return -rule.early_minutes <= counted && counted <= rule.late_minutes;
}

std::string refusal(const VisitRules& rules) {
    try {
        check_rules(rules);
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing was thrown";
}
VisitRules punctual(PunctualityRule rule) { return {true, std::move(rule)}; }
} // namespace

TEST_CASE("a start is punctual as the rule's words say, for every second, tolerance and rounding") {
    for (const auto rounding : {LateRounding::none, LateRounding::down, LateRounding::nearest}) {
        for (const double late : {0.0, 0.5, 7.0, 15.0, 15.25}) {
            for (const double early : {0.0, 0.5, 5.0, 15.0}) {
                const PunctualityRule rule{late, early, rounding};
                const PunctualRange range(rule);
                for (std::int32_t seconds = -1'000; seconds <= 1'000; ++seconds) {
                    const bool inside = !range.is_early(seconds) && !range.is_late(seconds);
                    REQUIRE(inside == is_punctual(rule, seconds));
                    REQUIRE_FALSE((range.is_early(seconds) && range.is_late(seconds)));
                }
            }
        }
    }
}

TEST_CASE("the ends of the tolerance are punctual, a second beyond them is not") {
    const PunctualRange none({15, 5, LateRounding::none});
    CHECK_FALSE(none.is_late(900));
    CHECK(none.is_late(901));
    CHECK_FALSE(none.is_early(-300));
    CHECK(none.is_early(-301));
    const PunctualRange down({15, 5, LateRounding::down});
    CHECK_FALSE(down.is_late(959));
    CHECK(down.is_late(960));
    CHECK(down.is_early(-301));
    const PunctualRange nearest({15, 5, LateRounding::nearest});
    CHECK_FALSE(nearest.is_late(929));
    CHECK(nearest.is_late(930));
    CHECK_FALSE(nearest.is_early(-330));
    CHECK(nearest.is_early(-331));
}

TEST_CASE("minutes written with a fraction are as many seconds as they say") {
    // Times 60, the nearest double to each of these falls just short of its seconds.
    CHECK_FALSE(PunctualRange({2.05, 0}).is_late(123));
    CHECK(PunctualRange({2.05, 0}).is_late(124));
    CHECK_FALSE(PunctualRange({0, 16.9}).is_early(-1'014));
    CHECK(PunctualRange({0, 16.9}).is_early(-1'015));
}

TEST_CASE("parameters outside their range are refused with what they are and what is allowed") {
    CHECK(refusal(punctual({-0.5, 0})) == "late_minutes: -0.5 minutes cannot be; allowed are 0 to 1440");
    CHECK(refusal(punctual({0, 1'440.5})) ==
          "early_minutes: 1440.5 minutes cannot be; allowed are 0 to 1440");
    CHECK(refusal(punctual({std::nan(""), 0})) ==
          "late_minutes: nan minutes cannot be; allowed are 0 to 1440");
    CHECK(refusal({true, {}, LengthRule{-1, 0}}) ==
          "short_minutes: -1 minutes cannot be; allowed are 0 to 1440");
    CHECK(refusal({true, {}, LengthRule{30, 1.5}}) == "least_share: 1.5 cannot be; allowed are 0 to 1");
    CHECK(refusal({true, {}, {}, ContinuityRule{false, 1}}) ==
          "least_contacts: 1 cannot be; the indices of continuity need 2 or more");
    for (const auto& [quantiles, value] : {std::pair{std::vector<double>{0.5, 0.5}, "0.5"},
                                           {{0.5, 0.25}, "0.25"},
                                           {{-0.1}, "-0.1"},
                                           {{1.1}, "1.1"}}) {
        CHECK(refusal(punctual({15, 15, LateRounding::none, quantiles})) ==
              std::string("quantiles: ") + value +
                  " cannot be; give shares from 0 to 1, each above the one before");
    }
}

TEST_CASE("what needs something else is refused without it") {
    auto rules = punctual({15, 15});
    rules.counts = false;
    CHECK(refusal(rules) ==
          "counts: punctuality is a share of visits that are counted; ask for the counts too");
    CHECK(refusal({true, {}, {}, ContinuityRule{false, 2, 0}}) ==
          "recent_from: workers met from a moment on are counted with the sequence of visits");
}

TEST_CASE("the ends of every range are allowed") {
    CHECK_NOTHROW(check_rules(VisitRules{true, PunctualityRule{0, 1'440, LateRounding::down, {0, 1}},
                                         LengthRule{1'440, 1}, ContinuityRule{true, 2, -1}}));
}
