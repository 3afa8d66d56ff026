// SPDX-License-Identifier: MIT
// Places on a list of visits.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_list.hpp>

#include <cstddef>
#include <vector>

namespace {

std::vector<double> listed(const std::vector<std::vector<double>>& keys, std::uint32_t capacity) {
    return vermeil::places_on_list(small_panel::panel(keys), 0, capacity, [](std::size_t) { return true; });
}

} // namespace

TEST_CASE("the highest keys of each day are on the list") {
    CHECK(listed({{1, 5, 3}, {9, 0, 2}}, 2) == std::vector<double>{0, 1, 1, 1, 0, 1});
}

TEST_CASE("who tie for the last places share them") {
    CHECK(listed({{7, 3, 3, 3, 3}}, 2) == std::vector<double>{1, 0.25, 0.25, 0.25, 0.25});
    CHECK(listed({{3, 3, 3, 3}}, 2) == std::vector<double>{0.5, 0.5, 0.5, 0.5});
}

TEST_CASE("a list longer than the market holds everybody") {
    CHECK(listed({{1, 2}}, 20) == std::vector<double>{1, 1});
}

TEST_CASE("who takes no part has no place and takes none away") {
    const auto places = vermeil::places_on_list(small_panel::panel({{9, 5, 3}}), 0, 1,
                                                [](std::size_t row) { return row != 0; });
    CHECK(places == std::vector<double>{0, 1, 0});
}
