// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_reporting.hpp>

using namespace small;

namespace {

/// Rules whose second measure counts an event, fewer being better.
Rules counting(const std::string& id) {
    auto made = rules();
    auto& measure = made.indicators[1].measure;
    measure.id = id;
    measure.label = id;
    measure.value = EventCount{id, 365};
    measure.least_n = 0;
    made.indicators[1].scale = StepScale{{{1, 50}, {3, 0}}, 100};
    return made;
}

} // namespace

TEST_CASE("counts are watched that are flagged, or whose names speak of reports") {
    CHECK(found(detail::lint_reporting, counting("missed_visits")).empty());
    for (const auto* id : {"complaints", "safeguarding_referrals", "deaths_in_care", "Whistleblowing"}) {
        CHECK(found(detail::lint_reporting, counting(id)).size() == 1);
    }
    auto flagged = counting("missed_visits");
    flagged.indicators[1].measure.reporting_sensitive = true;
    CHECK(found(detail::lint_reporting, flagged).size() == 1);
}

TEST_CASE("a count of concluded, attributable cases by exposure may lower a rating") {
    auto made = counting("complaints");
    auto& measure = made.indicators[1].measure;
    measure.concluded = true;
    CHECK(found(detail::lint_reporting, made).at(0).mend.find("attributable = true, per = ") !=
          std::string::npos);
    measure.attributable = true;
    measure.per = "1000 hours";
    CHECK(found(detail::lint_reporting, made).empty());
}

TEST_CASE("names may say the same") {
    CHECK(found(detail::lint_reporting, counting("upheld_attributable_complaints_per_1000_hours")).empty());
    CHECK(
        found(detail::lint_reporting, counting("unfounded_attributable_complaints_per_1000_hours")).size() ==
        1);
}

TEST_CASE("a share that only bears such a word counts no reports") {
    auto made = rules();
    made.indicators[0].measure.label = "Complaints answered in time";
    CHECK(found(detail::lint_reporting, made).empty());
}

TEST_CASE("a limiter that more reports let fire is found, with two services that show it") {
    auto made = rules();
    Measure fact;
    fact.id = "concerns";
    fact.value = EventCount{"concern", 90};
    made.facts = {fact};
    made.limiters = {limiter(Effect::cap, "Bronze", {"concerns", Comparison::at_least, 2})};
    const auto finding = found(detail::lint_reporting, made).at(0);
    CHECK(finding.place.line == 10);
    REQUIRE(finding.witness.inputs.size() == 2);
    CHECK(finding.witness.inputs[0].outcome.band > finding.witness.inputs[1].outcome.band);
    CHECK(finding.witness.inputs[0].cells[2].value > finding.witness.inputs[1].cells[2].value);
}

TEST_CASE("a limiter that asks whether anything was reported at all punishes silence, which is fair") {
    auto made = rules();
    Measure fact;
    fact.id = "concerns";
    fact.value = EventCount{"concern", 90};
    made.facts = {fact};
    made.limiters = {limiter(Effect::cap, "Bronze", {"concerns", Comparison::below, 1})};
    CHECK(found(detail::lint_reporting, made).empty());
}

TEST_CASE("a limiter or a band of a group that asks for reports is found as one of the whole is") {
    auto made = rules();
    Measure fact;
    fact.id = "concerns";
    made.facts = {fact};
    Group group{"g", "", "", Aggregate::mean, 1.0, {}};
    Band good, bad;
    good.name = "good";
    good.cut = 0;
    good.points = 100;
    bad.name = "bad";
    bad.points = 0;
    group.bands = {good, bad};
    made.indicators[0].within = "g";
    auto limited = group;
    limited.limiters = {limiter(Effect::set, "bad", {"concerns", Comparison::at_least, 2})};
    auto by_limiter = made;
    by_limiter.groups = {limited};
    const auto fires = found(detail::lint_reporting, by_limiter);
    REQUIRE(fires.size() == 1);
    CHECK(fires[0].what.find("let a limiter fire") != std::string::npos);
    auto asking = group;
    asking.bands[0].cut.reset();
    asking.bands[0].when = Condition{Comparing{{Subject::Kind::measure, "concerns"}, Comparison::below, 2.0}};
    auto by_band = made;
    by_band.groups = {asking};
    const auto misses = found(detail::lint_reporting, by_band);
    REQUIRE(misses.size() == 1);
    CHECK(misses[0].what.find("miss the condition of a band") != std::string::npos);
}
