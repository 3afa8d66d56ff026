// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/measure/catalogue.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace vermeil;

TEST_CASE("every definition says what it is, and its fallbacks fit its own parameters") {
    std::set<std::string> ids, tables;
    for (const auto& schema : evidence_schemas()) {
        tables.insert(schema.name);
    }
    for (const auto& each : standard_measures()) {
        INFO(each.id);
        CHECK(ids.insert(each.id).second);
        for (const auto* text :
             {&each.label, &each.formula, &each.source, &each.unit, &each.denominator, &each.edges}) {
            CHECK_FALSE(text->empty());
        }
        CHECK_FALSE(each.tables.empty());
        for (const auto& table : each.tables) {
            CHECK(tables.contains(table));
        }
        CHECK(each.draw != nullptr);
        for (const auto& parameter : each.parameters) {
            INFO(parameter.id);
            CHECK_FALSE(parameter.help.empty());
            CHECK((parameter.required || detail::misfit(parameter, parameter.fallback).empty()));
        }
    }
    CHECK(ids.size() >= 40);
}

TEST_CASE("what is a part of its base has the unit share, and reports are by exposure") {
    for (const auto& each : standard_measures()) {
        INFO(each.id);
        CHECK((each.kind != ValueKind::share || each.unit == "share"));
        if (each.reports) {
            CHECK(each.unit.rfind("per ", 0) == 0);
            CHECK(each.better == Better::lower);
        }
    }
}

TEST_CASE("what is not set has its fallback, in the order of the parameters") {
    const auto value = standard_value("recommended_hours", {{"count", std::string("up")}});
    REQUIRE(value.settings.size() == 2);
    CHECK(std::get<std::string>(value.settings[0]) == "anyone");
    CHECK(std::get<std::string>(value.settings[1]) == "up");
}

TEST_CASE("what does not fit is named with what is allowed") {
    CHECK_THROWS_WITH(standard_value("turnovr"), Catch::Contains("did you mean 'turnover'?"));
    CHECK_THROWS_WITH(
        standard_value("turnover", {{"least_workers", -1.0}}),
        "'least_workers' of the standard measure 'turnover' must be a whole number from 0 to 1e+06");
    CHECK_THROWS_WITH(standard_value("turnover", {{"least_workers", 2.5}}),
                      Catch::Contains("must be a whole number"));
    CHECK_THROWS_WITH(
        standard_value("trained", {{"training", std::string("fire")}}),
        "'training' of the standard measure 'trained' must be 'mandatory' or 'strengths_based'");
    CHECK_THROWS_WITH(standard_value("direct_payments", {{"part", 1.0}}),
                      Catch::Contains("must be true or false"));
    CHECK_THROWS_WITH(standard_value("trained", {{"days", 1.0}}), Catch::Contains("has no parameter 'days'"));
    CHECK_THROWS_WITH(standard_value("survey_points"),
                      "the standard measure 'survey_points' needs 'survey': the survey");
}
