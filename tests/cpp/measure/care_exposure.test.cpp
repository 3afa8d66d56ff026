// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/care_exposure.hpp>

#include <random>

using namespace vermeil;

TEST_CASE("hours planned are those of a day-by-day count") {
    std::mt19937 random(3);
    const auto draw = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    for (int round = 0; round < 20; ++round) {
        std::string packages = "package,person,hours_per_week,from,to,service\n";
        std::string changes = "package,from,hours_per_week,service\n";
        for (int i = 0; i < 4; ++i) {
            const Date from = Date(2024, 8, 1) + boost::gregorian::days(draw(120));
            const Date to = from + boost::gregorian::days(40 + draw(80));
            const auto id = "K" + std::to_string(i);
            packages += id + ",P" + std::to_string(i % 2) + "," + std::to_string(draw(40)) + ".25," +
                        to_string(from) + "," + to_string(to) + (draw(2) == 0 ? ",S1\n" : ",S2\n");
            changes += id + "," + to_string(from + boost::gregorian::days(1 + draw(30))) + "," +
                       std::to_string(draw(40)) + (draw(2) == 0 ? ",S1\n" : ",\n");
        }
        const auto evidence = sample::evidence_of({{"packages", packages}, {"package_changes", changes}});
        REQUIRE(evidence.rejects.empty());
        const DayWindow window{Date(2024, 10, 1), Date(2024, 12, 31)};
        std::int64_t hundredths = 0;
        std::set<std::string> people;
        for (Date day = window.first; day <= window.last; day += boost::gregorian::days(1)) {
            for (const auto& package : evidence.care.packages()) {
                const auto* terms = package.terms_on(day);
                if (terms != nullptr && terms->supplier.service() &&
                    terms->supplier.service()->text() == "S1") {
                    hundredths += terms->hours.hundredths();
                    people.insert(package.person().text());
                }
            }
        }
        const auto steps = care_steps(evidence.care, "S1", window);
        CHECK(planned_hours(steps) == static_cast<double>(hundredths) / 700);
        CHECK(people_served(steps) == people.size());
    }
}

TEST_CASE("a rate has no value without exposure, and says what it rests on") {
    StandardTask task{};
    const auto& standard = standard_measure("deaths_rate");
    task.standard = &standard;
    task.measure.value = standard_value("deaths_rate");
    const auto two = number_cell(2, 0, Date(2024, 10, 5));
    CHECK(rate_cell(task, two, 500.9).value == Approx(2000 / 500.9));
    CHECK(rate_cell(task, two, 500.9).n == 500);
    CHECK(rate_cell(task, two, 0.0).state == State::too_few);
    CHECK(rate_cell(task, two, State::not_submitted).state == State::not_submitted);
    CHECK(rate_cell(task, absent_cell(State::unknown), 500.0).state == State::unknown);
}
