// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_band_overlap.hpp>

using namespace small;

namespace {

/// Gold from 80, and Silver under a condition of its own.
Rules with_silver(Condition when) {
    auto made = rules();
    made.bands[1].cut.reset();
    made.bands[1].when = std::move(when);
    return made;
}

Condition both(Condition first, Condition second) {
    return Joining{Joining::How::all, {std::move(first), std::move(second)}};
}

} // namespace

TEST_CASE("two bands that a service meets both are found with that service") {
    const auto made = with_silver(both(whole(Comparison::at_least, 65), whole(Comparison::at_most, 85)));
    const auto finding = found(detail::lint_band_overlaps, made).at(0);
    CHECK(finding.of == "Silver");
    CHECK(finding.what ==
          "band 'Silver' overlaps band 'Gold': a service can meet both, and the first of them takes it");
    const auto& shown = finding.witness.inputs.at(0);
    CHECK(shown.outcome.band == 0);
    CHECK(shown.outcome.highest_score <= 85);
}

TEST_CASE("bands that end where others begin do not overlap, and nested ones are meant") {
    CHECK(found(detail::lint_band_overlaps, rules()).empty());
    const auto beside = both(whole(Comparison::at_least, 65), whole(Comparison::below, 80));
    CHECK(found(detail::lint_band_overlaps, with_silver(beside)).empty());
    CHECK(found(detail::lint_band_overlaps, with_silver(whole(Comparison::at_least, 65))).empty());
    const auto nested = both(whole(Comparison::at_least, 65), whole(Comparison::at_most, 200));
    CHECK(found(detail::lint_band_overlaps, with_silver(nested)).empty());
}

TEST_CASE("of bands that each ask for so much the best is meant to stand") {
    const auto care = both(whole(Comparison::at_least, 40), {"care", Comparison::at_least, 0.9});
    CHECK(found(detail::lint_band_overlaps, with_silver(care)).empty());
}
