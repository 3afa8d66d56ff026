// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/told_apart.hpp>

#include <vector>

using namespace vermeil;

namespace {

CellBuffer cells(const std::vector<double>& values) {
    CellBuffer made(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        made.set(row, {values[row], State::present, 0, 0, 0});
    }
    return made;
}

} // namespace

TEST_CASE("a number becomes the part that it lies in; one that begins a part belongs to it") {
    auto beds = cells({49, 50, 99.5, 100, 700});
    beds.state[4] = State::suppressed;
    detail::part(beds, {50, 100});
    CHECK(beds.value == std::vector<double>{1, 2, 2, 3, 700});
    CHECK(detail::parts_of(beds.column(), {2}).value[1] == 2);
    auto as_it_is = cells({49});
    detail::part(as_it_is, {});
    CHECK(as_it_is.value[0] == 49);
}

TEST_CASE("facts taken together have a name for each combination, and are absent where one of them is") {
    MeasureTable table({"A", "B", "C", "D"});
    const double north = number_of_name("North"), south = number_of_name("South");
    table.add_name(north, "North");
    table.add_name(south, "South");
    add(table, "region", cells({north, south, north, north}));
    auto size = cells({1, 1, 2, 1});
    size.state[2] = State::not_submitted;
    add(table, "size", std::move(size));
    detail::add_together(table, "both", {"region", "size"});
    const auto& both = *table.find("both");
    CHECK(table.name_of(both.value[0]) == "North / 1");
    CHECK(both.value[0] == both.value[3]);
    CHECK(both.value[0] != both.value[1]);
    CHECK(both.state[2] == State::not_submitted);
}
