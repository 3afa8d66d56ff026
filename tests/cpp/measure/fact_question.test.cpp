// SPDX-License-Identifier: MIT
// What a measure asks of facts.

#include "catch.hpp"

#include <vermeil/measure/fact_question.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

const std::vector<OrderedScale> scales{{"cqc", {"Good", "Poor"}, {}}};

Measure measure_of(std::string id, ValueSource value) {
    Measure measure;
    measure.id = std::move(id);
    measure.value = std::move(value);
    return measure;
}

std::vector<FactQuestion> questions_of(const std::vector<Measure>& measures) {
    return fact_questions(measures, scales, FactKinds(measures));
}

} // namespace

TEST_CASE("live measures of events and ratings ask, and no others") {
    auto planned = measure_of("planned", EventOpen{"x"});
    planned.live = false;
    const auto questions = questions_of({measure_of("a", Given{}), measure_of("b", EventOpen{"embargo"}),
                                         planned, measure_of("c", LatestRating{"cqc"})});
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].measure == 1);
    CHECK(questions[1].measure == 3);
    CHECK(questions[1].words == 2);
}

TEST_CASE("a window ends on the day, and each cycle before the one after it") {
    const auto question = questions_of({measure_of("a", EventCount{"x", 30})}).front();
    const auto now = question.window({Quarter::financial(2024, 3), Date(2024, 12, 31), 0});
    CHECK(now.last == day_number(Date(2024, 12, 31)));
    CHECK(now.before == day_number(Date(2024, 12, 1)));
    const auto earlier = question.window({Quarter::financial(2024, 2), Date(2024, 12, 31), 1});
    CHECK(earlier.last == now.before);
    CHECK(earlier.before == day_number(Date(2024, 11, 1)));
    CHECK(earlier.day == now.day);
}

TEST_CASE("a count may take what any review finds, from the day it happened") {
    Fact fact;
    fact.from = fact.known = 100;
    fact.review = Review::under_way;
    EventCount any{"x", 30};
    any.any_review = true;
    const FactWindow window{90, 120, 120};
    CHECK(questions_of({measure_of("a", any)}).front().weight(fact, window) == detail::whole_weight);
    CHECK_FALSE(questions_of({measure_of("a", EventCount{"x", 30})}).front().weight(fact, window));
}

TEST_CASE("what is under review, or weighed over cycles, takes no part in incidents") {
    EventOpen review{"x", true};
    auto cycles = measure_of("b", EventCount{"x", 30});
    cycles.cycles = {2, 1};
    const std::vector<Measure> measures{measure_of("a", review), cycles, measure_of("c", EventOpen{"x"})};
    const auto questions = fact_questions(measures, scales, FactKinds(measures),
                                          std::vector<Worth>(3, [](double value) { return value; }));
    CHECK_FALSE(questions[0].worth);
    CHECK_FALSE(questions[1].worth);
    CHECK(questions[2].worth);
}

TEST_CASE("what is counted over a measure that is not there is refused by name") {
    EventCount count{"x", 30};
    count.over = "hours";
    CHECK_THROWS_WITH(questions_of({measure_of("a", count)}), "there is no measure 'hours' to count over");
}
