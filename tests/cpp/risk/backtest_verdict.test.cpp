// SPDX-License-Identifier: MIT
// Better, no better, worse, or too little to tell.

#include "catch.hpp"

#include <vermeil/risk/backtest_verdict.hpp>

#include <cstdint>
#include <vector>

using vermeil::RankedRow;
using vermeil::RankingArea;
using vermeil::Verdict;

namespace {

/// Services of which the first so many are harmed; the key of the harmed rises by `lift`.
RankingArea area(std::uint32_t harmed, double lift, std::uint32_t noise_step = 37) {
    std::vector<RankedRow> rows;
    for (std::uint32_t service = 0; service < 100; ++service) {
        const auto noise = static_cast<double>(service * noise_step % 100);
        rows.push_back({0, service, noise + (service < harmed ? lift : 0), service < harmed});
    }
    return RankingArea(rows);
}

} // namespace

TEST_CASE("a difference whose interval keeps off 0 is told") {
    CHECK(compared(area(20, 80), area(20, 0), 10).verdict == Verdict::better);
    CHECK(compared(area(20, 0), area(20, 80), 10).verdict == Verdict::worse);
    const auto same = compared(area(20, 0), area(20, 0, 61), 10);
    CHECK(same.verdict == Verdict::no_better);
    CHECK(same.interval->lower < 0);
    CHECK(same.interval->upper > 0);
}

TEST_CASE("of many rivals one is ahead by chance, so being worse takes more than being better") {
    const auto one = compared(area(20, 0), area(20, 18), 10);
    CHECK(one.verdict == Verdict::worse);
    const auto scheme = area(20, 0);
    const auto rival = area(20, 22, 61);
    const auto alone = compared(scheme, rival, 10, 1);
    const auto among = compared(scheme, rival, 10, 1000);
    REQUIRE(alone.verdict == Verdict::worse);
    CHECK(among.verdict == Verdict::no_better);
    CHECK(*among.interval == *alone.interval);
    CHECK(compared(rival, scheme, 10, 1000).verdict == Verdict::better);
}

TEST_CASE("a rule does not beat itself") {
    const auto made = compared(area(20, 50), area(20, 50), 10);
    CHECK(made.verdict == Verdict::no_better);
    CHECK(*made.interval == vermeil::Interval{0, 0});
}

TEST_CASE("from too few events nothing is told, though the figures stand") {
    const auto made = compared(area(5, 80), area(5, 0), 10);
    CHECK(made.verdict == Verdict::cannot_tell);
    CHECK(made.difference);
    CHECK(made.interval);
    CHECK(compared(area(5, 80), area(5, 0), 5).verdict == Verdict::better);
}

TEST_CASE("without pairs there is nothing to compare") {
    const auto made = compared(RankingArea({}), RankingArea({}), 2);
    CHECK(made.verdict == Verdict::cannot_tell);
    CHECK_FALSE(made.difference);
}

TEST_CASE("verdicts have names") {
    CHECK(vermeil::to_string(Verdict::no_better) == "no_better");
    CHECK(vermeil::to_string(Verdict::cannot_tell) == "cannot_tell");
}
