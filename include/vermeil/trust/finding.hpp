// SPDX-License-Identifier: MIT
#pragma once
// What the linter found: where it stands, what shows it, how to mend it.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/lint_rule.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// One service that was rated to show a finding: its cells, in the order of the framework's measures, and what the
/// kernel made of them.
struct Shown {
    std::vector<Cell> cells;
    Outcome outcome;
};

/// What shows a finding: in words, and as the inputs that anybody can rate again.
struct Witness {
    std::string text;
    std::vector<Shown>
        inputs; ///< before and after, the lesser evidence first; empty where the text of the file shows it
};

/// One thing that deserves a second look.
struct Finding {
    LintRule rule;
    Place place;
    std::string
        of; ///< a measure, a group, a band, a state, a limiter's reason; empty: the framework as a whole
    std::string what;
    Witness witness;
    std::string mend;
    std::string accepted = {}; ///< why the framework stands by it; empty where it does not

    /// By how many bands its witness moves; 0 where it shows no two services that are rated.
    [[nodiscard]] std::uint32_t size() const noexcept {
        const bool shows = witness.inputs.size() == 2 && witness.inputs[0].outcome.band != no_band &&
                           witness.inputs[1].outcome.band != no_band;
        const int moved = shows ? witness.inputs[0].outcome.band - witness.inputs[1].outcome.band : 0;
        return static_cast<std::uint32_t>(moved < 0 ? -moved : moved);
    }
    [[nodiscard]] Severity severity() const { return entry(rule).severity; }
    /// Whether somebody has to do something about it: neither a note nor accepted.
    [[nodiscard]] bool asks() const { return severity() != Severity::note && accepted.empty(); }
};

} // namespace vermeil
