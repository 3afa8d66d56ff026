// SPDX-License-Identifier: MIT
// When a threshold would rise: enough services, enough quarters in a row, no further than its end.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/rating/ratchet_proposal.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

const auto first = Quarter::financial(2024, 1);

Ratchet cut(double share, std::uint32_t quarters, double step, std::optional<double> end = std::nullopt) {
    Ratchet ratchet;
    ratchet.band = "Gold";
    ratchet.target = 80;
    ratchet.share = share;
    ratchet.quarters = quarters;
    ratchet.step = step;
    ratchet.end = end;
    return ratchet;
}

/// One quarter in which services had these shares of one measure; below 0 stands for nothing returned, above 1 for one that
/// does not apply.
std::shared_ptr<const Ratings> rated(const std::vector<double>& shares,
                                     std::optional<Quarter> quarter = first) {
    std::vector<std::string> services;
    CellBuffer cells(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        services.push_back("P" + std::to_string(i));
        cells.set(i, shares[i] < 0   ? small::absent(State::not_submitted)
                     : shares[i] > 1 ? small::absent(State::not_applicable)
                                     : small::present(shares[i]));
    }
    MeasureTable table(services, quarter);
    add(table, "dignity", std::move(cells));
    return std::make_shared<const Ratings>(
        rate(Framework(small::rules({small::share("dignity", 1)})), std::move(table)));
}

} // namespace

TEST_CASE("a cut rises by its step once enough services reach it in enough quarters in a row") {
    const auto three_of_four = rated({0.8, 0.9, 0.85, 0.5});
    const auto made = propose(cut(0.75, 2, 2), {rated({0.9, 0.9, 0.9, 0.1}, first + 1), three_of_four});
    CHECK(made.target == 82);
    REQUIRE(made.quarters.size() == 2);
    CHECK(made.quarters[0].quarter == first);
    CHECK(made.quarters[0].reached == 3);
    CHECK(made.quarters[0].services == 4);
    CHECK(made.why == "75.0 % of the services or more reached it in 2 quarters in a row");
}

TEST_CASE("too few services in one of the quarters, and nothing rises") {
    const auto made = propose(cut(0.75, 2, 2), {rated({0.8, 0.9}), rated({0.8, 0.79}, first + 1)});
    CHECK_FALSE(made.target);
    CHECK(made.why == "1 of 2 services reached it in 2024-25 Q2; 75.0 % are needed");
}

TEST_CASE("who returned nothing has not reached it, who need not has no part in it") {
    CHECK_FALSE(propose(cut(0.75, 1, 2), {rated({0.8, -1})}).target);
    CHECK(propose(cut(0.75, 1, 2), {rated({0.8, 2})}).target == 82);
    CHECK_FALSE(propose(cut(0.75, 1, 2), {rated({2, 2})}).target); // it concerns nobody
}

TEST_CASE("a quarter that is missing ends the row, and older quarters are not looked at") {
    const auto all = rated({0.9});
    CHECK(propose(cut(1, 2, 2), {all}).why == "1 of the 2 quarters in a row are there");
    CHECK_FALSE(propose(cut(1, 2, 2), {all, rated({0.9}, first + 2)}).target);
    CHECK(propose(cut(1, 1, 2), {rated({0.1}), rated({0.9}, first + 2)}).target == 82);
    CHECK(propose(cut(1, 2, 2), {rated({0.1}), rated({0.9}, first + 1), rated({0.9}, first + 2)}).target);
}

TEST_CASE("no threshold goes beyond its end") {
    CHECK(propose(cut(1, 1, 7, 85), {rated({0.9})}).target == 85);
    const auto made = propose(cut(1, 1, 7, 80), {rated({0.9})});
    CHECK_FALSE(made.target);
    CHECK(made.why == "it is at its end");
}

TEST_CASE("a value on a scale rises, or falls where less is better") {
    Ratchet ratchet = cut(1, 1, 0.05);
    ratchet.band.clear();
    ratchet.measure = "dignity";
    ratchet.target = 0.9;
    CHECK(propose(ratchet, {rated({0.9, 0.95})}).target == 0.95);
    CHECK_FALSE(propose(ratchet, {rated({0.9, 0.89})}).target);
    ratchet.step = -0.05;
    CHECK(propose(ratchet, {rated({0.9, 0.1})}).target == 0.85);
    CHECK_FALSE(propose(ratchet, {rated({0.91})}).target);
}

TEST_CASE("quarters have to be known, and each stands once") {
    CHECK_THROWS_WITH(propose(cut(1, 1, 1), {rated({0.9}, std::nullopt)}),
                      "a ratchet looks at quarters; measures came without one");
    CHECK_THROWS_WITH(propose(cut(1, 1, 1), {rated({0.9}), rated({0.9})}),
                      "the quarter 2024-25 Q1 stands twice in the history");
}
