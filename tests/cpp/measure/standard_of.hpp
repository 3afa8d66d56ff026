// SPDX-License-Identifier: MIT
#pragma once
// A standard measure drawn from tables written as text, for tests.

#include "../evidence_of.hpp"

#include <vermeil/measure/draw.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sample {

/// The tables of a test, by name.
using Tables = std::map<std::string, std::string>;
/// What a test sets about a standard measure.
using Settings = std::map<std::string, vermeil::Setting, std::less<>>;

/// How a standard measure is drawn in a test; by default that of S1 at the end of 2024-25 Q3.
struct Asked {
    std::string standard;
    Settings set{};
    std::uint32_t least_n = 0;
    std::uint32_t quarters = 1;
    std::string service = "S1";
    vermeil::Date as_of = vermeil::Date(2024, 12, 31);
    std::vector<vermeil::SurveyInstrument> surveys{};
    bool inherits = false;
};

/// One cell of a standard measure.
inline vermeil::Cell cell_of(const Tables& tables, const Asked& asked) {
    const auto evidence = evidence_of(tables);
    vermeil::Measure measure;
    measure.id = "m";
    measure.value = vermeil::standard_value(asked.standard, asked.set);
    measure.least_n = asked.least_n;
    measure.quarters = asked.quarters;
    measure.inherits = asked.inherits;
    vermeil::Rejects rejects;
    const vermeil::Drawing drawing(evidence, asked.surveys, {}, {measure}, rejects);
    return drawing.cell(measure, *evidence.find(asked.service),
                        {vermeil::Quarter::financial(2024, 3), asked.as_of});
}

} // namespace sample
