// SPDX-License-Identifier: MIT
// Shares of rows that repeat the same services.

#include "catch.hpp"

#include <vermeil/core/interval.hpp>
#include <vermeil/risk/clustered_share.hpp>

using vermeil::ClusteredShare;

TEST_CASE("with one row a service a clustered share has the interval of any share") {
    ClusteredShare share;
    for (std::size_t service = 0; service < 10; ++service) {
        share.add(service, service < 7 ? 1 : 0);
    }
    CHECK(share.share() == Approx(0.7));
    CHECK(share.effective() == Approx(10));
    const auto plain = vermeil::wilson_interval(vermeil::Proportion(7, 10));
    CHECK(share.interval().lower == Approx(plain.lower));
    CHECK(share.interval().upper == Approx(plain.upper));
}

TEST_CASE("rows that repeat a service make the interval no narrower") {
    ClusteredShare share;
    for (std::size_t service = 0; service < 10; ++service) {
        for (int month = 0; month < 12; ++month) {
            share.add(service, service < 7 ? 1 : 0);
        }
    }
    CHECK(share.rows() == 120);
    CHECK(share.services() == 10);
    CHECK(share.effective() == Approx(10));
    const auto plain = vermeil::wilson_interval(vermeil::Proportion(7, 10));
    CHECK(share.interval().lower == Approx(plain.lower));
}

TEST_CASE("one service with most of the rows is worth little more than one row") {
    ClusteredShare share;
    for (int month = 0; month < 98; ++month) {
        share.add(0, 1);
    }
    share.add(1, 0);
    share.add(2, 0);
    CHECK(share.effective() == Approx(100.0 * 100 / (98 * 98 + 2)));
}

TEST_CASE("a part of a place counts for a part") {
    ClusteredShare share;
    share.add(0, 1, 0.25);
    share.add(1, 0, 0.75);
    CHECK(share.share() == Approx(0.25));
    CHECK(share.rows() == Approx(1));
}

TEST_CASE("a share of nothing is empty and may be anything") {
    const ClusteredShare none;
    CHECK(none.empty());
    CHECK(none.effective() == 0);
    CHECK(none.interval() == vermeil::Interval{0, 1});
    CHECK(vermeil::effective_interval(0.5, 0) == vermeil::Interval{0, 1});
}

TEST_CASE("the ends of an interval stay within 0 and 1, and reach them with the share") {
    CHECK(vermeil::effective_interval(0, 3.5).lower == 0);
    CHECK(vermeil::effective_interval(1, 3.5).upper == 1);
    CHECK(vermeil::effective_interval(0, 3.5).upper < 1);
}
