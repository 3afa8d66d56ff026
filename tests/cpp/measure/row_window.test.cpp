// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/row_window.hpp>

#include <algorithm>
#include <random>

using namespace vermeil;

TEST_CASE("a window has the pooled quarters up to the day of drawing") {
    StandardTask task{};
    task.measure.quarters = 2;
    const auto window = window_of(task, {Quarter::financial(2024, 3), Date(2024, 11, 15)});
    CHECK(window.first == Date(2024, 7, 1));
    CHECK(window.last == Date(2024, 11, 15));
    CHECK(window.has(Date(2024, 7, 1)));
    CHECK(window.has(Date(2024, 11, 15)));
    CHECK_FALSE(window.has(Date(2024, 11, 16)));
    CHECK(window_of(task, {Quarter::financial(2024, 3), Date(2025, 2, 1)}).last == Date(2024, 12, 31));
}

TEST_CASE("whole numbers have a mean, a median and a greatest, in any order") {
    std::vector<std::int64_t> numbers{9, 1, 4, 2};
    CHECK(statistic_cell(numbers, "mean", 0, Date(2024, 1, 1)).value == 4);
    CHECK(statistic_cell(numbers, "median", 0, Date(2024, 1, 1)).value == 3);
    CHECK(statistic_cell(numbers, "greatest", 0, Date(2024, 1, 1)).value == 9);
    CHECK(statistic_cell({1, 4, 9}, "median", 0, Date(2024, 1, 1)).value == 4);
    CHECK(statistic_cell(numbers, "mean", 5, Date(2024, 1, 1)).state == State::too_few);
    CHECK(statistic_cell({}, "mean", 0, Date(2024, 1, 1)).state == State::too_few);
}

TEST_CASE("counting follows a slow count, and the order of rows does not matter") {
    std::mt19937 random(7);
    const auto draw = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    for (int round = 0; round < 60; ++round) {
        std::vector<std::string> rows;
        int reviews = 0, offers = 0, taken = 0;
        for (int i = 0; i < draw(12); ++i) {
            const Date on = Date(2024, 9, 1) + boost::gregorian::days(draw(150));
            const bool offered = draw(2) == 0, took = draw(2) == 0, mine = draw(3) > 0;
            rows.push_back((mine ? "S1," : "S2,") + to_string(on) + (offered ? ",yes," : ",no,") +
                           (took ? "yes\n" : "\n"));
            const bool counts = mine && on >= Date(2024, 10, 1) && on <= Date(2024, 12, 31);
            reviews += counts ? 1 : 0;
            offers += counts && offered ? 1 : 0;
            taken += counts && offered && took ? 1 : 0;
        }
        for (int order = 0; order < 2; ++order) {
            std::string text = "service,on,offered,taken_up\n";
            for (const auto& row : rows) {
                text += row;
            }
            const auto offered = sample::cell_of({{"technology_offers", text}}, {"technology_offered"});
            const auto took = sample::cell_of({{"technology_offers", text}}, {"technology_taken_up"});
            CHECK(offered.n == static_cast<std::uint32_t>(reviews));
            CHECK(offered.count == static_cast<std::uint32_t>(offers));
            CHECK(took.n == static_cast<std::uint32_t>(offers));
            CHECK(took.count == static_cast<std::uint32_t>(taken));
            std::shuffle(rows.begin(), rows.end(), random);
        }
    }
}
