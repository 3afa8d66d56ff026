// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/word_value.hpp>
#include <vermeil/trust/named_witness.hpp>

#include <string>

using namespace vermeil;

TEST_CASE("a number that stands for a name reads as the name; all others stay") {
    MeasureTable table({"A"});
    const double north = number_of_name("North / 2");
    table.add_name(north, "North / 2");
    const auto text = [](double number) { return "beds 40, peers " + detail::shortest(number) + " in both"; };
    CHECK(detail::with_names(text(north), table) == "beds 40, peers 'North / 2' in both");
    CHECK(detail::with_names(text(north + 1), table) == text(north + 1));
    CHECK(detail::with_names("", table).empty());
}
