// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/evidence/record.hpp>

using namespace vermeil;

TEST_CASE("a record tells values from what is empty, refused or of another kind") {
    const Record row{"S1", {std::string("upheld"), Refused{}, std::monostate{}, true}, Date(2024, 10, 1)};
    CHECK(row.says(0, "upheld"));
    CHECK_FALSE(row.says(0, "not upheld"));
    CHECK_FALSE(row.says(3, "yes"));
    CHECK(row.is_refused(1));
    CHECK_FALSE(row.is_refused(2));
    CHECK(row.get<bool>(2) == nullptr);
    CHECK(*row.get<bool>(3));
}

TEST_CASE("a record is open from its first day to its last, once it is known") {
    Record row{"S1", {}, Date(2024, 10, 1), Date(2024, 10, 31)};
    CHECK_FALSE(row.is_open_on(Date(2024, 9, 30)));
    CHECK(row.is_open_on(Date(2024, 10, 1)));
    CHECK(row.is_open_on(Date(2024, 10, 31)));
    CHECK_FALSE(row.is_open_on(Date(2024, 11, 1)));
    row.known_on = Date(2024, 10, 5);
    CHECK_FALSE(row.is_open_on(Date(2024, 10, 4)));
    CHECK(row.is_known_on(Date(2024, 10, 5)));
}

TEST_CASE("records are found by service, in the order of the table") {
    const Records records(
        {{"S2", {}, Date(2024, 1, 1)}, {"S1", {}, Date(2024, 3, 1)}, {"S2", {}, Date(2023, 1, 1)}});
    REQUIRE(records.of("S2").size() == 2);
    CHECK(records.of("S2")[0].from == Date(2024, 1, 1));
    CHECK(records.of("S1").size() == 1);
    CHECK(records.of("S0").empty());
    CHECK(records.of("S9").empty());
    CHECK(records.all().size() == 3);
}

TEST_CASE("rows that share their cells keep them where one of them is changed") {
    const RecordCells first{std::string("upheld"), true};
    auto second = first;
    CHECK(second.shares(first));
    second.set(1, Refused{});
    CHECK_FALSE(second.shares(first));
    CHECK(second != first);
    CHECK(std::get<bool>(first[1]));
    CHECK(second == RecordCells{std::string("upheld"), Refused{}});
    CHECK(RecordCells().size() == 0);
    CHECK_THROWS(RecordCells().at(0));
}
