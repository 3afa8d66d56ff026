// SPDX-License-Identifier: MIT
// Feeds any bytes to the loader. What it takes must evaluate; what it refuses it must refuse with a place.

#include <vermeil/framework/toml.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/trust/lint.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    try {
        const auto framework = vermeil::parse_framework(text, "fuzzed.toml");
        lint(framework, size);
        if (!framework.is_relative()) { // else its norms are missing
            rate_two(vermeil::Evaluator(framework));
        }
    } catch (const vermeil::DefinitionError&) {
        return 0;
    }
    return 0;
}
