// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/vocabulary_reader.hpp>

#include <string>
#include <vector>

using namespace vermeil;
using sample::key;
using sample::table;
using sample::text;
using sample::whole;

TEST_CASE("a survey is read with its sets, its routes and what does not count") {
    const auto answers = [](const std::string& item) {
        return std::vector<sample::Entry>{key("answers", sample::texts({"yes", "no"})),
                                          key("items", sample::texts({item}))};
    };
    auto routed = answers("settled");
    routed.push_back(key("routed_from", table({key("item", text("complaint")), key("answer", text("yes"))})));
    const auto document = table({key("id", text("s")), key("not_counted", sample::texts({"blank"})),
                                 key("scale", sample::list({table(answers("complaint")), table(routed)}))});
    detail::TableReader reader(document, "[[survey]]");
    const auto survey = detail::read_survey_instrument(reader);
    CHECK(survey.not_counted == std::vector<std::string>{"blank"});
    REQUIRE(survey.sets.size() == 2);
    CHECK(survey.sets[0].routed_from.empty());
    CHECK(survey.sets[1].routed_from == "complaint");
    CHECK(survey.sets[1].routed_answer == "yes");
}

TEST_CASE("a crosswalk has a word for every word, and is read once both scales are known") {
    const auto scale = [](const std::string& id, const std::string& first, const std::string& second) {
        return table({key("id", text(id)), key("words", sample::texts({first, second}))});
    };
    const auto scales = sample::list({scale("ours", "High", "Low"), scale("theirs", "1", "2")});
    const auto walks =
        sample::list({table({key("from", text("theirs")), key("to", text("ours")),
                             key("words", table({key("1", text("Low")), key("2", text("High"))}))})});
    const auto document = table({key("rating_scale", scales), key("crosswalk", walks)});
    detail::TableReader reader(document, "the framework");
    auto rating_scales = reader.tables("rating_scale", "[[rating_scale]]");
    auto crosswalks = reader.tables("crosswalk", "[[crosswalk]]");
    std::vector<detail::TableReader> surveys;
    Rules rules;
    detail::read_vocabulary(rules, surveys, rating_scales, crosswalks);
    REQUIRE(rules.ordered_scales.size() == 2);
    REQUIRE(rules.crosswalks.size() == 1);
    CHECK(rules.crosswalks[0].positions == std::vector<std::size_t>{2, 1});
}
