// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_decay.hpp>

using namespace small;

namespace {

/// Rules whose second measure asks for an event in some way.
Rules asking(const ValueSource& value, const Scale& scale) {
    auto made = rules();
    made.indicators[1].measure.value = value;
    made.indicators[1].measure.least_n = 0;
    made.indicators[1].scale = scale;
    return made;
}

} // namespace

TEST_CASE("an open event that fades is found, and so is a number of events that halves under steps") {
    EventOpen open{"embargo"};
    open.decay = HalfLife{90};
    CHECK(found(detail::lint_decay, asking(open, StepScale{{{1, 0}}, 100})).size() == 1);
    EventCount count{"embargo", 365};
    count.decay = HalfLife{90};
    CHECK(found(detail::lint_decay, asking(count, StepScale{{{1, 0}}, 100})).size() == 1);
}

TEST_CASE("a number of events that halves along a line, or falls in steps of age, is as it should be") {
    EventCount count{"embargo", 365};
    CHECK(found(detail::lint_decay, asking(count, StepScale{{{1, 0}}, 100})).empty());
    count.decay = HalfLife{90};
    CHECK(found(detail::lint_decay, asking(count, LinearScale{{{0, 100}, {5, 0}}})).empty());
    count.decay = AgeSteps{{{180, 0.5}}};
    CHECK(found(detail::lint_decay, asking(count, StepScale{{{1, 0}}, 100})).empty());
}
