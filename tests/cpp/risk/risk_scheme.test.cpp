// SPDX-License-Identifier: MIT
// What a risk scheme is, and the shipped one on rows worked by hand.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/framework/toml.hpp>
#include <vermeil/risk/risk_scheme.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using small::absent;
using small::present;
using vermeil::State;

namespace {

/// The early warning scheme with a row to be changed: rated best, and nothing has happened.
class EarlyWarning {
  public:
    EarlyWarning()
        : scheme_(vermeil::load_framework((std::filesystem::path(__FILE__).parent_path() /
                                           "../../../examples/frameworks/rotherham_early_warning.toml")
                                              .string())),
          cells_(scheme_.framework().measures().size(), present(0)) {
        for (const auto* rating : {"pamms", "cqc", "food_hygiene"}) {
            set(rating, present(1));
        }
    }
    EarlyWarning& set(std::string_view measure, const vermeil::Cell& cell) {
        cells_.at(scheme_.framework().position(measure)) = cell;
        return *this;
    }
    [[nodiscard]] vermeil::Outcome outcome() const {
        return vermeil::Evaluator(scheme_.framework()).evaluate(cells_);
    }
    [[nodiscard]] double points() const { return outcome().highest_score; }
    [[nodiscard]] std::string level() const {
        return outcome().band == vermeil::no_band ? "Not rated"
                                                  : scheme_.framework().band_name(outcome().band);
    }

  private:
    vermeil::RiskScheme scheme_;
    std::vector<vermeil::Cell> cells_;
};

} // namespace

TEST_CASE("a framework in which higher is better is no risk scheme") {
    CHECK_THROWS_WITH(vermeil::RiskScheme(vermeil::Framework(small::three_measures())),
                      "'small' is no risk scheme: it lacks higher_is = \"worse\"");
    CHECK(vermeil::RiskScheme(vermeil::Framework(small::scheme())).framework().id() == "small");
}

TEST_CASE("early warning: nothing amiss is Green without points") {
    CHECK(EarlyWarning().level() == "Green");
    CHECK(EarlyWarning().points() == 0);
}

TEST_CASE("early warning: points add up over ratings, counts and what stands open") {
    // PAMMS Requires Improvement 15, one upheld concern 5: 20 is Amber; one decision more makes 25.
    EarlyWarning service;
    service.set("pamms", present(3)).set("substantiated_concerns", present(1));
    CHECK(service.points() == 20);
    CHECK(service.level() == "Amber");
    service.set("safeguarding_decisions", present(1));
    CHECK(service.points() == 25);
    // And a notice of default 25: 50 is Red.
    service.set("default_notice", present(1));
    CHECK(service.points() == 50);
    CHECK(service.level() == "Red");
}

TEST_CASE("early warning: one point below a cut is the level below") {
    EarlyWarning service;
    service.set("food_hygiene", present(5)); // the word 1 on the door: 15 points
    CHECK(service.points() == 15);
    CHECK(service.level() == "Green");
    service.set("pamms", present(4))
        .set("food_hygiene", present(4))
        .set("substantiated_concerns", present(1));
    CHECK(service.points() == 45);
    CHECK(service.level() == "Amber");
}

TEST_CASE("early warning: an embargo goes straight to Red whatever the points") {
    EarlyWarning service;
    service.set("embargo", present(1));
    CHECK(service.points() == 40);
    CHECK(service.level() == "Red");
    CHECK(service.outcome().limiter == 2);
}

TEST_CASE("early warning: an awaited first inspection adds nothing and leaves nothing open") {
    EarlyWarning service;
    service.set("cqc", absent(State::not_yet_inspected));
    CHECK(service.level() == "Green");
    CHECK(service.outcome().coverage == 1);
}

TEST_CASE("early warning: a rating that is not known may be the worst") {
    EarlyWarning service;
    service.set("cqc", absent(State::unknown));
    CHECK(service.outcome().lowest_score == 0);
    CHECK(service.outcome().highest_score == 40);
    CHECK(service.level() == "Not rated");
    service.set("embargo", present(1));
    CHECK(service.level() == "Red");
}
