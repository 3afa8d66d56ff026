// SPDX-License-Identifier: MIT
// The one evaluation against a plain slow one, over made-up frameworks with every mechanism.

#include "catch.hpp"
#include "kernel/made_up.hpp"
#include "kernel/reference.hpp"

#include <vermeil/core/on_threads.hpp>
#include <vermeil/kernel/evaluator.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using Rows = std::vector<std::vector<vermeil::Cell>>;

Rows some_rows(made_up::Draws& draws, const vermeil::Framework& framework, std::size_t count) {
    Rows rows;
    for (std::size_t i = 0; i < count; ++i) {
        rows.push_back(made_up::row(draws, framework, {}, i % 5 == 0 ? 1.0 : 0.7));
    }
    return rows;
}

/// The outcomes of a table, row by row.
std::vector<vermeil::Outcome> outcomes(const vermeil::Evaluator& evaluator, const Rows& rows,
                                       unsigned threads = 1) {
    const auto made =
        evaluator.evaluate(made_up::table(evaluator.framework(), rows), vermeil::Threads(threads));
    std::vector<vermeil::Outcome> each;
    for (std::size_t i = 0; i < made.size(); ++i) {
        each.push_back(made.row(i));
    }
    return each;
}

/// How often each reason and each limiter decided, so that a test can see that it saw something.
struct Seen {
    std::array<std::size_t, vermeil::reason_names.size()> reasons{};
    std::size_t limited = 0;

    void count(const vermeil::Outcome& outcome) {
        ++reasons.at(static_cast<std::size_t>(outcome.reason));
        limited += outcome.limiter > 0 ? 1U : 0U;
    }
};

/// Whether batch, single row, trace and the slow reference agree to the bit on every row.
bool agrees(const vermeil::Evaluator& evaluator, const Rows& rows, Seen& tally) {
    const auto table = made_up::table(evaluator.framework(), rows);
    const auto batch = evaluator.evaluate(table);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto expected = reference::outcome(evaluator.framework(), rows[i]);
        tally.count(expected);
        if (batch.row(i) != expected || evaluator.evaluate(rows[i]) != expected ||
            evaluator.explain(table, i).outcome != expected ||
            evaluator.explain(rows[i]).outcome != expected) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("batch, single row and trace agree with a plain slow evaluation to the bit") {
    Seen tally;
    for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
        made_up::Draws draws(seed);
        const vermeil::Evaluator evaluator{vermeil::Framework(made_up::rules(draws))};
        INFO("seed " << seed);
        REQUIRE(agrees(evaluator, some_rows(draws, evaluator.framework(), 6), tally));
    }
    for (std::size_t reason = 0; reason < tally.reasons.size(); ++reason) {
        INFO(vermeil::reason_names.at(reason));
        CHECK(tally.reasons.at(reason) > 100);
    }
    CHECK(tally.limited > 1000);
}

TEST_CASE("a row's outcome is the same wherever it stands and whoever stands beside it") {
    constexpr auto lanes = vermeil::detail::table_rows;
    constexpr std::array<std::size_t, 9> counts{1,     255,       256,       257,          771,
                                                lanes, lanes - 1, lanes + 1, 2 * lanes + 3};
    for (std::uint64_t seed = 1; seed <= 27; ++seed) {
        made_up::Draws draws(seed);
        const vermeil::Evaluator evaluator{vermeil::Framework(made_up::rules(draws))};
        const auto rows = some_rows(draws, evaluator.framework(), counts.at(seed % counts.size()));
        const auto made = outcomes(evaluator, rows);
        REQUIRE(made.size() == rows.size());
        std::size_t differ = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            differ += made[i] == reference::outcome(evaluator.framework(), rows[i]) ? 0U : 1U;
        }
        INFO("seed " << seed << ", " << rows.size() << " rows");
        CHECK(differ == 0);
    }
}

TEST_CASE("the number of threads changes no bit") {
    for (std::uint64_t seed = 100; seed < 108; ++seed) {
        made_up::Draws draws(seed);
        const vermeil::Evaluator evaluator{vermeil::Framework(made_up::rules(draws))};
        const auto rows = some_rows(draws, evaluator.framework(), 500 + draws.below(600));
        const auto alone = outcomes(evaluator, rows);
        for (const unsigned threads : {0U, 2U, 3U, 7U}) {
            INFO("seed " << seed << ", " << threads << " threads");
            CHECK(outcomes(evaluator, rows, threads) == alone);
        }
    }
}

TEST_CASE("more threads than rows and a table without rows are fine") {
    made_up::Draws draws(5);
    const vermeil::Evaluator evaluator{vermeil::Framework(made_up::rules(draws))};
    const auto rows = some_rows(draws, evaluator.framework(), 2);
    CHECK(outcomes(evaluator, rows, 5) == outcomes(evaluator, rows));
    CHECK(outcomes(evaluator, {}, 2).empty());
}

TEST_CASE("shuffled rows have the same outcomes, shuffled") {
    for (std::uint64_t seed = 200; seed < 208; ++seed) {
        made_up::Draws draws(seed);
        const vermeil::Evaluator evaluator{vermeil::Framework(made_up::rules(draws))};
        auto rows = some_rows(draws, evaluator.framework(), 700);
        auto expected = outcomes(evaluator, rows);
        for (std::size_t i = rows.size(); i-- > 1;) {
            const auto other = draws.below(i + 1);
            std::swap(rows[i], rows[other]);
            std::swap(expected[i], expected[other]);
        }
        INFO("seed " << seed);
        CHECK(outcomes(evaluator, rows, 2) == expected);
    }
}

TEST_CASE("what an absent cell holds in place of a value changes nothing") {
    for (std::uint64_t seed = 300; seed < 600; ++seed) {
        made_up::Draws draws(seed);
        const vermeil::Evaluator evaluator{vermeil::Framework(made_up::rules(draws))};
        auto cells = made_up::row(draws, evaluator.framework());
        const auto before = evaluator.evaluate(cells);
        for (auto& cell : cells) {
            cell.value = cell.state == vermeil::State::present ? cell.value : 12345.0;
        }
        INFO("seed " << seed);
        CHECK(evaluator.evaluate(cells) == before);
    }
}

TEST_CASE("every width of arithmetic gives the same outcomes to the bit") {
    using vermeil::detail::Width;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        made_up::Draws draws(seed);
        const vermeil::Framework framework(made_up::rules(draws));
        const vermeil::Program program(framework);
        const auto rows = some_rows(draws, framework, 300 + seed);
        const auto table = made_up::table(framework, rows);
        std::vector<vermeil::MeasureColumn> columns;
        for (const auto& measure : framework.measures()) {
            columns.push_back(*table.find(measure.id));
        }
        for (const Width width : {Width::of_build, Width::avx2, Width::avx512}) {
            if (width > vermeil::detail::width()) {
                continue;
            }
            vermeil::NoRecord nothing;
            std::size_t differ = 0;
            vermeil::Evaluation<vermeil::NoRecord, vermeil::detail::table_rows>(program, columns, {}, nothing,
                                                                                width)
                .run(0, rows.size(), [&](std::size_t first, const auto& made, std::size_t number) {
                    for (std::size_t i = 0; i < number; ++i) {
                        differ += made.outcome(i) == reference::outcome(framework, rows[first + i]) ? 0U : 1U;
                    }
                });
            INFO("seed " << seed << ", width " << static_cast<int>(width));
            CHECK(differ == 0);
        }
    }
}
