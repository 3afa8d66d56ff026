// SPDX-License-Identifier: MIT
// What the committee reads.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_wording.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using small_panel::from;
using vermeil::BacktestOptions;
using vermeil::Date;

namespace {

/// Forty services over two months; those of `harmed` are harmed on 10 April. The scheme's keys fall from the first service on,
/// the rival's are `rival`.
template <class Rival>
vermeil::Backtest tested(std::uint32_t harmed, Rival rival, Date last = Date(2025, 12, 31)) {
    vermeil::BacktestPanel panel(std::vector<std::string>(40, "x"), small_panel::months(2), {"Red", "Green"});
    std::vector<double> own, other;
    for (std::uint32_t day = 0; day < 2; ++day) {
        for (std::uint32_t service = 0; service < 40; ++service) {
            panel.add({service, day, 1, 40.0 - service, false});
            own.push_back(40.0 - service);
            other.push_back(rival(service));
        }
    }
    panel.add(vermeil::BacktestRule{"scheme", "Scheme"}, std::move(own));
    panel.add(vermeil::BacktestRule{"lots", "lots"}, std::move(other));
    std::vector<vermeil::OutcomeSpells> spells(harmed, from(Date(2024, 4, 10)));
    spells.resize(40);
    BacktestOptions options;
    options.first = Date(2024, 1, 1);
    options.last = last;
    return vermeil::backtest(std::move(panel), {{"rating:x=Bad", "later rated Bad by x", std::move(spells)}},
                             small_panel::nobody_closes(40), options);
}

std::vector<std::string> said(const vermeil::Backtest& test) {
    return vermeil::backtest_sentences(test, test.reports.front());
}
std::vector<std::string> notes(const vermeil::Backtest& test) {
    return vermeil::backtest_notes(test, test.reports.front());
}

double backwards(std::uint32_t service) { return service; }
double nothing(std::uint32_t) { return 1; }
double the_same(std::uint32_t service) { return 40.0 - service; }

} // namespace

TEST_CASE("a scheme that wins is said to, with its figures") {
    const auto sentences = said(tested(20, backwards));
    REQUIRE(sentences.size() == 4);
    CHECK(sentences[0] ==
          "The scheme ranks better than every naive rule that was tried: its area under the curve is 1.00 "
          "(0.84 to 1.00).");
    CHECK(
        sentences[1] ==
        "Of 20 services later rated Bad by x, 20 (100 %; 95 % interval 84 % to 100 %) were in the top 20 of "
        "the last list before.");
    CHECK(sentences[2] ==
          "Half of the 20 that were surely on it had been listed without a break for 70 days or more.");
    CHECK(sentences[3] ==
          "By the naive rule that reached most, lots, 0 (0 %) would have been; the difference of the shares "
          "is 1.00 (1.00 to 1.00).");
}

TEST_CASE("a scheme that does not win is said not to, and against what") {
    CHECK(said(tested(20, the_same))[0] == "The scheme does not beat every naive rule: the difference may be "
                                           "chance (difference of the areas under the "
                                           "curve, lots: 0.00 (0.00 to 0.00)).");
    const auto turned = [](std::uint32_t service) {
        return service < 20 ? 50.0 + service : backwards(service);
    };
    CHECK(said(tested(20, turned))[0].rfind("The scheme does not beat every naive rule", 0) == 0);
}

TEST_CASE("parts of places are told with a decimal") {
    const auto sentences = said(tested(15, nothing));
    CHECK(sentences.back().find("lots, 7.5 (50 %) would have been") != std::string::npos);
}

TEST_CASE("with too few events it is said that it cannot be told") {
    CHECK(said(tested(4, nothing))[0] ==
          "It cannot be told whether the scheme beats a naive rule: 4 services that could be "
          "ranked and followed had a new event, and fewer than 10 tell too little.");
    const auto none = tested(0, nothing);
    CHECK(said(none).size() == 1);
    CHECK(notes(none) == std::vector<std::string>{"No service had the outcome in the history."});
}

TEST_CASE("what must be known to read the figures is noted") {
    CHECK(notes(tested(12, nothing)) ==
          std::vector<std::string>{
              "All 12 events came on one day and may have one cause; the intervals take them for "
              "independent."});
    const auto shortened = notes(tested(12, nothing, Date(2024, 6, 30)));
    REQUIRE(shortened.size() == 2);
    CHECK(shortened[0] ==
          "The history from 2024-01-01 to 2024-06-30 is shorter than the horizon of 12 months: no service "
          "was followed for long enough.");
}
