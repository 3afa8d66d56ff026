// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/measure_reader.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace vermeil;
using sample::key;
using sample::table;
using sample::text;
using sample::whole;

namespace {

Indicator read(const std::vector<sample::Entry>& entries) {
    const auto node = table(entries);
    detail::TableReader reader(node, "[[measure]]");
    auto rules = sample::rules();
    return detail::read_indicator(rules, reader);
}

sample::Node value(const std::vector<sample::Entry>& entries) { return table(entries); }

sample::Node pair(double x, double points) { return sample::list({sample::node(x), sample::node(points)}); }

} // namespace

TEST_CASE("a measure of an id alone is given ready, has its id as label and no weight yet") {
    const auto indicator = read({key("id", text("audit"))});
    CHECK(indicator.measure.id == "audit");
    CHECK(indicator.measure.label == "audit");
    CHECK(std::holds_alternative<Given>(indicator.measure.value));
    CHECK(indicator.measure.least_n == 0U);
    CHECK(indicator.measure.quarters == 1U);
    CHECK(indicator.measure.live);
    CHECK(indicator.measure.owed_by == Owner::council);
    CHECK_FALSE(indicator.measure.reporting_sensitive);
    CHECK_FALSE(indicator.weight.has_value());
    CHECK(std::get<LinearScale>(indicator.scale).through == std::vector<ScalePoint>{{0, 0}, {1, 100}});
}

TEST_CASE("a measure is read with all that it can say") {
    const auto indicator = read(
        {key("id", text("dignity")), key("label", text("Dignity")), key("within", text("people")),
         key("value", value({key("survey", text("yearly")), key("item", text("dignity")),
                             key("positive", sample::texts({"Agree"}))})),
         key("least_n", whole(10)), key("quarters", whole(4)), key("weight", whole(3)),
         key("live", sample::node(false)), key("direction", text("lower")), key("owed_by", text("provider")),
         key("reporting_sensitive", sample::node(true)), key("standards", sample::texts({"ascot:dignity"}))});
    const auto& share = std::get<SurveyShare>(indicator.measure.value);
    CHECK(share.survey == "yearly");
    CHECK(share.item == "dignity");
    CHECK(share.positive == std::vector<std::string>{"agree"});
    CHECK(indicator.measure.label == "Dignity");
    CHECK(indicator.within == "people");
    CHECK(indicator.measure.least_n == 10U);
    CHECK(indicator.measure.quarters == 4U);
    CHECK(indicator.weight == 3.0);
    CHECK(indicator.weight_place.column == 8U);
    CHECK_FALSE(indicator.measure.live);
    CHECK(indicator.measure.owed_by == Owner::provider);
    CHECK(indicator.measure.reporting_sensitive);
    CHECK(indicator.measure.standards == std::vector<std::string>{"ascot:dignity"});
    CHECK(std::get<LinearScale>(indicator.scale).through == std::vector<ScalePoint>{{0, 100}, {1, 0}});
}

TEST_CASE("each kind of value is told by its key") {
    const auto scale = key("scale", value({key("steps", sample::list({pair(1, 20)}))}));
    const auto source = [&](const std::vector<sample::Entry>& entries) {
        return read({key("id", text("m")), key("value", value(entries)), scale}).measure.value;
    };
    CHECK(std::get<CountShare>(source({key("counts", text("leavers"))})).item == "leavers");
    CHECK(
        std::get<EventOpen>(source({key("event", text("embargo")), key("open", sample::node(true))})).event ==
        "embargo");
    const auto count = std::get<EventCount>(source({key("event", text("death")), key("days", whole(365))}));
    CHECK(count.event == "death");
    CHECK(count.days == 365U);
    CHECK(std::get<LatestRating>(source({key("rating", text("cqc"))})).source == "cqc");
    const auto rate = std::get<GivenRate>(
        source({key("column", text("falls")), key("over", text("days")), key("per", whole(1000))}));
    CHECK((rate.column == "falls" && rate.over == "days" && rate.per == 1000));
    CHECK(std::get<GivenRate>(source({key("column", text("falls"))})).over.empty());
}

TEST_CASE("steps earn nothing below the first unless `below` says so") {
    const auto steps = [](std::vector<sample::Entry> entries) {
        entries.push_back(key("steps", sample::list({pair(1, 20), pair(3, 40)})));
        return std::get<StepScale>(read({key("id", text("m")), key("scale", value(entries))}).scale);
    };
    CHECK(steps({}).below == 0);
    CHECK(steps({key("below", whole(5))}).below == 5);
    CHECK(steps({}).steps == std::vector<ScalePoint>{{1, 20}, {3, 40}});
}

TEST_CASE("points of words stand in the order of the rating, whatever their order in the file") {
    const auto words = value({key("Poor", whole(30)), key("Good", whole(5))});
    const auto indicator = read({key("id", text("m")), key("value", value({key("rating", text("cqc"))})),
                                 key("scale", value({key("words", words)}))});
    CHECK(std::get<WordScale>(indicator.scale).points == std::vector<double>{5, 30});
}

TEST_CASE("a value of events or ratings needs a scale, and a direction may stand beside one") {
    CHECK_THROWS_WITH(
        read({key("id", text("m")), key("value", value({key("rating", text("cqc"))}))}),
        "file:1:1: [[measure]] needs the key 'scale': the value of an event, a rating or a word has no scale "
        "of its own");
    const auto stated =
        read({key("id", text("m")), key("direction", text("lower")),
              key("scale", value({key("linear", sample::list({pair(0, 0), pair(9, 100)}))}))});
    CHECK(stated.direction == Direction::lower);
    CHECK(points(stated.scale, 9) == 100); // the scale gives the points, whatever was meant
}

TEST_CASE("words of a column become a scale of the measure's own") {
    const auto node = table(
        {key("id", text("manager")), key("value", value({key("words", sample::texts({"yes", "no"}))}))});
    detail::TableReader reader(node, "[[fact]]");
    auto rules = sample::rules();
    const auto fact = detail::read_fact(rules, reader);
    CHECK(std::get<GivenWord>(fact.value).scale == "manager");
    CHECK(rules.ordered_scales.back().words == std::vector<std::string>{"yes", "no"});
}

TEST_CASE("a rating is read on the scale to which a crosswalk leads") {
    auto rules = sample::rules();
    rules.ordered_scales.push_back({"pamms", {"Excellent", "Good", "Poor"}, {}});
    rules.crosswalks.push_back({"pamms", "cqc", {1, 1, 2}, {}});
    const auto read_as = [&](const std::string& source, const std::string& as) {
        const auto node = table({key("rating", text(source)), key("as", text(as))});
        detail::TableReader reader(node, "value");
        return detail::read_rating(rules, reader);
    };
    const auto rating = read_as("pamms", "cqc");
    CHECK((rating.read_on == "cqc" && rating.positions == std::vector<std::size_t>{1, 1, 2}));
    CHECK_THROWS_WITH(read_as("cqc", "pamms"), Catch::Contains("no [[crosswalk]] leads from 'cqc'"));
    CHECK_THROWS_WITH(read_as("pamms", "cqs"), Catch::Contains("did you mean 'cqc'?"));
}

TEST_CASE(
    "rows of a table of reports are counted as concluded and attributable, unless all that was told is") {
    const auto rows = value({key("table", text("deaths")), key("days", whole(9))});
    const auto scale = value({key("linear", sample::list({pair(0, 0), pair(5, 50)}))});
    const auto deaths = read({key("id", text("deaths")), key("value", rows), key("scale", scale)}).measure;
    CHECK(std::get<EventCount>(deaths.value).of_table);
    CHECK(deaths.reporting_sensitive);
    CHECK(deaths.concluded);
    CHECK(deaths.attributable);
    const auto any = value({key("table", text("deaths")), key("days", whole(9)), key("review", text("any"))});
    const auto told = read({key("id", text("told")), key("value", any), key("scale", scale)}).measure;
    CHECK(told.reporting_sensitive);
    CHECK_FALSE(told.concluded);
}
