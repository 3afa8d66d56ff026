// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/condition.hpp>

#include <array>

using namespace vermeil;

TEST_CASE("a condition compares a value with its threshold on the named side") {
    const std::array<std::array<bool, 3>, 5> expected{{{true, false, false},   // below
                                                       {true, true, false},    // at_most
                                                       {false, true, true},    // at_least
                                                       {false, false, true},   // above
                                                       {false, true, false}}}; // is
    for (std::size_t i = 0; i < comparison_names.size(); ++i) {
        const auto comparison = static_cast<Comparison>(i);
        CAPTURE(comparison_names[i]);
        CHECK(holds(0.4, comparison, 0.5) == expected[i][0]);
        CHECK(holds(0.5, comparison, 0.5) == expected[i][1]);
        CHECK(holds(0.6, comparison, 0.5) == expected[i][2]);
    }
}

TEST_CASE("a value that misses its threshold by the error of a sum counts as equal to it") {
    const double tenths = 0.1 + 0.2; // 0.30000000000000004
    CHECK(tenths > 0.3);
    CHECK(holds(tenths, Comparison::at_most, 0.3));
    CHECK_FALSE(holds(tenths, Comparison::above, 0.3));
    CHECK(holds(tenths, Comparison::is, 0.3));
}

TEST_CASE("none of no questions always holds, and no other question is that one") {
    CHECK(is_always(always()));
    CHECK_FALSE(is_always(Joining{Joining::How::all, {}}));
    CHECK_FALSE(is_always(Joining{Joining::How::none, {always()}}));
    std::vector<Subject> subjects;
    add_subjects(always(), subjects);
    CHECK(subjects.empty());
}
