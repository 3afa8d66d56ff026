// SPDX-License-Identifier: MIT
// Numbers out of columns of any type.

#include "catch.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/framework/number_at.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("a number comes from doubles, whole numbers and texts; a null and a word have none") {
    CHECK(detail::number_at(number_column("a", std::vector<double>{1.5}), 0) == 1.5);
    CHECK(detail::number_at(number_column("a", std::vector<std::int64_t>{7}), 0) == 7);
    const auto texts = text_column("a", std::vector<std::string>{" 2.5 ", "two"});
    CHECK(detail::number_at(texts, 0) == 2.5);
    CHECK_FALSE(detail::number_at(texts, 1));
    const auto nulls =
        nullable_column("a", std::vector<double>{1, 2}, [](std::size_t row) { return row == 0; });
    CHECK_FALSE(detail::number_at(nulls, 1));
}
