// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/timetable.hpp>
#include <vermeil/framework/toml.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

using namespace vermeil;

namespace {

const auto root = (std::filesystem::path(__FILE__).parent_path() / ".." / ".." / "..").string();

/// The text of a case: the base with its one change, and what is put at the end.
std::string text_of(const toml::table& given, std::string text) {
    const auto with = given["with"].value_or(std::string());
    if (const auto replace = given["replace"].value<std::string>()) {
        const auto found = text.find(*replace);
        REQUIRE(found != std::string::npos);
        REQUIRE(text.find(*replace, found + 1) == std::string::npos);
        text.replace(found, replace->size(), with);
    } else if (given.contains("with")) {
        text = with;
    }
    for (std::int64_t i = 0; i < given["times"].value_or(std::int64_t{0}); ++i) {
        text += given["repeat"].value_or(std::string());
    }
    return text;
}

/// The same text with each character up to U+00FF as one byte.
std::string latin_1(const std::string& text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]);
        const bool two = first >= 0x80;
        bytes +=
            two ? static_cast<char>((first & 0x03) << 6 | (static_cast<unsigned char>(text[i + 1]) & 0x3F))
                : text[i];
        i += two ? 1 : 0;
    }
    return bytes;
}

std::string message_about(const std::string& text) {
    try {
        parse_framework(text, "bad.toml");
    } catch (const DefinitionError& error) {
        return error.what();
    }
    return "no mistake was found";
}

Framework shipped(const std::string& name) { return load_framework(root + "/examples/frameworks/" + name); }

} // namespace

TEST_CASE("each mistake in a framework file is named with its place, what was found and what is allowed") {
    const auto table = toml::parse_file(root + "/tests/data/bad_frameworks.toml");
    const auto base = table["base"].value_or(std::string());
    CHECK_NOTHROW(parse_framework(base, "base.toml"));
    const auto& cases = *table["case"].as_array();
    CHECK(cases.size() >= 100);
    for (const auto& each : cases) {
        const auto& given = *each.as_table();
        INFO(given["name"].value_or(std::string()));
        auto text = text_of(given, base);
        text = given["latin_1"].value_or(false) ? latin_1(text) : text;
        const auto message = message_about(text);
        if (const auto begins = given["begins"].value<std::string>()) {
            CHECK_THAT(message, Catch::StartsWith("bad.toml" + *begins));
        } else {
            CHECK(message == "bad.toml" + given["message"].value_or(std::string("(no message)")));
        }
    }
}

TEST_CASE("a file that cannot be read is an error that names it") {
    CHECK_THROWS_WITH(load_framework("nowhere.toml"),
                      "nowhere.toml: cannot be read: No such file or directory");
    CHECK_THROWS_WITH(load_framework(root), root + ": cannot be read: Is a directory");
}

TEST_CASE("every framework that is shipped loads") {
    std::size_t loaded = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/examples/frameworks")) {
        if (entry.path().extension() == ".toml") {
            INFO(entry.path().string());
            CHECK_NOTHROW(load_framework(entry.path().string()));
            ++loaded;
        }
    }
    CHECK(loaded >= 2);
}

TEST_CASE("East Sussex 2011 has 15 measures under five headings, two of them planned") {
    const auto rules = shipped("east_sussex_2011.toml").rules();
    CHECK(rules.indicators.size() == 15);
    std::map<std::string, int> within;
    double survey = 0;
    double live = 0;
    for (const auto& indicator : rules.indicators) {
        within[indicator.within] += 1;
        const double weight = indicator.measure.live ? indicator.weight.value_or(0) : 0;
        live += weight;
        survey += std::holds_alternative<SurveyShare>(indicator.measure.value) ? weight : 0;
        CHECK_FALSE(indicator.measure.standards.empty());
    }
    CHECK(within == std::map<std::string, int>{
                        {"involved", 4}, {"needs", 4}, {"safe", 2}, {"staff", 3}, {"checking", 2}});
    const auto planned = std::count_if(rules.indicators.begin(), rules.indicators.end(),
                                       [](const auto& each) { return !each.measure.live; });
    CHECK(planned == 2);
    CHECK(survey / live >= 0.75);
    CHECK(survey / live <= 0.8);
    CHECK(rules.bands.at(0).cut == 80.0);
}

TEST_CASE("East Sussex 2011 reads the whole questionnaire, 22 items, one of them routed") {
    const auto rules = shipped("east_sussex_2011.toml").rules();
    const auto& survey = rules.surveys.at(0);
    std::size_t items = 0;
    for (const auto& set : survey.sets) {
        items += set.items.size();
    }
    CHECK(items == 22);
    REQUIRE(survey.find("complaint_settled") != nullptr);
    CHECK(survey.find("complaint_settled")->routed_from == "complaint");
    CHECK(survey.find("unlabelled_5") != nullptr);
}

TEST_CASE("a second edition with Gold at 85 takes over in its quarter, and not before") {
    const Timetable timetable({shipped("east_sussex_2012.toml"), shipped("east_sussex_2011.toml")});
    const ContractId contract("home-care-framework");
    CHECK(timetable.at(Quarter::financial(2011, 3), contract).rules().bands.at(0).cut == 80.0);
    CHECK(timetable.at(Quarter::financial(2012, 2), contract).edition() == "2011.1");
    CHECK(timetable.at(Quarter::financial(2012, 3), contract).rules().bands.at(0).cut == 85.0);
    CHECK_THROWS_AS(timetable.at(Quarter::financial(2011, 2), contract), Error);
}

TEST_CASE("the nursing homes of 2012 and of 2026 are two editions of one scheme, each in its quarters") {
    const auto folder = root + "/tests/conformance/frameworks/";
    const Timetable timetable({load_framework(folder + "cms_nursing_home_2026.toml"),
                               load_framework(folder + "cms_nursing_home_2012.toml")});
    CHECK(timetable.editions().front().edition() == "2012.1");
    CHECK(timetable.at(Quarter::calendar(2012, 3)).edition() == "2012.1");
    CHECK(timetable.at(Quarter::calendar(2025, 4)).edition() == "2012.1");
    CHECK(timetable.at(Quarter::calendar(2026, 1)).edition() == "2026.1");
    CHECK_THROWS_AS(timetable.at(Quarter::calendar(2012, 2)), Error);
}

TEST_CASE("Rotherham's early warning sums its inputs, higher being worse, with two triggers to Red") {
    const auto framework = shipped("rotherham_early_warning.toml");
    const auto& rules = framework.rules();
    CHECK(rules.higher_is == Face::worse);
    CHECK(rules.aggregate == Aggregate::sum);
    CHECK(rules.indicators.size() == 11); // the paper's ten, and returns that are overdue and were chased
    CHECK(framework.measures().size() == rules.indicators.size() + rules.facts.size());
    REQUIRE(rules.limiters.size() == 2);
    for (const auto& limiter : rules.limiters) {
        CHECK(limiter.effect == Effect::set);
        CHECK(limiter.band == "Red");
    }
    CHECK(rules.missing.of(State::not_yet_inspected).policy == Policy::leave_out);
    CHECK(points(rules.indicators.at(2).scale, 1) == 0);
    CHECK(points(rules.indicators.at(2).scale, 6) == 20);
}

TEST_CASE("a file with a byte order mark and Windows line ends is read like any other") {
    std::string text = "\xEF\xBB\xBF";
    for (const char c :
         std::string("language = 1\nid = \"b\"\nedition = \"1\"\npublished_on = 2024-01-15\n"
                     "effective_from = 2024-04-01\n[[measure]]\nid = \"m\"\n[[band]]\nname = \"All\"\n")) {
        text += c == '\n' ? "\r\n" : std::string(1, c);
    }
    CHECK(parse_framework(text, "windows.toml").id() == "b");
}
