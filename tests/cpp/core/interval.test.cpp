// SPDX-License-Identifier: MIT
// The Wilson interval against published and worked ends.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/core/interval.hpp>

#include <charconv>
#include <cstdint>
#include <string_view>

namespace {

template <class Number> Number cell(const vermeil::Frame& table, std::string_view column, std::size_t row) {
    const auto text = (*table.find(column)->as<std::span<const std::string_view>>())[row];
    Number value{};
    REQUIRE(std::from_chars(text.data(), text.data() + text.size(), value).ptr == text.data() + text.size());
    return value;
}

} // namespace

TEST_CASE("the Wilson interval agrees with published and worked ends") {
    const auto table = csv::file("tests/data/wilson.csv");
    REQUIRE(table.rows() == 26);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        CAPTURE(table.row_number(row));
        const vermeil::Proportion share(cell<std::uint32_t>(table, "count", row),
                                        cell<std::uint32_t>(table, "n", row));
        const auto interval = vermeil::wilson_interval(share);
        const auto tolerance = cell<double>(table, "tolerance", row);
        CHECK(interval.lower == Approx(cell<double>(table, "lower", row)).epsilon(0).margin(tolerance));
        CHECK(interval.upper == Approx(cell<double>(table, "upper", row)).epsilon(0).margin(tolerance));
    }
}

TEST_CASE("without answers the Wilson interval is all there is") {
    CHECK(vermeil::wilson_interval(vermeil::Proportion(0, 0)) == vermeil::Interval{0, 1});
}

TEST_CASE("none and all reach the ends of the interval exactly") {
    for (const std::uint32_t n : {1U, 10U, 147U, 4294967295U}) {
        CHECK(vermeil::wilson_interval(vermeil::Proportion(0, n)).lower == 0);
        CHECK(vermeil::wilson_interval(vermeil::Proportion(n, n)).upper == 1);
    }
}

TEST_CASE("the Wilson interval holds its share and mirrors") {
    for (std::uint32_t n = 1; n <= 60; ++n) {
        for (std::uint32_t count = 0; count <= n; ++count) {
            CAPTURE(count, n);
            const vermeil::Proportion share(count, n);
            const auto interval = vermeil::wilson_interval(share);
            const auto other = vermeil::wilson_interval(vermeil::Proportion(n - count, n));
            CHECK((interval.lower <= share.share() && share.share() <= interval.upper));
            CHECK(interval.lower == Approx(1 - other.upper).margin(1e-14));
        }
    }
}

TEST_CASE("more answers of the same share narrow the Wilson interval") {
    double width = 1;
    for (const std::uint32_t times : {1U, 2U, 4U, 8U, 16U, 32U}) {
        const auto interval = vermeil::wilson_interval(vermeil::Proportion(8 * times, 10 * times));
        CHECK(interval.upper - interval.lower < width);
        width = interval.upper - interval.lower;
    }
}

TEST_CASE("a wider quantile widens the Wilson interval") {
    const vermeil::Proportion share(91, 147);
    const auto usual = vermeil::wilson_interval(share);
    const auto wide = vermeil::wilson_interval(share, 2.5758293035489004); // 99 %
    CHECK(wide.lower < usual.lower);
    CHECK(usual.upper < wide.upper);
}
