// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"
#include "read.hpp"

#include <vermeil/arrow/number.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

using made::bits;
using made::buffer;

namespace {
/// Whether the imported numbers lie where the producer put them.
template <class Value, class Data = std::span<const Value>> bool is_seen(const std::string& format) {
    auto array = made::array(2, {std::nullopt, buffer<Value>({7, 8, 9})}, 1);
    const void* const theirs = static_cast<const Value*>(array.buffers[1]) + 1;
    const vermeil::Column column = read_column(format, array);
    const auto* const data = column.as<Data>();
    const bool same = data != nullptr && vermeil::detail::values_of(*data).data() == theirs;
    return same && vermeil::detail::values_of(*data).front() == Value{8} && made::alive == 2;
}

template <class Value> Cells widened(const std::string& format, std::vector<Value> values) {
    const auto rows = static_cast<std::int64_t>(values.size());
    const vermeil::Column column = read_column(format, made::array(rows, {std::nullopt, buffer(values)}));
    CHECK(column.as<std::span<const std::int64_t>>() != nullptr);
    return cells(column);
}
} // namespace

TEST_CASE("float64, int64, uint32, uint8 and date32 are looked at where they lie") {
    CHECK(is_seen<double>("g"));
    CHECK(is_seen<std::int64_t>("l"));
    CHECK(is_seen<std::uint32_t>("I"));
    CHECK(is_seen<std::uint8_t>("C"));
    CHECK(is_seen<std::int32_t, vermeil::Days>("tdD"));
    CHECK(made::alive == 0);
}

TEST_CASE("numbers that are not aligned are copied") {
    std::vector<unsigned char> bytes(17);
    const double values[] = {1.5, -2};
    std::memcpy(bytes.data() + 1, values, sizeof values);
    auto array = made::array(2, {std::nullopt, bytes});
    array.buffers[1] = static_cast<const unsigned char*>(array.buffers[1]) + 1;
    CHECK(cells(read_column("g", array)) == Cells{"1.500000", "-2.000000"});
}

TEST_CASE("whole numbers of other widths become int64") {
    CHECK(widened<std::int8_t>("c", {-128, 127}) == Cells{"-128", "127"});
    CHECK(widened<std::int16_t>("s", {-32768, 32767}) == Cells{"-32768", "32767"});
    CHECK(widened<std::int32_t>("i", {-5, 2'147'483'647}) == Cells{"-5", "2147483647"});
    CHECK(widened<std::uint16_t>("S", {0, 65535}) == Cells{"0", "65535"});
    CHECK(widened<std::uint64_t>("L", {0, 9'223'372'036'854'775'807U}) == Cells{"0", "9223372036854775807"});
}

TEST_CASE("a number beyond int64 is refused with its row, unless the row is null") {
    const auto beyond = std::uint64_t{1} << 63;
    const auto array = [&](const char* valid) {
        return made::array(2, {bits(valid), buffer<std::uint64_t>({1, beyond})});
    };
    CHECK(refusal(std::string("L"), array("11")) == "t: column 'x', row 3: 9223372036854775808 is too large; "
                                                    "the largest whole number is 9223372036854775807");
    CHECK(cells(read_column("L", array("10"))) == Cells{"1", "-"});
}

TEST_CASE("float32 becomes double exactly") {
    const auto column = read_column("f", made::array(1, {std::nullopt, buffer<float>({0.1F})}));
    CHECK((*column.as<std::span<const double>>())[0] == static_cast<double>(0.1F));
}

TEST_CASE("truth values become 0 and 1, from any bit on") {
    const auto column = read_column("b", made::array(9, {bits("01111111110"), bits("01101101101")}, 2));
    CHECK(column.as<std::span<const std::uint8_t>>() != nullptr);
    CHECK(cells(column) == Cells{"1", "0", "1", "1", "0", "1", "1", "0", "-"});
}

TEST_CASE("nulls keep their bitmap where it lies, with its offset") {
    auto array = made::array(3, {bits("1011"), buffer<double>({1, 2, 3, 4})}, 1);
    const void* const theirs = array.buffers[0];
    const auto column = read_column("g", array);
    CHECK(column.valid == theirs);
    CHECK(column.valid_offset == 1);
    CHECK(cells(column) == Cells{"-", "3.000000", "4.000000"});
}

TEST_CASE("a copied column keeps the producer's bitmap alive") {
    const auto column = read_column("s", made::array(2, {bits("10"), buffer<std::int16_t>({4, 5})}));
    CHECK(made::alive == 2); // the batch and its column, for the bitmap
    CHECK(cells(column) == Cells{"4", "-"});
}

TEST_CASE("date64 and timestamps of every unit become days") {
    const std::int64_t day = 20'000;
    for (const auto& [format, units] : {std::pair{"tdm", std::int64_t{86'400'000}},
                                        {"tss:", 86'400},
                                        {"tsm:", 86'400'000},
                                        {"tsu:UTC", 86'400'000'000},
                                        {"tsn:", 86'400'000'000'000}}) {
        const auto column =
            read_column(format, made::array(3, {bits("110"), buffer<std::int64_t>({units * day, -1, 0})}));
        CHECK(column.as<vermeil::Days>() != nullptr);
        CHECK(cells(column) == Cells{"day 20000", "day -1", "-"});
    }
}

TEST_CASE("a moment that falls on no day is refused with its row, unless the row is null") {
    const auto latest = std::numeric_limits<std::int64_t>::max();
    const auto array = [&](const char* valid) {
        return made::array(2, {bits(valid), buffer<std::int64_t>({0, latest})});
    };
    CHECK(refusal(std::string("tss:"), array("11")) ==
          "t: column 'x', row 3: the moment 9223372036854775807 cannot be put on a day");
    CHECK(cells(read_column("tss:", array("10"))) == Cells{"day 0", "-"});
    CHECK(refusal(std::string("tss:Europe/London"), array("11")) ==
          "t: column 'x', row 2: the moment 0 cannot be put on a day in Europe/London; London's clock is "
          "known from "
          "1996 on");
}

TEST_CASE("a zone whose clock is not known is refused with its column") {
    CHECK(refusal(std::string("tss:Asia/Tokyo"), made::array(0, {std::nullopt, std::nullopt})) ==
          "t: column 'x': moments of the time zone 'Asia/Tokyo' cannot be put on a day; give dates, or "
          "moments in "
          "'UTC', 'Europe/London' or '+01:00', or without a zone");
}

TEST_CASE("a column of nulls is a column of numbers without a value") {
    const auto column = read_column("n", made::array(10, {}));
    CHECK(column.as<std::span<const double>>() != nullptr);
    CHECK(cells(column) == Cells(10, "-"));
}
