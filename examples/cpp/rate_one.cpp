// SPDX-License-Identifier: MIT
// Rates one made-up service under a framework file and prints every step. Run it from the root of the project, or
// give the path of the framework of East Sussex.

#include <vermeil.hpp>
#include <vermeil/framework/toml.hpp>

#include <cstdint>
#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

/// A share of `n` with its counts.
vermeil::Cell share(std::uint32_t count, std::uint32_t n) {
    return {vermeil::Proportion(count, n).share(), vermeil::State::present, n, count, 0};
}

/// What is known of the service, in the order of the framework's measures; what is not named is unknown.
std::vector<vermeil::Cell> made_up_service(const vermeil::Framework& framework) {
    const std::vector<std::pair<std::string, vermeil::Cell>> known{
        {"dignity", share(22, 24)},
        {"control", share(15, 23)},
        {"independence", share(17, 24)},
        {"satisfaction", share(16, 24)},
        {"culture", share(17, 21)},
        {"activities", share(13, 20)},
        {"positive_difference", share(18, 22)},
        {"confidence", share(16, 21)},
        {"safe_and_secure", share(20, 24)},
        {"qualifications", share(21, 30)},
        {"continuity", share(900, 1000)},
        {"turnover", share(4, 30)},
        {"rttm_compliance", {0, vermeil::State::not_submitted, 0, 0, 0}},
        {"default_notice", {0, vermeil::State::present, 0, 0, 0}}};
    std::vector<vermeil::Cell> cells(framework.measures().size());
    for (const auto& [measure, cell] : known) {
        cells[framework.position(measure)] = cell;
    }
    return cells;
}

} // namespace

int main(int count, char** arguments) try {
    const std::string file = count > 1 ? arguments[1] : "examples/frameworks/east_sussex_2011.toml";
    const vermeil::Evaluator evaluator(vermeil::load_framework(file));
    const auto cells = made_up_service(evaluator.framework());

    const auto rating = vermeil::make_rating(evaluator.framework(), "made-up service", std::nullopt,
                                             evaluator.explain(cells));
    std::cout << rating;

    // The rating without its steps is the same rating.
    const auto outcome = evaluator.evaluate(cells);
    const bool same = outcome.band == rating.trace.outcome.band &&
                      outcome.lowest_score == rating.trace.outcome.lowest_score;
    return same && rating.band == "Silver" ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
