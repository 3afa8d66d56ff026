// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_source.hpp>

using namespace small;

namespace {

/// Rules whose second measure counts an event.
Rules with_event(const std::string& event) {
    auto made = rules();
    made.indicators[1].measure.value = EventCount{event, 365};
    made.indicators[1].measure.least_n = 0;
    made.indicators[1].scale = StepScale{{{1, 0}}, 100};
    return made;
}

} // namespace

TEST_CASE("an event that earns points and limits is found where it limits") {
    auto made = with_event("embargo");
    made.limiters = {limiter(Effect::cap, "Bronze", {"staff", Comparison::at_least, 1})};
    const auto findings = found(detail::lint_sources, made);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].place.line == 10);
    CHECK(findings[0].of == "embargo");
}

TEST_CASE("a share that earns points may limit too") {
    auto made = rules();
    made.limiters = {limiter(Effect::cap, "Bronze", {"care", Comparison::below, 0.5})};
    CHECK(found(detail::lint_sources, made).empty());
}

TEST_CASE("two measures of one item are found, two ratings of one scale are not") {
    auto made = rules();
    made.indicators[1].measure.value = made.indicators[0].measure.value;
    CHECK(found(detail::lint_sources, made).size() == 1);
    made.ordered_scales = {{"cqc", {"Good", "Poor"}, {}}};
    for (auto& indicator : made.indicators) {
        indicator.measure.value = LatestRating{"cqc"};
        indicator.measure.least_n = 0;
        indicator.scale = WordScale{{100, 0}};
    }
    CHECK(found(detail::lint_sources, made).empty());
}

TEST_CASE("one limiter may ask about an event twice, two caps may share it, two steps may not") {
    auto made = rules();
    Measure fact;
    fact.id = "embargo";
    fact.value = EventOpen{"embargo"};
    made.facts = {fact};
    made.limiters = {limiter(Effect::cap, "Silver", {"embargo", Comparison::is, 1}),
                     limiter(Effect::cap, "Bronze", {"embargo", Comparison::is, 1})};
    CHECK(found(detail::lint_sources, made).empty());
    made.limiters[0].effect = Effect::down;
    made.limiters[1].effect = Effect::down;
    CHECK(found(detail::lint_sources, made).size() == 1);
}

TEST_CASE("two measures that draw one column are found at the second") {
    auto made = rules();
    made.indicators[0].measure.value = Given{};
    made.indicators[1].measure.value = GivenRate{"care"};
    const auto findings = found(detail::lint_sources, made);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].of == "care");
    CHECK(findings[0].what == "the column 'care' counts in two places");
    made.indicators[1].measure.value = GivenRate{"other"};
    CHECK(found(detail::lint_sources, made).empty());
}
