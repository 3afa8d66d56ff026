// SPDX-License-Identifier: MIT
// The ratings of a market, and the promise that evidence kept back never helps.

#include "catch.hpp"
#include "kernel/guarantee.hpp"
#include "kernel/small.hpp"
#include "rating/small_market.hpp"

#include <vermeil/core/on_threads.hpp>
#include <vermeil/rating/history.hpp>
#include <vermeil/rating/ratings.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using small::of;
using small_market::market;
using vermeil::Face;
using vermeil::Policy;
using vermeil::State;

namespace {

const made_up::Wish fair{true, false};
const made_up::Wish fair_shares{true, true};

/// Every absence but those that are facts of the framework or the register.
constexpr std::array<State, 5> withholdings{State::not_submitted, State::too_few, State::not_yet_inspected,
                                            State::suppressed, State::unknown};

vermeil::Rules under(Policy policy) {
    auto rules = small::three_measures();
    for (const auto state : withholdings) {
        rules.missing.of(state).policy = policy;
    }
    return rules;
}

} // namespace

TEST_CASE("weights 4, 3 and 3 over shares of 50, 90 and 90 are Silver at 74") {
    const auto made = small::outcome(small::three_measures(), {of(5, 10), of(9, 10), of(9, 10)});
    CHECK(made.lowest_score == 74);
    CHECK(made.highest_score == 74);
    CHECK(made.band == 1);
}

TEST_CASE("the same with a ninth answer alone to the first measure is not Gold") {
    const auto made = small::outcome(small::three_measures(), {of(5, 9), of(9, 10), of(9, 10)});
    CHECK(made.band == vermeil::no_band);
    CHECK(made.reason == vermeil::Reason::open);
    CHECK(made.lowest_score == 54);
    CHECK(made.highest_score == 94);
    CHECK(made.lowest == 2);
    CHECK(made.highest == 0);
    auto rules = small::three_measures();
    rules.open = vermeil::Open::lowest;
    CHECK(small::band(rules, {of(5, 9), of(9, 10), of(9, 10)}) == "Bronze");
}

TEST_CASE("under renormalise the tenth answer kept back makes Gold at 90 of Silver at 74") {
    CHECK(small::band(under(Policy::renormalise), {of(5, 10), of(9, 10), of(9, 10)}) == "Silver");
    const auto made = small::outcome(under(Policy::renormalise), {of(5, 9), of(9, 10), of(9, 10)});
    CHECK(made.band == 0);
    CHECK(made.lowest_score == 90);
}

TEST_CASE("evidence taken away never lifts a rating under the default policies") {
    const auto found = guarantee::search(2000, fair, Face::better, [](vermeil::Rules&) {});
    INFO(found.first_lift);
    CHECK(found.lifted == 0);
    CHECK(found.stayed > 10000);
    CHECK(found.fell > 500);
    CHECK(found.became_not_rated > 5000);
}

TEST_CASE("evidence taken away lets a rating stay or fall where the lowest band stands") {
    const auto found = guarantee::search(1500, fair, Face::better, [](vermeil::Rules& rules) {
        rules.open = vermeil::Open::lowest;
        rules.least_coverage = 0;
        rules.presence = {};
    });
    INFO(found.first_lift);
    CHECK(found.lifted == 0);
    CHECK(found.fell > 2000);
    CHECK(found.became_not_rated == 0);
}

TEST_CASE("under renormalise the same search finds ratings that were lifted") {
    const auto found = guarantee::search(300, fair, Face::better, [](vermeil::Rules& rules) {
        for (const auto state : withholdings) {
            rules.missing.of(state).policy = Policy::renormalise;
        }
    });
    CHECK(found.lifted > 0);
    CHECK_FALSE(found.first_lift.empty());
}

TEST_CASE("under leave_out the same search finds ratings that were lifted") {
    const auto found = guarantee::search(300, fair, Face::better, [](vermeil::Rules& rules) {
        rules.missing.of(State::not_submitted).policy = Policy::leave_out;
    });
    CHECK(found.lifted > 0);
}

TEST_CASE("the guarantee holds with intervals too, while the counts survive but for one answer") {
    const auto found = guarantee::search(2000, fair_shares, Face::better, [](vermeil::Rules& rules) {
        rules.missing.of(State::too_few).policy = Policy::interval;
        rules.missing.of(State::suppressed).policy = Policy::interval;
    });
    INFO(found.first_lift);
    CHECK(found.lifted == 0);
    CHECK(found.fell > 100);
    CHECK(found.became_not_rated > 1000);
}

TEST_CASE("an answer kept back, whichever it is, leaves the share within its interval") {
    for (std::uint32_t n = 2; n <= 200; ++n) {
        for (std::uint32_t count = 0; count <= n; ++count) {
            const double share = static_cast<double>(count) / n;
            for (const auto left : {count, count - 1}) {
                if (left <= n - 1) { // a count of 0 less 1 is far above
                    const auto ends = vermeil::wilson_interval({left, n - 1});
                    REQUIRE(ends.lower <= share);
                    REQUIRE(share <= ends.upper);
                }
            }
        }
    }
}

TEST_CASE("intervals do not see which answers were kept back: five unhappy ones of ten lift the band") {
    auto rules = small::rules({small::share("dignity", 1, 10)});
    rules.bands = {{"Gold", 55, vermeil::Tie::in, {}}, {"Bronze", {}, vermeil::Tie::in, {}}};
    rules.least_coverage = 0;
    CHECK(small::band(rules, {of(5, 10)}) == "Bronze");
    CHECK(small::band(rules, {of(5, 5)}) == "Not rated"); // bounds stand firm
    rules.missing.of(State::too_few).policy = Policy::interval;
    CHECK(small::band(rules, {of(5, 5)}) == "Gold");
}

TEST_CASE("ratings explain any of their services, and only those") {
    const auto ratings =
        vermeil::rate(vermeil::Framework(small::three_measures()), market(), vermeil::Threads(2));
    CHECK(ratings.size() == 4);
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        CHECK(ratings.explain(i).trace.outcome == ratings.outcomes().row(i));
    }
    CHECK(ratings.explain("P1").headline ==
          "Not rated: Bronze, Silver or Gold; too few answers: dignity 9 of 10");
    CHECK_THROWS_WITH(ratings.explain("P9"), "no service 'P9' among the 4 measured");
}

TEST_CASE("one service is explained alone as it is in its market") {
    const vermeil::Framework framework(small::three_measures());
    const auto alone = vermeil::explain(framework, market(), "P3");
    CHECK(alone.json == vermeil::rate(framework, market()).explain("P3").json);
    CHECK(alone.band == "Silver");
}

TEST_CASE("a risk scheme is not rated") {
    CHECK_THROWS_WITH(
        vermeil::rate(vermeil::Framework(small::scheme()), market()),
        "'small' is a risk scheme: higher is worse; score it with score_risk, or the command vermeil risk, "
        "which takes --evidence or --measures as vermeil rate does");
}

TEST_CASE("a weight that is not set and a column that is not there stop a rating") {
    auto rules = small::three_measures();
    rules.indicators[0].weight.reset();
    CHECK_THROWS_WITH(
        vermeil::rate(vermeil::Framework(rules), market()),
        "file:9:1: measure 'dignity' has no weight yet; set one before rating with this framework");
    rules = small::three_measures();
    rules.indicators[0].measure.id = "warmth";
    CHECK_THROWS_WITH(vermeil::rate(vermeil::Framework(rules), market()),
                      "measure 'warmth' has no column; the table has 'dignity', 'reliable' or 'safe'");
}

TEST_CASE("earlier ratings decide how long a band stands: in the band, the words, the JSON and the columns") {
    auto rules = small::three_measures();
    rules.steady = vermeil::Steady{};
    rules.bands[0].leads_to.eligible = true;
    rules.bands[1].leads_to.eligible = false;
    const vermeil::Framework framework(rules);
    auto ratings = vermeil::rate(framework, small_market::market());
    CHECK(ratings.band(0) == 1); // P3 is Silver by the rules
    vermeil::History history;
    history.add("P3", {*ratings.measures().quarter() - 1, 0, 0});
    ratings.settle(history);
    CHECK(ratings.band(0) == 0);
    CHECK(ratings.outcomes().band[0] == 1);
    const auto rating = ratings.explain("P3");
    CHECK(rating.band == "Gold");
    CHECK(rating.proposed == "Silver");
    CHECK(rating.headline.rfind("Gold stands: a move down is proposed for 1 of 2 quarters in a row; "
                                "proposed: Silver, score",
                                0) == 0);
    CHECK(rating.explanation.back() == "leads to: eligible");
    CHECK(rating.json.find("\"proposed\": \"Silver\"") != std::string::npos);
    CHECK(rating.json.find("\"band\": \"Gold\", \"held\": \"Gold stands") != std::string::npos);
    CHECK(ratings.explain("P1").band == ratings.explain("P1").proposed);
}

TEST_CASE("without a quarter nobody can say what came before; a framework that is not steady does not ask") {
    auto rules = small::three_measures();
    auto unsteady = vermeil::rate(vermeil::Framework(rules), small_market::market(std::nullopt));
    unsteady.settle(vermeil::History());
    CHECK(unsteady.steady().empty());
    rules.steady = vermeil::Steady{};
    auto ratings = vermeil::rate(vermeil::Framework(rules), small_market::market(std::nullopt));
    CHECK_THROWS_WITH(ratings.settle(vermeil::History()),
                      "earlier ratings are compared with those of a quarter; say which "
                      "quarter is rated");
}
