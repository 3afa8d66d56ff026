// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/trust/lint_cliff.hpp>

using namespace small;

namespace {

/// One share with a scale, on a least n.
Rules alone(Scale scale, std::uint32_t least_n) {
    auto made = rules();
    made.indicators = {share("care")};
    made.indicators[0].scale = std::move(scale);
    made.indicators[0].measure.least_n = least_n;
    return made;
}

const Scale line = LinearScale{{{0, 0}, {1, 100}}};

} // namespace

TEST_CASE("one answer that moves the band to its neighbour is no cliff") {
    CHECK(found(detail::lint_cliffs, alone(line, 20)).empty());
}

TEST_CASE("one answer of few can jump over a band") {
    const auto finding = found(detail::lint_cliffs, alone(line, 5)).at(0);
    CHECK(finding.what == "one answer of 5 to 'care' can move the band by 2");
    CHECK(finding.witness.text ==
          "care 3 of 5 gives 'Bronze' (score 60); care 4 of 5 gives 'Gold' (score 80)");
}

TEST_CASE("a step that high makes a cliff of any base") {
    CHECK(found(detail::lint_cliffs, alone(StepScale{{{0.9, 100}}, 0}, 50)).size() == 1);
}

TEST_CASE("a measure that is only planned, or no share, has none") {
    auto made = alone(line, 5);
    made.indicators.push_back(share("other"));
    made.indicators[0].measure.live = false;
    CHECK(found(detail::lint_cliffs, made).empty());
    made = alone(StepScale{{{5, 100}}, 0}, 5);
    made.indicators[0].measure.value = Given();
    CHECK(found(detail::lint_cliffs, made).empty());
}

TEST_CASE("a table tells the smallest base that suffices") {
    MeasureTable table({"a", "b", "c"});
    CellBuffer cells(3);
    cells.set(0, {0.5, State::present, 4, 2});
    cells.set(1, {0.5, State::present, 30, 15});
    cells.set(2, {0.5, State::present, 12, 6});
    add(table, "care", std::move(cells));
    const Framework framework(alone(line, 5));
    std::vector<Finding> findings;
    const detail::LintSubject about{framework, framework.rules(), {}, &table, nullptr, findings};
    CHECK(detail::smallest_base(about, framework.measures()[0]) == 12);
}
