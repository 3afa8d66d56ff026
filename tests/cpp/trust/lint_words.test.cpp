// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_words.hpp>

using namespace small;

namespace {

Framework with_rating() {
    auto made = rules();
    made.ordered_scales = {{"cqc", {"Good", "Poor"}, {}}};
    made.indicators[1].measure.value = LatestRating{"cqc"};
    made.indicators[1].measure.least_n = 0;
    made.indicators[1].scale = WordScale{{100, 0}};
    return Framework(std::move(made));
}

} // namespace

TEST_CASE("values read as their authors write them") {
    const auto framework = with_rating();
    CHECK(detail::written(framework, 0, {1.0 / 3, State::present}) == "0.3333");
    CHECK(detail::written(framework, 0, {0.9, State::present, 10, 9}) == "9 of 10");
    CHECK(detail::written(framework, 1, {2, State::present}) == "'Poor'");
    CHECK(detail::written(framework, 1, {0, State::not_submitted}) == "not_submitted");
}

TEST_CASE("two rows are told by what differs between them, and by what is the same") {
    const auto framework = with_rating();
    const Shown before{{{0.5, State::present}, {1, State::present}},
                       {75, 75, 1, 1, 1, 1, Reason::decided, 0}};
    auto after = before;
    after.cells[0].state = State::unknown;
    after.outcome = {50, 100, 0.5, no_band, 2, 0, Reason::open, 0};
    CHECK(detail::difference(framework, before, after) ==
          "care 0.5 gives 'Silver' (score 75); care unknown gives Not rated (score 50 to 100); with staff "
          "'Good' in both");
}

TEST_CASE("a long row is cut short") {
    auto made = rules();
    for (const auto* id : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"}) {
        made.indicators.push_back(share(id));
    }
    const Framework framework(made);
    CHECK(detail::all_of(framework, std::vector<Cell>(14, {1, State::present})) ==
          "care 1, staff 1, a 1, b 1, c 1, d 1, e 1, f 1, g 1, h 1, i 1, j 1 and 2 more");
}
