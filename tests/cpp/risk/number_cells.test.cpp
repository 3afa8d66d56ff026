// SPDX-License-Identifier: MIT
// Numbers out of every kind of column.

#include "catch.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/number_cells.hpp>

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace {

std::optional<double> read(const vermeil::Column& column, bool& fault) {
    return vermeil::detail::NumberCells(column).number(0, fault);
}

} // namespace

TEST_CASE("numbers are read from columns of doubles, whole numbers, counts and words") {
    bool fault = true;
    CHECK(read(vermeil::number_column("x", std::vector<double>{1.5}), fault) == 1.5);
    CHECK(read(vermeil::number_column("x", std::vector<std::int64_t>{-2}), fault) == -2);
    CHECK(read(vermeil::number_column("x", std::vector<std::uint32_t>{7}), fault) == 7);
    CHECK(read(vermeil::text_column("x", {" 3.25 "}), fault) == 3.25);
    CHECK_FALSE(fault);
}

TEST_CASE("an empty cell is nothing, and what is no finite number a fault") {
    bool fault = true;
    CHECK_FALSE(read(vermeil::text_column("x", {""}), fault));
    CHECK_FALSE(fault);
    CHECK_FALSE(read(vermeil::nullable_column("x", std::vector<double>{1}, [](std::size_t) { return false; }),
                     fault));
    CHECK_FALSE(fault);
    CHECK_FALSE(read(vermeil::text_column("x", {"many"}), fault));
    CHECK(fault);
    CHECK_FALSE(read(
        vermeil::number_column("x", std::vector<double>{std::numeric_limits<double>::infinity()}), fault));
    CHECK(fault);
}
