// SPDX-License-Identifier: MIT
// The faults met so far: all counted, some of each kind told.

#include "catch.hpp"

#include <vermeil/core/rejects.hpp>

#include <cstddef>
#include <string>

using namespace vermeil;

namespace {

Reject fault(std::size_t row, std::string reason = "not a date", bool kept = false) {
    return {"made-up.csv", row, "on", "soon", std::move(reason), kept, false};
}

Rejects so_many(std::size_t rows, std::size_t first = 2) {
    Rejects rejects;
    for (std::size_t i = 0; i < rows; ++i) {
        rejects.push_back(fault(first + i));
    }
    return rejects;
}

constexpr auto most = Rejects::most_told;

} // namespace

TEST_CASE("of one kind so many are told, and all are counted") {
    const auto rejects = so_many(most + 3);
    CHECK(rejects.size() == most);
    CHECK(rejects.size_in_all() == most + 3);
    REQUIRE(rejects.kinds().size() == 1);
    CHECK(rejects.kinds()[0].rows == most + 3);
    CHECK(rejects.kinds()[0].rest == std::vector<std::uint64_t>{most + 2, most + 3, most + 4});
    const auto told = rejects.summed_up();
    REQUIRE(told.size() == most + 1);
    CHECK(told.back() == Reject{"made-up.csv", 0, "on", "", "and 3 more rows: not a date", false, false});
}

TEST_CASE("few faults are told one by one, and no sum follows") {
    const auto rejects = so_many(3);
    CHECK(rejects.summed_up().size() == 3);
    CHECK(rejects == so_many(3));
    CHECK_FALSE(rejects == so_many(3, 5));
}

TEST_CASE("one kind has one file, column and outcome, and one reason but for numbers and what is quoted") {
    Rejects rejects{fault(2, "more than the base, 37"), fault(3, "more than the base, 4"), fault(4),
                    fault(5, "not a date", true)};
    REQUIRE(rejects.kinds().size() == 3);
    CHECK(rejects.kinds()[0].rows == 2);
    CHECK(rejects.kinds()[0].reason == "more than the base, …");
    CHECK(rejects.kinds()[1].reason == "not a date");
}

TEST_CASE("a reason is made general where rows differ in it") {
    CHECK(detail::general_reason("no service 'S9'; did you mean 'S1'?") == "no service …; did you mean …?");
    CHECK(detail::general_reason("the same in every column as row 1,205 of a.csv") ==
          "the same in every column as row … of a.csv");
    CHECK(detail::general_reason("known before it happened on 2024-10-01") ==
          "known before it happened on …");
    CHECK(detail::general_reason("the council's word; the 2nd of S12.") ==
          "the council's word; the 2nd of S12.");
}

TEST_CASE("lists are put together with what they only count, and with what is wanted of it") {
    auto all = so_many(most + 3);
    all.append(so_many(most + 5, 500'000));
    CHECK(all.size() == most);
    CHECK(all.size_in_all() == 2 * most + 8);
    CHECK(all.kinds()[0].rest.size() == most + 8);
    Rejects even;
    even.append_if(so_many(most + 4), [](const auto&, const auto&, std::size_t row) { return row % 2 == 0; });
    CHECK(even.size_in_all() == most / 2 + 2);
}

TEST_CASE("every row is met once, told or not") {
    std::size_t rows = 0, sum = 0;
    so_many(most + 3).each_row([&](const std::string& source, std::size_t row, bool kept) {
        rows += source == "made-up.csv" && !kept ? 1U : 0U;
        sum += row;
    });
    CHECK(rows == most + 3);
    CHECK(sum == (most + 3) * (most + 6) / 2);
}
