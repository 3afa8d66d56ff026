// SPDX-License-Identifier: MIT
// Which chart is chosen, and what is said for it.

#include "catch.hpp"

#include <vermeil/risk/chart_choice.hpp>

#include <string>
#include <vector>

using vermeil::ChartKind;
using vermeil::SeriesKind;

namespace {

vermeil::TypicalPeriod period(double n, double count) { return {n, count, n / 2, n * 2}; }

} // namespace

TEST_CASE("a share never goes on an XmR chart") {
    for (const double n : {4.0, 40.0, 400.0, 40000.0}) {
        const auto choice = vermeil::choose_chart(SeriesKind::share, period(n, n * 0.9));
        CHECK((choice.kind == ChartKind::p || choice.kind == ChartKind::p_prime));
    }
    const auto small = vermeil::choose_chart(SeriesKind::share, period(12, 9));
    CHECK(small.why ==
          "a share of about 12 a period: limits must widen where n is small, which an XmR chart's do not");
    CHECK_FALSE(small.is_rare);
}

TEST_CASE("large bases go on a chart whose limits follow what they do") {
    CHECK(vermeil::choose_chart(SeriesKind::share, period(2000, 1500)).kind == ChartKind::p_prime);
    CHECK(vermeil::choose_chart(SeriesKind::share, period(1999, 1500)).kind == ChartKind::p);
    CHECK(vermeil::choose_chart(SeriesKind::rate, period(9000, 30)).kind == ChartKind::u_prime);
}

TEST_CASE("rates over exposures that hardly vary are counted") {
    CHECK(vermeil::choose_chart(SeriesKind::rate, {100, 5, 95, 110}).kind == ChartKind::c);
    CHECK(vermeil::choose_chart(SeriesKind::rate, {100, 5, 50, 110}).kind == ChartKind::u);
}

TEST_CASE("rare events are said to be rare, whichever side of a share is rare") {
    const auto rare = vermeil::choose_chart(SeriesKind::share, period(20, 19.5));
    CHECK(rare.is_rare);
    CHECK(rare.why.find("with 19.5 a period on average a single point tells little") != std::string::npos);
    CHECK(vermeil::choose_chart(SeriesKind::count, period(0, 0.3)).is_rare);
}

TEST_CASE("numbers and what lies between events have charts of their own") {
    CHECK(vermeil::choose_chart(SeriesKind::number, {}).kind == ChartKind::xmr);
    CHECK(vermeil::choose_chart(SeriesKind::time_between, {}).kind == ChartKind::t);
    CHECK(vermeil::choose_chart(SeriesKind::cases_between, {}).kind == ChartKind::g);
    CHECK(vermeil::parse_series_kind("rate") == SeriesKind::rate);
    CHECK_THROWS_WITH(vermeil::parse_series_kind("ratio"),
                      Catch::Contains("the kinds are 'number', 'share'"));
}

TEST_CASE("a typical period looks at what is there") {
    const std::vector<double> counts{1, 2, 99};
    const std::vector<double> n{10, 30, 500};
    const std::vector<std::uint8_t> has{1, 1, 0};
    const auto typical = vermeil::typical_period({.value = counts, .n = n, .has = has});
    CHECK(typical.n == 30);
    CHECK(typical.count == 1.5);
    CHECK(typical.least_n == 10);
    CHECK_FALSE(typical.is_empty);
}

TEST_CASE("a series without any value gets the chart of its kind, and no average is told") {
    const std::vector<double> counts{1, 2};
    const std::vector<std::uint8_t> none{0, 0};
    const auto typical = vermeil::typical_period({.value = counts, .has = none});
    CHECK(typical.is_empty);
    const auto count = vermeil::choose_chart(SeriesKind::count, typical);
    CHECK(count.kind == ChartKind::c);
    CHECK(count.why == "no period has a value yet: the chart of any count");
    CHECK_FALSE(count.is_rare);
    CHECK(vermeil::choose_chart(SeriesKind::share, typical).kind == ChartKind::p);
    CHECK(vermeil::choose_chart(SeriesKind::rate, typical).kind == ChartKind::u);
    CHECK(vermeil::choose_chart(SeriesKind::number, typical).kind == ChartKind::xmr);
}
