// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/measure/standard_measure.hpp>

using namespace vermeil;

namespace {

Cell answer(const StandardTask& task, const Service& service, const DrawingDay&) {
    return number_cell(task.number("times") * (service.id().text() == "S1" ? 1 : 2), 3, Date(2024, 10, 1));
}

const StandardMeasure twice{.id = "twice",
                            .label = "",
                            .formula = "",
                            .source = detail::own_definition(),
                            .unit = "",
                            .denominator = "",
                            .edges = "",
                            .tables = {},
                            .parameters = {number_parameter("times", "", 1, 0, 9)},
                            .draw = each_service<answer>};

} // namespace

TEST_CASE("a plain function draws one service at a time with what is set") {
    StandardTask task{nullptr, nullptr, nullptr, {}, &twice};
    task.measure.value = StandardValue{"twice", {3.0}};
    const auto draw = twice.draw(task);
    const DrawingDay day{Quarter::financial(2024, 3), Date(2024, 12, 31)};
    CHECK(draw(Service(ServiceId("S1"), ProviderId("A")), day).value == 3);
    CHECK(draw(Service(ServiceId("S2"), ProviderId("A")), day).value == 6);
    CHECK(draw(Service(ServiceId("S2"), ProviderId("A")), day).day == day_number(Date(2024, 10, 1)));
}

TEST_CASE("a parameter that is not there is named") {
    CHECK_THROWS_WITH(twice.position("half"), "the standard measure 'twice' has no parameter 'half'");
    CHECK(twice.position("times") == 0);
}

TEST_CASE("directions have names, and an absent cell has a reason and no value") {
    CHECK(to_string(Better::neither) == "neither");
    CHECK(absent_cell(State::unknown, CellFlag::late).state == State::unknown);
    CHECK(absent_cell(State::unknown, CellFlag::late).flags == CellFlag::late);
}
