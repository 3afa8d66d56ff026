// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/every_row.hpp>

using namespace small;

namespace {

/// Two facts of which one is a truth, and a rating of two words.
Rules of_words() {
    auto made = rules();
    made.ordered_scales = {{"cqc", {"Good", "Poor"}, {}}};
    for (auto& indicator : made.indicators) {
        indicator.measure.value = LatestRating{"cqc"};
        indicator.measure.least_n = 0;
        indicator.scale = WordScale{{100, 0}};
    }
    return made;
}

} // namespace

TEST_CASE("every combination of words and absences has a number, its row and its outcome") {
    auto made = of_words();
    made.missing.of(State::not_submitted).policy = Policy::renormalise;
    const Ready ready(made);
    const detail::EveryRow every(ready.trial, detail::Silence(ready.trial));
    REQUIRE(every.fits());
    CHECK(every.complete());
    CHECK(every.size() == 16); // two words, and two policies of absence, for each of two
    std::size_t next = 0;
    every.rate([&](std::size_t number, const Outcome& outcome) {
        CHECK(number == next++);
        CHECK(ready.trial.evaluator().evaluate(every.row(number)) == outcome);
    });
    CHECK(next == 16);
    CHECK(every.is_full(5));
    CHECK(every.left_out(15) == 2);
}

TEST_CASE("numbers are never all tried, and what asks for more than a value is not either") {
    const Ready shares(rules());
    CHECK_FALSE(detail::EveryRow(shares.trial).complete());
    auto made = of_words();
    Comparing asked;
    asked.subject = {Subject::Kind::measure, "care", Aspect::late};
    asked.with = 1.0;
    made.limiters = {limiter(Effect::cap, "Bronze", asked)};
    const Ready late(made);
    CHECK_FALSE(detail::EveryRow(late.trial).complete());
}

TEST_CASE("too many rows are not rated") {
    auto made = rules();
    for (int i = 0; i < 12; ++i) {
        made.indicators.push_back(share("m" + std::to_string(i)));
    }
    const Ready ready(made);
    CHECK_FALSE(detail::EveryRow(ready.trial).fits());
}
