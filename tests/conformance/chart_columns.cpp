// SPDX-License-Identifier: MIT
// Charts the series of a table of numbers by the C++ library alone and prints its points and phases as bits.
//
// Usage: chart_columns KIND SCREENED ROUNDED TAKEN_OFF PER TABLE, the three ways being 0 or 1; or chart_columns poisson EXPECTED TAIL.
// A line of TABLE is a point: value n spread has baseline counted phase, separated by blanks. Printed are `point has value centre
// has_limits lower upper causes` for each, then `phase useful longest longest_most crossings crossings_least` for each phase.

#include <vermeil/risk/chart.hpp>
#include <vermeil/risk/exact_limits.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Columns {
    std::vector<double> value, n, spread;
    std::vector<std::uint8_t> has, baseline, counted;
    std::vector<std::uint32_t> phase;
};

Columns read(const char* path) {
    Columns columns;
    std::ifstream file(path);
    double value = 0, n = 0, spread = 0;
    unsigned has = 0, baseline = 0, counted = 0, phase = 0;
    while (file >> value >> n >> spread >> has >> baseline >> counted >> phase) {
        columns.value.push_back(value);
        columns.n.push_back(n);
        columns.spread.push_back(spread);
        columns.has.push_back(static_cast<std::uint8_t>(has));
        columns.baseline.push_back(static_cast<std::uint8_t>(baseline));
        columns.counted.push_back(static_cast<std::uint8_t>(counted));
        columns.phase.push_back(phase);
    }
    return columns;
}

void print(const vermeil::Chart& chart) {
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const auto& point = chart.points[i];
        std::printf("point %d %a %a %d %a %a %d\n", point.has ? 1 : 0, point.value, point.centre,
                    point.has_limits ? 1 : 0, point.lower, point.upper, chart.causes[i]);
    }
    for (const auto& phase : chart.phases) {
        std::printf("phase %zu %zu %zu %zu %zu\n", phase.runs.useful, phase.runs.longest,
                    phase.runs.longest_most, phase.runs.crossings, phase.runs.crossings_least);
    }
}

} // namespace

int main(int count, char** words) try {
    if (count == 4 && std::string_view(words[1]) == "poisson") {
        const auto limits =
            vermeil::poisson_limits(std::strtod(words[2], nullptr), std::strtod(words[3], nullptr),
                                    vermeil::SmallCounts::chi_squared);
        std::printf("%a %a\n", limits.lower, limits.upper);
        return 0;
    }
    if (count != 7) {
        throw vermeil::Error("usage: chart_columns KIND SCREENED ROUNDED TAKEN_OFF PER TABLE");
    }
    vermeil::ChartRules rules;
    rules.kind = vermeil::parse_chart_kind(words[1]);
    rules.screening = *words[2] == '1' ? vermeil::Screening::once : vermeil::Screening::none;
    rules.factor = *words[3] == '1' ? vermeil::RangeFactor::rounded : vermeil::RangeFactor::exact;
    rules.empty = *words[4] == '1' ? vermeil::EmptySubgroups::taken_off : vermeil::EmptySubgroups::left_out;
    rules.per = std::strtod(words[5], nullptr);
    const auto columns = read(words[6]);
    print(vermeil::make_chart({.value = columns.value,
                               .n = columns.n,
                               .spread = columns.spread,
                               .has = columns.has,
                               .in_baseline = columns.baseline,
                               .counted = columns.counted,
                               .phase = columns.phase},
                              rules));
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "chart_columns: %s\n", error.what());
    return 2;
}
