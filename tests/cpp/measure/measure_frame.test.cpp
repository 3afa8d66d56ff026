// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/measure/measure_frame.hpp>

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

std::vector<std::string> names(const Frame& frame) {
    std::vector<std::string> names;
    for (const auto& column : frame.columns()) {
        names.push_back(column.name);
    }
    return names;
}

} // namespace

TEST_CASE("a measure table becomes columns: the value null where it is absent, and why beside it") {
    auto table =
        std::make_shared<MeasureTable>(std::vector<std::string>{"S1", "S2"}, Quarter::financial(2024, 3));
    CellBuffer cells(2);
    cells.set(0, {0.75, State::present, 8, 6, 0});
    cells.set(1, {0, State::too_few, 3, 3, 0});
    add(*table, "dignity", std::move(cells));
    const auto frame = frame_of(table);
    CHECK(names(frame) == std::vector<std::string>{"service", "quarter", "dignity", "dignity.state",
                                                   "dignity.n", "dignity.count", "dignity.flags"});
    const auto& value = *frame.find("dignity");
    CHECK(value.has(0));
    CHECK_FALSE(value.has(1));
    CHECK((*value.as<std::span<const double>>())[0] == 0.75);
    CHECK((*frame.find("dignity.state")->as<std::span<const std::uint8_t>>())[1] == 2);
    CHECK((*frame.find("dignity.count")->as<std::span<const std::uint32_t>>())[1] == 3);
    CHECK((*frame.find("quarter")->as<std::span<const std::string_view>>())[1] == "2024-25 Q3");
}

TEST_CASE("a measure without bases and flags has no such columns") {
    const std::vector<double> values{0.5};
    const std::vector<State> states{State::present};
    auto table = std::make_shared<MeasureTable>(std::vector<std::string>{"S1"});
    table->add("dignity", {values, states, {}, {}, {}}, nullptr);
    CHECK(names(frame_of(table)) ==
          std::vector<std::string>{"service", "quarter", "dignity", "dignity.state"});
}

TEST_CASE("days are a column of days, null where none is known") {
    auto table = std::make_shared<MeasureTable>(std::vector<std::string>{"S1", "S2"});
    CellBuffer cells(2);
    cells.set(1, {0.75, State::present, 8, 6, 0, 20000});
    add(*table, "dignity", std::move(cells));
    const auto frame = frame_of(table);
    table.reset();
    const auto& day = *frame.find("dignity.day");
    CHECK_FALSE(day.has(0));
    CHECK(day.has(1));
    CHECK(day.as<Days>()->values[1] == 20000);
}

TEST_CASE("the columns of a measure table outlive it") {
    auto table = std::make_shared<MeasureTable>(std::vector<std::string>{"a service with a long name"});
    add(*table, "dignity", CellBuffer(1));
    const auto frame = frame_of(table);
    table.reset();
    CHECK((*frame.find("service")->as<std::span<const std::string_view>>())[0] ==
          "a service with a long name");
    CHECK((*frame.find("dignity.state")->as<std::span<const std::uint8_t>>())[0] == 7);
}

TEST_CASE("where numbers stand for names, the names are written") {
    auto table = std::make_shared<MeasureTable>(std::vector<std::string>{"S1", "S2", "S3"});
    CellBuffer cells(3);
    cells.set(0, {7, State::present, 0, 0, 0});
    cells.set(1, {2.5, State::present, 0, 0, 0});
    add(*table, "region", std::move(cells));
    table->add_name(7, "North");
    const auto frame = frame_of(table);
    const auto& region = *frame.find("region");
    const auto& words = *region.as<std::span<const std::string_view>>();
    CHECK(words[0] == "North");
    CHECK(words[1] == "2.5");
    CHECK_FALSE(region.has(2));
}
