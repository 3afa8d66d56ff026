// SPDX-License-Identifier: MIT
// Agreement of two orders, against counting pair by pair.

#include "catch.hpp"

#include <vermeil/risk/rank_agreement.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <vector>

using vermeil::rank_agreement;

namespace {

using Values = std::vector<double>;

/// Every pair, one by one.
vermeil::RankAgreement plain(const Values& first, const Values& second) {
    vermeil::RankAgreement made;
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool same = first[i] == first[j];
            const bool alike = second[i] == second[j];
            made.tied_first += same && !alike;
            made.tied_second += alike && !same;
            made.concordant += !same && !alike && (first[i] > first[j]) == (second[i] > second[j]);
            made.discordant += !same && !alike && (first[i] > first[j]) != (second[i] > second[j]);
        }
    }
    return made;
}

} // namespace

TEST_CASE("an order agrees with itself and disagrees with its reverse") {
    const Values order{1, 2, 3, 4};
    const Values reverse{4, 3, 2, 1};
    CHECK(*rank_agreement(order, order).tau_b() == 1);
    CHECK(*rank_agreement(order, order).somers_d() == 1);
    CHECK(*rank_agreement(order, order).spearman() == Approx(1));
    CHECK(*rank_agreement(order, reverse).tau_b() == -1);
    CHECK(*rank_agreement(order, reverse).spearman() == Approx(-1));
}

TEST_CASE("ties count as each coefficient says") {
    // Worked by hand: pairs (1,2), (1,3), (2,3): tied in the first, in order, in order; and the same with a tie in the second.
    const auto made = rank_agreement(Values{1, 1, 2}, Values{1, 2, 3});
    CHECK(made.concordant == 2);
    CHECK(made.tied_first == 1);
    CHECK(*made.tau_b() == Approx(2 / std::sqrt(6.0)));
    CHECK(*made.somers_d() == Approx(2.0 / 3));
    CHECK(*made.spearman() == Approx(std::sqrt(3.0) / 2)); // mean ranks 1.5, 1.5, 3
}

TEST_CASE("pairs are counted as one by one") {
    std::mt19937 draw(7); // NOLINT: its numbers are the same everywhere
    for (int round = 0; round < 50; ++round) {
        Values first, second;
        for (std::size_t i = 0; i < draw() % 40; ++i) {
            first.push_back(static_cast<double>(draw() % 5));
            second.push_back(static_cast<double>(draw() % 3));
        }
        const auto fast = rank_agreement(first, second);
        const auto slow = plain(first, second);
        CHECK(fast.concordant == slow.concordant);
        CHECK(fast.discordant == slow.discordant);
        CHECK(fast.tied_first == slow.tied_first);
        CHECK(fast.tied_second == slow.tied_second);
    }
}

TEST_CASE("where one order ties all there is no agreement to speak of") {
    const auto made = rank_agreement(Values{1, 1, 1}, Values{1, 2, 3});
    CHECK_FALSE(made.tau_b());
    CHECK_FALSE(made.spearman());
    CHECK(*made.somers_d() == 0);
    CHECK_FALSE(rank_agreement(Values{1, 2, 3}, Values{1, 1, 1}).somers_d());
    CHECK_FALSE(rank_agreement(Values{}, Values{}).tau_b());
}

TEST_CASE("what cannot be ranked is refused") {
    CHECK_THROWS_WITH(rank_agreement(Values{1}, Values{1, 2}),
                      "two orders of 1 and 2 services cannot be compared");
    CHECK_THROWS_WITH(rank_agreement(Values{std::numeric_limits<double>::infinity()}, Values{1}),
                      "an order holds a value that is not finite: leave such services out");
}
