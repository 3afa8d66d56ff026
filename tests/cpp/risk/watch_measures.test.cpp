// SPDX-License-Identifier: MIT
// What a watch list may weigh.

#include "catch.hpp"
#include "risk/small_watch.hpp"

#include <vermeil/framework/measuring.hpp>
#include <vermeil/risk/watch_measures.hpp>

#include <string>

using namespace vermeil;

namespace {

/// A cell of the town's table with all measures.
struct Drawn {
    small_watch::Town town;
    Framework framework = small_watch::weighing({watch_measure_names.begin(), watch_measure_names.end()});
    MeasureTable table = measure(framework, town.evidence, Quarter(small_watch::day), small_watch::day,
                                 watch_measures(framework, town.sources()))
                             .table;

    [[nodiscard]] Cell cell(const std::string& service, const std::string& id) const {
        return table.find(id)->cell(table.row(service));
    }
};

} // namespace

TEST_CASE("people and hours are those of the packages that run on the day") {
    const Drawn drawn;
    CHECK(drawn.cell("S1", "people").value == 1); // one person with two packages
    CHECK(drawn.cell("S1", "hours").value == 40);
    CHECK(drawn.cell("S3", "hours").value == 20);
    CHECK(drawn.cell("S2", "people").state == State::present);
    CHECK(drawn.cell("S2", "people").value == 0);
}

TEST_CASE("harm is the most that the points may be, and a probability where one is given") {
    const Drawn drawn;
    CHECK(drawn.cell("S1", "risk_points").value == 60);
    CHECK(drawn.cell("S3", "risk_points").value == 80);
    CHECK(drawn.cell("S4", "risk_points").state == State::unknown);
    CHECK(drawn.cell("S1", "probability").value == 0.4);
    CHECK(drawn.cell("S3", "probability").state == State::unknown);
}

TEST_CASE("news has an age, and none where nothing was told") {
    const Drawn drawn;
    CHECK(drawn.cell("S1", "days_since_news").value == 10);
    CHECK(drawn.cell("S2", "days_since_news").state == State::unknown);
}

TEST_CASE("how hard care is to replace follows from the others in the same lots and zones") {
    const Drawn drawn;
    CHECK(drawn.cell("S1", "others").value == 1);
    CHECK(drawn.cell("S1", "share_of_place").value == 40.0 / 60);
    CHECK(drawn.cell("S2", "share_of_place").value == 40.0 / 60); // its provider's
    CHECK(drawn.cell("S3", "share_of_place").value == 20.0 / 60);
    CHECK(drawn.cell("S4", "others").state == State::unknown);
}

TEST_CASE("without packages nobody knows whom it concerns, and an unknown measure is refused") {
    Drawn drawn;
    drawn.town.evidence.care = Care();
    const auto framework = small_watch::weighing({"people"});
    const auto table = measure(framework, drawn.town.evidence, Quarter(small_watch::day), small_watch::day,
                               watch_measures(framework, drawn.town.sources()))
                           .table;
    CHECK(table.find("people")->cell(0).state == State::unknown);
    CHECK_THROWS_WITH(
        watch_measures(small_watch::weighing({"peoples"}), drawn.town.sources()),
        "a watch list knows no measure 'peoples'; it has 'risk_points', 'probability', 'people', "
        "'hours', 'days_since_news', 'others' or 'share_of_place'; did you mean 'people'?");
}
