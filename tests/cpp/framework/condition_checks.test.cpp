// SPDX-License-Identifier: MIT
// What the questions of bands and limiters must satisfy.

#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/band_checks.hpp>
#include <vermeil/framework/condition_checks.hpp>

#include <string>

using namespace vermeil;

namespace {

/// The message for a limiter that asks this question.
std::string refused(const Condition& condition) {
    auto rules = sample::rules();
    rules.limiters[0].when = condition;
    try {
        detail::check_limiters(rules);
    } catch (const DefinitionError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("a question asks about what there is, and not without end") {
    using Kind = Subject::Kind;
    CHECK(refused(Comparing{{Kind::group, "people"}, Comparison::below, 3.0}).empty());
    CHECK(
        refused(Comparing{{Kind::whole, ""}, Comparison::below, Subject{Kind::measure, "dignity"}}).empty());
    CHECK(refused(Comparing{{Kind::group, "peopel"}, Comparison::below, 3.0}) ==
          "rules:10:1: a limiter asks about the group 'peopel'; the groups are 'people'; did you mean "
          "'people'?");
    CHECK(refused(Comparing{{Kind::whole, ""}, Comparison::below, Subject{Kind::measure, "x"}}) ==
          "rules:10:1: a limiter asks about the measure 'x'; the measures are 'dignity' or 'inspection'");
    CHECK(refused(Counting{{Kind::measure, "dignity"}, {Comparison::is, 1}, Comparison::is, 1}) ==
          "rules:10:1: a limiter counts the members of a measure; it has none");
    CHECK(refused(Counting{{Kind::whole, ""}, {Comparison::is, 1e9}, Comparison::is, 1})
              .find("has a threshold") != std::string::npos);
    CHECK(refused(Joining{}) == "rules:10:1: a limiter joins no questions");
    Condition deep("dignity", Comparison::is, 1);
    for (int i = 0; i < 7; ++i) {
        deep = Condition(Joining{Joining::How::any, {deep}});
    }
    CHECK(refused(deep).empty());
    CHECK(refused(Condition(Joining{Joining::How::all, {deep}})) ==
          "rules:10:1: a limiter asks questions within questions more than 8 levels deep");
}

TEST_CASE("a question asks for what a measure or a node has") {
    using Kind = Subject::Kind;
    CHECK(refused(Comparing{{Kind::measure, "dignity", Aspect::lower}, Comparison::below, 0.6}).empty());
    CHECK(refused(Comparing{{Kind::group, "people", Aspect::coverage}, Comparison::below, 0.6}).empty());
    CHECK(refused(Comparing{{Kind::measure, "dignity", Aspect::coverage}, Comparison::below, 0.6}) ==
          "rules:10:1: a limiter asks for 'coverage' of a measure, which has none");
    CHECK(refused(Comparing{{Kind::group, "people", Aspect::late}, Comparison::is, 1.0}) ==
          "rules:10:1: a limiter asks for 'late' of a group, which has none");
    CHECK(refused(Comparing{{Kind::group, "people", Aspect::band}, Comparison::is, 1.0}) ==
          "rules:10:1: a limiter asks for the band of group 'people', which has no bands");
    CHECK(refused(always()).empty());
}
