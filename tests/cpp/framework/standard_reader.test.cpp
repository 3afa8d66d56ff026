// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/framework/standard_reader.hpp>
#include <vermeil/framework/toml.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace vermeil;

namespace {

Measure measure_of(const std::string& value, const std::string& more = "") {
    const auto framework = parse_framework(R"(
language = 1
id = "standard"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[survey]]
id = "yearly"
[[survey.scale]]
answers = ["Agree", "neither"]
points = [1, 0]
items = ["dignity", "control"]
[[measure]]
id = "m"
weight = 1
)" + more + "\nvalue = { " + value + " }\n[[band]]\nname = \"Gold\"\n",
                                           "standard.toml");
    return framework.measures().front();
}
std::vector<Setting> settings(const std::string& value, const std::string& more = "") {
    return std::get<StandardValue>(measure_of(value, more).value).settings;
}

} // namespace

TEST_CASE("a standard measure is read with what is set and what is not") {
    const auto set = settings(R"(standard = "care_certificate", under_way = "left_out")");
    REQUIRE(set.size() == 2);
    CHECK(std::get<std::string>(set[0]) == "met");
    CHECK(std::get<std::string>(set[1]) == "left_out");
    CHECK(std::get<double>(settings(R"(standard = "turnover", least_workers = 5)")[0]) == 5);
    CHECK_FALSE(std::get<bool>(settings(R"(standard = "direct_payments", part = false)")[0]));
}

TEST_CASE("items and answers are those of the survey, in its own writing") {
    const auto set = settings(
        R"(standard = "survey_points", survey = "yearly", items = ["control"], where = ["dignity"], is = ["agree"], times = 0.5)",
        "scale = { linear = [[0, 0], [2, 100]] }");
    CHECK(std::get<std::string>(set[0]) == "yearly");
    CHECK(std::get<std::vector<std::string>>(set[1]) == std::vector<std::string>{"control"});
    CHECK(std::get<double>(set[2]) == 0.5);
    CHECK(std::get<std::vector<std::string>>(set[5]) == std::vector<std::string>{"Agree"});
}

TEST_CASE("a standard measure of reports is sensitive, concluded and attributable without saying so") {
    const auto measure = measure_of(R"(standard = "deaths_rate")", "scale = { linear = [[0, 100], [1, 0]] }");
    CHECK(measure.reporting_sensitive);
    CHECK(measure.concluded);
    CHECK(measure.attributable);
    CHECK(measure.per == "per 1000 hours");
    CHECK_FALSE(measure_of(R"(standard = "turnover")").reporting_sensitive);
}

TEST_CASE("what is no share needs a scale, and a share has one") {
    CHECK_NOTHROW(measure_of(R"(standard = "turnover")"));
    CHECK_NOTHROW(measure_of(R"(standard = "manager_in_post")"));
    CHECK_THROWS_WITH(measure_of(R"(standard = "waiting")"),
                      Catch::Contains("no share and has no scale of its own"));
}
