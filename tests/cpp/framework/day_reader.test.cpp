// SPDX-License-Identifier: MIT
// The days beneath the values: read from columns of days and from texts, refused where they cannot be.

#include "catch.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/framework/day_reader.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

struct Told {
    std::string column;
    std::size_t place;
    std::string value;
    std::string reason;
    friend bool operator==(const Told&, const Told&) = default;
};

std::vector<std::int32_t> read(const Column& column, std::optional<Date> as_of, std::vector<Told>& told) {
    const std::vector<std::size_t> rows{0, 1, 2};
    return detail::read_days(column, rows, as_of,
                             [&](std::string name, std::size_t place, std::string value, std::string reason) {
                                 told.push_back({name, place, value, reason});
                             });
}

} // namespace

TEST_CASE("days are read as they stand, and from texts; an empty cell has none") {
    std::vector<Told> told;
    const auto owner = std::make_shared<std::vector<std::int32_t>>(std::vector{0, no_day, 365});
    CHECK(read(day_column("m.day", *owner, owner), std::nullopt, told) == *owner);
    CHECK(read(text_column("m.day", {" 1970-01-01 ", "", "1971-01-01"}), std::nullopt, told) == *owner);
    CHECK(told.empty());
}

TEST_CASE("what is no day is told, and so is one after the day of the table") {
    std::vector<Told> told;
    const auto days =
        read(text_column("m.day", {"2025-01-01", "soon", "2024-12-31"}), Date(2024, 12, 31), told);
    CHECK(days == std::vector{no_day, no_day, day_number(Date(2024, 12, 31))});
    REQUIRE(told.size() == 2);
    CHECK(told[0] == Told{"m.day", 0, "2025-01-01", "lies after 2024-12-31, the day of the table"});
    CHECK(told[1] == Told{"m.day", 1, "soon", "not a date; write it as 2024-10-01"});
}

TEST_CASE("a number is no day, and a day beyond the calendar neither") {
    std::vector<Told> told;
    CHECK(read(number_column("m.day", std::vector<double>{1, 2, 3}), std::nullopt, told).front() == no_day);
    CHECK(told.size() == 3);
    const auto owner = std::make_shared<std::vector<std::int32_t>>(std::vector{100'000'000, 1, 2});
    CHECK(read(day_column("m.day", *owner, owner), std::nullopt, told).front() == no_day);
    CHECK(told.back() == Told{"m.day", 0, "100000000", "lies outside the years 1400 to 9999"});
}
