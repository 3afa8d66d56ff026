// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/measure/drawing_day.hpp>

TEST_CASE("a day of drawing looks at the first cycle unless told otherwise") {
    const vermeil::DrawingDay day{vermeil::Quarter::financial(2024, 3), vermeil::Date(2024, 12, 31)};
    CHECK(day.cycle == 0);
}
