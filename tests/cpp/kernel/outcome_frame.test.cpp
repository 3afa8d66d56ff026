// SPDX-License-Identifier: MIT
// Outcomes as columns: their names, their order, and a score only where one stands.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/outcome_frame.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using vermeil::no_band;
using vermeil::Outcome;
using vermeil::Reason;

namespace {

/// The columns of these outcomes under the small framework.
vermeil::Frame frame(vermeil::Rules rules, const std::vector<Outcome>& rows) {
    rules.facts = {small::fact("notice")};
    rules.limiters = {small::limiter(vermeil::Effect::cap, "Bronze", "notice", "a notice is open")};
    const auto framework = std::make_shared<const vermeil::Framework>(rules);
    vermeil::Outcomes outcomes(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        outcomes.lowest_score[i] = rows[i].lowest_score;
        outcomes.highest_score[i] = rows[i].highest_score;
        outcomes.coverage[i] = rows[i].coverage;
        outcomes.band[i] = rows[i].band;
        outcomes.lowest[i] = rows[i].lowest;
        outcomes.highest[i] = rows[i].highest;
        outcomes.reason[i] = rows[i].reason;
        outcomes.limiter[i] = rows[i].limiter;
    }
    return {"outcomes", vermeil::outcome_columns(*framework, outcomes, {"band", "score"}, framework)};
}

std::string word(const vermeil::Frame& frame, const std::string& column, std::size_t row = 0) {
    return std::string((*frame.find(column)->as<std::span<const std::string_view>>())[row]);
}
double number(const vermeil::Frame& frame, const std::string& column, std::size_t row = 0) {
    return (*frame.find(column)->as<std::span<const double>>())[row];
}

const Outcome decided{74, 74, 1, 1, 1, 1, Reason::decided, 0};
const Outcome open{34, 74, 0.6, no_band, 2, 1, Reason::open, 0};

} // namespace

TEST_CASE("the columns of outcomes have their names and order") {
    std::vector<std::string> names;
    const auto made = frame(small::three_measures(), {decided});
    for (const auto& column : made.columns()) {
        names.push_back(column.name);
    }
    CHECK(names == std::vector<std::string>{"band", "score", "lowest", "highest", "lowest_score",
                                            "highest_score", "coverage", "reason", "limiter"});
}

TEST_CASE("a decided row has its band, its score and no limiter") {
    const auto made = frame(small::three_measures(), {decided});
    CHECK(word(made, "band") == "Silver");
    CHECK(made.find("score")->has(0));
    CHECK(number(made, "score") == 74);
    CHECK(word(made, "lowest") == "Silver");
    CHECK(word(made, "reason") == "decided");
    CHECK(word(made, "limiter").empty());
}

TEST_CASE("an open row is Not rated, with no score but both ends") {
    const auto made = frame(small::three_measures(), {decided, open});
    CHECK(word(made, "band", 1) == "Not rated");
    CHECK_FALSE(made.find("score")->has(1));
    CHECK(word(made, "lowest", 1) == "Bronze");
    CHECK(word(made, "highest", 1) == "Silver");
    CHECK(number(made, "lowest_score", 1) == 34);
    CHECK(number(made, "highest_score", 1) == 74);
    CHECK(number(made, "coverage", 1) == 0.6);
    CHECK(word(made, "reason", 1) == "open");
}

TEST_CASE("where the least favourable band stands, so does the least favourable score of each face") {
    auto lowest = open;
    lowest.band = 2;
    auto rules = small::three_measures();
    CHECK(number(frame(rules, {lowest}), "score") == 34);
    rules.higher_is = vermeil::Face::worse;
    CHECK(number(frame(rules, {lowest}), "score") == 74);
}

TEST_CASE("nothing applicable has no score, though both ends are 0") {
    const auto made =
        frame(small::three_measures(), {{0, 0, 0, no_band, 2, 2, Reason::nothing_applicable, 0}});
    CHECK_FALSE(made.find("score")->has(0));
}

TEST_CASE("the last limiter that changed a band is given in its own words") {
    CHECK(word(frame(small::three_measures(), {{90, 90, 1, 2, 2, 2, Reason::decided, 1}}), "limiter") ==
          "a notice is open");
}

TEST_CASE("the words of the columns outlive the framework that they came from") {
    const auto made =
        frame(small::three_measures(), std::vector<Outcome>(9, decided)); // its framework is gone
    CHECK(word(made, "band", 8) == "Silver");
}

TEST_CASE("ages become columns, null where none is known; no ages, no columns") {
    CHECK(vermeil::age_columns({}).empty());
    const auto columns = vermeil::age_columns({{412, 90, 0.5}, {}});
    REQUIRE(columns.size() == 3);
    CHECK(columns[0].name == "oldest_days");
    CHECK((*columns[1].as<std::span<const std::uint32_t>>())[0] == 90);
    CHECK_FALSE(columns[1].has(1));
    CHECK((*columns[2].as<std::span<const double>>())[0] == 0.5);
}
