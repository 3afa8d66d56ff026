// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/trust/lint_weight.hpp>

using namespace small;

namespace {

/// What is found with a table of two services in which `care` has these bases.
std::vector<Finding> on_bases(std::uint32_t first, std::uint32_t second, State state = State::present) {
    MeasureTable table({"a", "b"});
    CellBuffer care(2), staff(2);
    care.set(0, {0.5, state, first, first / 2});
    care.set(1, {0.5, state, second, second / 2});
    staff.set(0, {0.5, State::present, 40, 20});
    staff.set(1, {0.5, State::present, 40, 20});
    add(table, "care", std::move(care));
    add(table, "staff", std::move(staff));
    const Framework framework(rules());
    std::vector<Finding> findings;
    detail::lint_weights({framework, framework.rules(), {}, &table, nullptr, findings});
    return findings;
}

} // namespace

TEST_CASE("a weight is missed in a mean and not in a sum") {
    auto made = rules();
    made.indicators[0].weight.reset();
    const Framework framework(made);
    std::vector<Finding> findings;
    detail::lint_weights({framework, framework.rules(), {}, nullptr, nullptr, findings});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what == "measure 'care' has no weight, so nothing can be rated yet");
    made.aggregate = Aggregate::sum;
    CHECK(found(detail::lint_weights, made).empty());
}

TEST_CASE("a share of answers needs a least n while it is live") {
    auto made = rules();
    made.surveys = {{"yearly", {{{"agree", "disagree"}, {"care"}}}, {}, {}}};
    made.indicators[0].measure.value = SurveyShare{"yearly", "care", {"agree"}};
    made.indicators[0].measure.least_n = 1;
    CHECK(found(detail::lint_weights, made).at(0).rule == LintRule::one_answer);
    made.indicators[0].measure.live = false;
    CHECK(found(detail::lint_weights, made).empty());
}

TEST_CASE("a least n that no service reaches is told with the largest base") {
    const auto findings = on_bases(4, 9);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == LintRule::weight_never_counts);
    CHECK(findings[0].witness.text == "of 2 services the largest base is 9, of 'b'");
    CHECK(on_bases(4, 10).empty());
}

TEST_CASE("a measure of which no service has a value is told") {
    CHECK(on_bases(40, 40, State::not_submitted).at(0).witness.text == "none of 2 services");
}
