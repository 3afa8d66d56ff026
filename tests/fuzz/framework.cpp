// SPDX-License-Identifier: MIT
// Feeds any bytes to the loaders of frameworks, of watch lists, which are frameworks, and of ladders. What they take must evaluate;
// what they refuse they must refuse with a place.

#include <vermeil/framework/toml.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/risk/ladder_toml.hpp>
#include <vermeil/risk/watch_list.hpp>
#include <vermeil/trust/lint.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

/// Rates a service with nothing known and one with every measure at one value; the ends must stand in their order.
void rate_two(const vermeil::Evaluator& evaluator) {
    const auto count = evaluator.framework().measures().size();
    for (const auto state : {vermeil::State::unknown, vermeil::State::present}) {
        const std::vector<vermeil::Cell> cells(count, vermeil::Cell{1, state, 10, 10, 0});
        const auto trace = evaluator.explain(cells);
        if (trace.outcome.lowest_score > trace.outcome.highest_score || // both are numbers
            vermeil::explanation(evaluator.framework(), trace).empty()) {
            std::abort();
        }
    }
}

/// Reads every framework as the linter does, and tries one in so many, since a trial rates thousands of services.
void lint(const vermeil::Framework& framework, std::size_t size) {
    constexpr std::size_t one_in = 64;
    if (size % one_in == 0) {
        (void)vermeil::lint(framework);
        return;
    }
    std::vector<vermeil::Finding> findings;
    vermeil::detail::look_at({framework, framework.rules(), {}, nullptr, nullptr, findings});
}

/// Puts two services in order by what is a watch list; of one nothing is known.
void watch_two(const vermeil::Framework& framework) {
    const auto& rules = framework.rules();
    if (rules.higher_is != vermeil::Face::worse || rules.aggregate != vermeil::Aggregate::sum ||
        !rules.groups.empty()) {
        return;
    }
    const vermeil::Date day(2024, 12, 31);
    vermeil::MeasureTable table({"S1", "S2"}, vermeil::Quarter(day), day);
    for (const auto& measure : framework.measures()) {
        vermeil::CellBuffer cells(2);
        cells.set(0, vermeil::Cell{});
        cells.set(1, vermeil::Cell{1, vermeil::State::present, 10, 10, 0});
        vermeil::add(table, measure.id, std::move(cells));
    }
    const vermeil::WatchList list(framework, std::move(table));
    const auto services = list.services();
    const auto why = list.why("S1", "S2");
    if (services.size() != 2 || why.upper != services[0] || why.lines().size() != why.reasons.size() + 1 ||
        list.frame().rows() != 2) {
        std::abort();
    }
}

/// A ladder finds its own steps, and proposes.
void climb(const vermeil::Ladder& ladder) {
    for (std::size_t i = 0; i < ladder.steps().size(); ++i) {
        if (ladder.find(ladder.steps()[i].name) != i) {
            std::abort();
        }
    }
    rate_two(vermeil::Evaluator(ladder.proposing()));
}

/// What is no framework may be a ladder.
void read_as_ladder(std::string_view text) {
    try {
        climb(vermeil::parse_ladder(text, "fuzzed.toml"));
    } catch (const vermeil::DefinitionError& refusal) {
        if (std::string(refusal.what()).rfind("fuzzed.toml", 0) != 0) {
            std::abort();
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    try {
        const auto framework = vermeil::parse_framework(text, "fuzzed.toml");
        lint(framework, size);
        if (!framework.is_relative()) { // else its norms are missing
            rate_two(vermeil::Evaluator(framework));
            watch_two(framework);
        }
    } catch (const vermeil::DefinitionError&) {
        read_as_ladder(text);
    }
    return 0;
}
