// SPDX-License-Identifier: MIT
// Kinds of facts by number.

#include "catch.hpp"

#include <vermeil/measure/fact_kinds.hpp>

#include <utility>
#include <vector>

using namespace vermeil;

namespace {

Measure measure_of(ValueSource value) {
    Measure measure;
    measure.value = std::move(value);
    return measure;
}

} // namespace

TEST_CASE(
    "events, ratings, ratings of a standard and a service's own are kinds apart; nobody asks for others") {
    LatestRating safety{"cqc"};
    safety.standard = "safety";
    LatestRating own{"cqc"};
    own.is_own = true;
    const FactKinds kinds({measure_of(EventOpen{"embargo"}), measure_of(EventCount{"embargo", 9}),
                           measure_of(LatestRating{"cqc"}), measure_of(safety), measure_of(own),
                           measure_of(EventCount{"death", 9})});
    CHECK(kinds.event("embargo") == 0);
    CHECK(kinds.event("death").has_value());
    CHECK(kinds.event(" EMBARGO") == 0);
    CHECK_FALSE(kinds.event("cqc"));
    CHECK(kinds.rating("CQC ", "", false) == kinds.rating("cqc", "", false));
    CHECK(kinds.rating("cqc", "safety", false) != kinds.rating("cqc", "", false));
    CHECK(kinds.rating("cqc", "", true) != kinds.rating("cqc", "", false));
    CHECK_FALSE(kinds.rating("cqc", "care", false));
}

TEST_CASE("a name that is nearly one that is asked for is of no kind, and a slip of one") {
    const FactKinds kinds({measure_of(EventOpen{"embargo"}), measure_of(LatestRating{"pamms"})});
    CHECK_FALSE(kinds.event("embargoo"));
    CHECK(kinds.slip_of_event("embargoo") == kinds.event("embargo"));
    CHECK_FALSE(kinds.slip_of_event("EMBARGO"));
    CHECK_FALSE(kinds.slip_of_event("a fair"));
    CHECK(kinds.slip_of_rating("pams", "", false) == kinds.rating("pamms", "", false));
    CHECK_FALSE(kinds.slip_of_rating("PAMMS", "safety", false));
    CHECK_FALSE(kinds.slip_of_rating("pams", "safety", false));
}
