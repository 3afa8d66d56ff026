// SPDX-License-Identifier: MIT
// The cells that name series and periods.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/panel_cells.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

using vermeil::Column;
using vermeil::Every;
using vermeil::detail::PeriodCells;
using vermeil::detail::SeriesCells;

namespace {

const std::array<std::string_view, 4> names{"A", "A", "B", " B "};
const std::array<std::uint32_t, 4> places{0, 0, 1, 1};
const std::array<std::string_view, 2> entries{"A", "B"};
const std::array<std::int32_t, 5> offsets{0, 1, 2, 3, 6};

/// The series A, A, B, B in every form of words.
std::vector<Column> words() {
    return {Column{"series", std::span<const std::string_view>(names)},
            Column{"series", vermeil::Coded{places, entries}},
            Column{"series", vermeil::Texts(offsets.data(), "AAB B ", 4)}};
}

} // namespace

TEST_CASE("a row of the series of the row before it is known by its cell, in any form of words") {
    for (const auto& column : words()) {
        const SeriesCells series(column);
        CHECK(series.is_as_before(1));
        CHECK_FALSE(series.is_as_before(2));
        CHECK(series.name(3) == "B");
        std::array<std::uint8_t, 3> same{};
        series.compare(0, 3, same.data());
        CHECK(same == std::array<std::uint8_t, 3>{0, 1, 0});
    }
}

TEST_CASE("whole numbers name series, and a null names none") {
    auto column = vermeil::number_column("series", std::vector<std::int64_t>{4, 4, 4});
    static const std::uint8_t first_and_second = 0b011;
    column.valid = &first_and_second;
    const SeriesCells series(column);
    CHECK(series.is_as_before(1));
    CHECK_FALSE(series.is_as_before(2));
    CHECK(series.name(0) == "4");
    CHECK(series.name(2).empty());
}

TEST_CASE("periods that are met again in another order are read alike") {
    const std::vector<std::string_view> texts{"2024-01", "2024-02", "2024-01", "2024-03", "2024-02", "soon"};
    const Column column{"period", std::span<const std::string_view>(texts)};
    PeriodCells periods(column, Every::month);
    std::vector<std::int64_t> made(texts.size());
    CHECK(periods.read(0, texts.size(), made.data()) == 5);
    CHECK(made[0] == made[2]);
    CHECK(made[1] == made[0] + 1);
    CHECK(made[3] == made[0] + 2);
    CHECK(made[4] == made[1]);
    CHECK(periods.of(5) == std::nullopt);
    CHECK(periods.of(3) == made[3]);
}

TEST_CASE("days and numbers are periods too") {
    const std::vector<std::int32_t> days{19'723, 19'754}; // 2024-01-01 and 2024-02-01
    const Column column{"period", vermeil::Days{days}};
    CHECK(*PeriodCells(column, Every::month).of(1) == *PeriodCells(column, Every::month).of(0) + 1);
    CHECK(PeriodCells(column, Every::quarter).of(0) == PeriodCells(column, Every::quarter).of(1));
    CHECK(PeriodCells(column, Every::number).of(1) == 19'754);
    const auto whole = vermeil::number_column("period", std::vector<std::int64_t>{-3});
    CHECK(PeriodCells(whole, Every::number).of(0) == -3);
    CHECK(PeriodCells(whole, Every::month).of(0) == std::nullopt);
}
