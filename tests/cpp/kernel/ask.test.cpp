// SPDX-License-Identifier: MIT
// Two sides compared, answers counted and joined: every case, in three-valued logic.

#include "catch.hpp"

#include <vermeil/kernel/ask.hpp>

#include <array>
#include <limits>

using namespace vermeil::detail;
using vermeil::Comparison;
using vermeil::State;

namespace {

/// 0 no, 1 unknown, 2 yes.
int in_words(const Answer<1>& answer) { return (answer.certain[0] & 1) + (answer.possible[0] & 1); }
Answer<1> answer(int words) { return {{mask(words == 2)}, {mask(words > 0)}}; }
Seen<1> between(double low, double high, bool applies = true) { return {{low}, {high}, {mask(applies)}}; }

int compared(const Seen<1>& left, Comparison comparison, const Seen<1>& right) {
    Answer<1> made{};
    Compare<1>::run(comparison, left, right, made);
    return in_words(made);
}

} // namespace

TEST_CASE("a comparison is certain when it holds for all that both sides can be, possible when for some") {
    for (int low = 0; low < 4; ++low) {
        for (int high = low; high < 4; ++high) {
            for (int other_low = 0; other_low < 4; ++other_low) {
                for (int other_high = other_low; other_high < 4; ++other_high) {
                    for (const auto comparison : {Comparison::below, Comparison::at_most,
                                                  Comparison::at_least, Comparison::above, Comparison::is}) {
                        int held = 0, worlds = 0;
                        for (int a = low; a <= high; ++a) {
                            for (int b = other_low; b <= other_high; ++b) {
                                held += vermeil::holds(a, comparison, b) ? 1 : 0;
                                ++worlds;
                            }
                        }
                        const int expected = held == worlds ? 2 : held > 0 ? 1 : 0;
                        CHECK(compared(between(low, high), comparison, between(other_low, other_high)) ==
                              expected);
                    }
                }
            }
        }
    }
}

TEST_CASE("what does not apply meets no comparison") {
    CHECK(compared(between(1, 1, false), Comparison::below, between(2, 2)) == 0);
    CHECK(compared(between(1, 1), Comparison::below, between(2, 2, false)) == 0);
}

TEST_CASE("a measure is its value, anything while it is absent, and nothing where it does not apply") {
    const double junk = std::numeric_limits<double>::quiet_NaN();
    Seen<1> seen{};
    const double value = 0.1 + 0.2;
    const State present = State::present, unknown = State::unknown, planned = State::not_yet_live;
    SeeMeasure<1>::run(&value, &present, {planned}, seen);
    CHECK((seen.low[0] == 0.3 && seen.high[0] == 0.3 && seen.applies[0] != 0));
    SeeMeasure<1>::run(&junk, &unknown, {planned}, seen);
    CHECK((seen.low[0] < -1e300 && seen.high[0] > 1e300 && seen.applies[0] != 0));
    SeeMeasure<1>::run(&junk, &planned, {planned}, seen);
    CHECK(seen.applies[0] == 0);
}

TEST_CASE("a score applies where a weight divides") {
    Seen<1> seen{};
    SeeScore<1>::run({1}, {2}, {3}, seen, 0);
    CHECK((seen.low[0] == 1 && seen.high[0] == 2 && seen.applies[0] != 0));
    SeeScore<1>::run({0}, {0}, {0}, seen, 0);
    CHECK(seen.applies[0] == 0);
}

TEST_CASE("all, any and none follow three-valued logic") {
    for (int one = 0; one < 3; ++one) {
        for (int other = 0; other < 3; ++other) {
            auto all = answer(one);
            JoinAnswer<1>::run(true, answer(other), all);
            CHECK(in_words(all) == std::min(one, other));
            auto any = answer(one);
            JoinAnswer<1>::run(false, answer(other), any);
            CHECK(in_words(any) == std::max(one, other));
            Negate<1>::run(any);
            CHECK(in_words(any) == 2 - std::max(one, other));
        }
    }
}

TEST_CASE("a count lies between the certain and the possible answers") {
    Seen<1> count{};
    SeeNumber<1>::run(0, count);
    for (const int each : {0, 1, 2, 2, 1, 1}) {
        CountAnswer<1>::run(answer(each), count);
    }
    CHECK((count.low[0] == 2 && count.high[0] == 5 && count.applies[0] != 0));
}
