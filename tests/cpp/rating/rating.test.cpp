// SPDX-License-Identifier: MIT
// One rating in words, and the county's framework on rows worked by hand.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/framework/toml.hpp>
#include <vermeil/rating/rating.hpp>

#include <cstddef>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using small::absent;
using small::of;
using small::present;
using vermeil::State;

namespace {

/// The county's framework of 2011 with a row to be changed: each share at a value, no notice open.
class County {
  public:
    explicit County(double share)
        : framework_(vermeil::load_framework((std::filesystem::path(__FILE__).parent_path() /
                                              "../../../examples/frameworks/east_sussex_2011.toml")
                                                 .string())),
          cells_(framework_.measures().size(), vermeil::Cell{share, State::present, 20, 0, 0}) {
        set("turnover", present(1 - share)); // the fewer left, the better
        set("default_notice", present(0));
    }
    County& set(std::string_view measure, const vermeil::Cell& cell) {
        cells_.at(framework_.position(measure)) = cell;
        return *this;
    }
    /// The nine answers of the survey.
    County& survey(const vermeil::Cell& cell) {
        for (const auto* id : {"dignity", "control", "independence", "satisfaction", "culture", "activities",
                               "positive_difference", "confidence", "safe_and_secure"}) {
            set(id, cell);
        }
        return *this;
    }
    [[nodiscard]] vermeil::Rating rating() const {
        return make_rating(framework_, "P001", vermeil::parse_quarter("2011-12 Q3"),
                           vermeil::Evaluator(framework_).explain(cells_));
    }

  private:
    vermeil::Framework framework_;
    std::vector<vermeil::Cell> cells_;
};

} // namespace

TEST_CASE("a rating has its band, its headline, its steps and its object") {
    const vermeil::Framework framework(small::three_measures());
    const auto rating = make_rating(framework, "P001", vermeil::parse_quarter("2024-25 Q3"),
                                    small::trace(small::three_measures(), {of(5, 10), of(9, 10), of(9, 10)}));
    CHECK(rating.service == "P001");
    CHECK(to_string(*rating.quarter) == "2024-25 Q3");
    CHECK(rating.band == "Silver");
    CHECK(rating.headline == "Silver, score 74.0");
    CHECK(rating.explanation.size() == 5);
    CHECK(rating.trace.outcome.lowest_score == 74);
    CHECK(rating.json.rfind(R"({"service": "P001", "quarter": "2024-25 Q3", "framework": "small", )", 0) ==
          0);
}

TEST_CASE("a rating is written with every step on a line of its own") {
    const vermeil::Framework framework(small::rules({small::share("safe", 1)}));
    std::ostringstream out;
    out << make_rating(framework, "P001", {}, small::trace(framework.rules(), {present(0.9)}));
    CHECK(out.str() == "safe: 0.9 -> 90.0 points, weight 1\n"
                       "score 90.0, 100.0 % of the weight known\n"
                       "Gold, score 90.0\n");
}

TEST_CASE("the county: 80 in every measure is Gold, to the point") {
    const auto rating = County(0.8).rating();
    CHECK(rating.band == "Gold");
    CHECK(rating.trace.outcome.lowest_score == 80);
    CHECK(rating.trace.outcome.coverage == 1); // planned measures do not count
    CHECK(County(0.799).rating().band == "Silver");
    CHECK(County(0.65).rating().band == "Silver");
    CHECK(County(0.649).rating().band == "Bronze");
}

TEST_CASE("the county: dignity weighs 12 of 100, and turnover 4 the other way") {
    // 12 x 50 + 88 x 90 = 8520
    CHECK(County(0.9).set("dignity", of(10, 20)).rating().trace.outcome.lowest_score == 85.2);
    // 96 x 70 + 4 x 50 = 6920
    const auto left = County(0.7).set("turnover", present(0.5)).rating();
    CHECK(left.trace.outcome.lowest_score == 69.2);
    CHECK(left.band == "Silver");
}

TEST_CASE("the county: an open notice of default caps at Bronze") {
    const auto rating = County(0.9).set("default_notice", present(1)).rating();
    CHECK(rating.band == "Bronze");
    CHECK(rating.headline == "Bronze, score 90.0; a contract default notice is open");
}

TEST_CASE("the county: a report that was not returned leaves its 4 points of 100 open") {
    const auto rating = County(0.8).set("turnover", absent(State::not_submitted)).rating();
    CHECK(rating.trace.outcome.lowest_score == 76.8);
    CHECK(rating.trace.outcome.highest_score == 80.8);
    CHECK(rating.trace.outcome.coverage == 0.96);
    CHECK(rating.headline == "Not rated: Silver or Gold; not returned by the provider: Care workers who left "
                             "(turnover)");
}

TEST_CASE("the county: without its survey 22 of 100 are known, which is too little") {
    const auto rating = County(0.9).survey(of(8, 9)).rating();
    CHECK(rating.trace.outcome.coverage == 0.22);
    CHECK(rating.headline ==
          "Not rated: 22.0 % of the weight is known, 60.0 % is needed; too few answers: Treated with dignity "
          "and "
          "respect (dignity) 9 of 10, As much control over the service as wanted (control) 9 of 10, As much "
          "independence as wanted (independence) 9 of 10 and 6 more");
}
