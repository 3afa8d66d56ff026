// SPDX-License-Identifier: MIT
// What counts as an outcome, and how it is written.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_outcome.hpp>

#include <string>
#include <variant>
#include <vector>

namespace {

vermeil::BacktestOutcome read(const std::string& text) {
    return vermeil::parse_outcome(text, small_panel::scheme().framework().rules());
}

} // namespace

TEST_CASE("a fall is to the lowest word of a scale, or to the one that is named") {
    const auto lowest = read("rating:cqc");
    CHECK(lowest.text == "rating:cqc=Inadequate");
    CHECK(lowest.label == "later rated Inadequate by cqc");
    CHECK(std::get<vermeil::RatingFall>(lowest.kind).position == 3);
    const auto named = read(" rating:CQC = requires improvement ");
    CHECK(named.text == "rating:cqc=Requires improvement");
    CHECK(named.label == "later rated Requires improvement or worse by cqc");
    CHECK(std::get<vermeil::RatingFall>(named.kind).position == 2);
}

TEST_CASE("events, exits and closures are outcomes") {
    CHECK(std::get<vermeil::EventBegins>(read("event:contract_ended").kind).event == "contract_ended");
    CHECK(std::get<vermeil::ServiceExit>(read("exit").kind).kinds ==
          std::vector<std::string>{"council ended", "forced termination", "business failure"});
    CHECK(std::get<vermeil::ServiceExit>(read("exit:provider withdrew").kind).kinds ==
          std::vector<std::string>{"provider withdrew"});
    CHECK(std::holds_alternative<vermeil::ServiceCloses>(read("closure").kind));
}

TEST_CASE("what is no outcome is refused with what is allowed") {
    CHECK_THROWS_WITH(read("flood"),
                      "'flood' is no outcome; write rating:SOURCE, rating:SOURCE=WORD, event:ID, exit, "
                      "exit:KIND or closure");
    CHECK_THROWS_WITH(read("rating:cqd"),
                      "an outcome cannot be a rating by 'cqd': the scheme has the scales cqc; did "
                      "you mean 'cqc'?");
    CHECK_THROWS_WITH(read("rating:cqc=Good"),
                      "an outcome cannot be a fall to 'Good' of 'cqc': allowed are its words "
                      "below the best, Requires improvement or Inadequate");
    CHECK_THROWS_WITH(read("rating:cqc=Bad"),
                      "an outcome cannot be a fall to 'Bad' of 'cqc': allowed are its words "
                      "below the best, Requires improvement or Inadequate");
    CHECK_THROWS_WITH(read("exit:flood"),
                      "no exit is 'flood'; allowed are provider withdrew, council ended, forced "
                      "termination, business failure or contract ran out");
    CHECK_THROWS(read("event:"));
    CHECK_THROWS(read("closure:now"));
}

TEST_CASE("unless something is said, falls of every scale that is read, exits for cause and closures count") {
    std::vector<std::string> texts;
    for (const auto& each : vermeil::default_outcomes(small_panel::scheme().framework())) {
        texts.push_back(each.text);
    }
    CHECK(texts == std::vector<std::string>{"rating:cqc=Inadequate", "exit", "closure"});
}

TEST_CASE("what a scheme's file says counts in the place of the default") {
    auto rules = small_panel::scheme().framework().rules();
    vermeil::OutcomeRule fall, ended, gone, closes;
    fall.rating = "cqc";
    fall.position = 2;
    ended.event = "contract_ended";
    gone.exit = "business failure";
    closes.closure = true;
    rules.outcomes = {fall, ended, gone, closes};
    std::vector<std::string> texts;
    for (const auto& each : vermeil::default_outcomes(vermeil::Framework(rules))) {
        texts.push_back(each.text);
    }
    CHECK(texts == std::vector<std::string>{"rating:cqc=Requires improvement", "event:contract_ended",
                                            "exit:business failure", "closure"});
    rules.outcomes.resize(1);
    rules.outcomes[0] = {};
    rules.outcomes[0].exit = "for cause";
    CHECK(vermeil::default_outcomes(vermeil::Framework(rules)).front().text == "exit");
}

TEST_CASE("an event by which the scheme foretells is no outcome") {
    CHECK_THROWS_WITH(
        read("event:concern"),
        "the event 'concern' is an outcome, and 'concerns' asks about it: nothing foretells itself");
}
