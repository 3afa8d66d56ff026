// SPDX-License-Identifier: MIT
#pragma once
// Small frameworks and rows for cases that can be worked by hand.

#include <vermeil/kernel/evaluator.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace small {

/// A measure whose share earns 0 to 100 points in a straight line.
inline vermeil::Indicator share(std::string id, double weight, std::uint32_t least_n = 0) {
    vermeil::Indicator indicator;
    indicator.measure.id = std::move(id);
    indicator.measure.least_n = least_n;
    indicator.measure.place = {"file", 9, 1};
    indicator.scale = vermeil::LinearScale{{{0, 0}, {1, 100}}};
    indicator.weight = weight;
    return indicator;
}

/// A measure that only limiters ask about.
inline vermeil::Measure fact(std::string id) {
    vermeil::Measure measure;
    measure.id = std::move(id);
    return measure;
}

/// Gold at 80, Silver at 65, Bronze below; nothing else.
inline vermeil::Rules rules(std::vector<vermeil::Indicator> indicators) {
    vermeil::Rules rules;
    rules.edition.id = "small";
    rules.edition.edition = "1";
    rules.edition.published_on = vermeil::Date(2024, 1, 15);
    rules.edition.effective_from = vermeil::Date(2024, 4, 1);
    rules.indicators = std::move(indicators);
    rules.bands = {{"Gold", 80, vermeil::Tie::in, {}},
                   {"Silver", 65, vermeil::Tie::in, {}},
                   {"Bronze", {}, vermeil::Tie::in, {}}};
    return rules;
}

/// The case of the design: weights 4, 3 and 3, and 10 answers needed.
inline vermeil::Rules three_measures() {
    return rules({share("dignity", 4, 10), share("reliable", 3, 10), share("safe", 3, 10)});
}

/// A scheme of one indicator, one point for one, in which higher is worse: Red at 50, Amber at 20.
inline vermeil::Rules scheme() {
    auto made = rules({share("concerns", 1)});
    made.indicators[0].scale = vermeil::LinearScale{{{0, 0}, {100, 100}}};
    made.higher_is = vermeil::Face::worse;
    made.aggregate = vermeil::Aggregate::sum;
    made.bands = {{"Red", 50, vermeil::Tie::in, {}},
                  {"Amber", 20, vermeil::Tie::in, {}},
                  {"Green", {}, vermeil::Tie::in, {}}};
    return made;
}

/// A limiter that fires where the measure is at least 1.
inline vermeil::Limiter limiter(vermeil::Effect effect, std::string band, std::string measure,
                                std::string because) {
    return {effect,
            std::move(band),
            {std::move(measure), vermeil::Comparison::at_least, 1},
            std::move(because),
            {}};
}

inline vermeil::Cell present(double value) { return {value, vermeil::State::present, 0, 0, 0}; }
/// A share with its counts.
inline vermeil::Cell of(std::uint32_t count, std::uint32_t n) {
    return {static_cast<double>(count) / n, vermeil::State::present, n, count, 0};
}
inline vermeil::Cell absent(vermeil::State state) { return {0, state, 0, 0, 0}; }

inline vermeil::Outcome outcome(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells) {
    return vermeil::Evaluator(vermeil::Framework(rules)).evaluate(cells);
}

/// The trace of one row.
inline vermeil::Trace trace(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells) {
    return vermeil::Evaluator(vermeil::Framework(rules)).explain(cells);
}

/// The band's name, or `Not rated`.
inline std::string band(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells) {
    const auto made = outcome(rules, cells);
    return made.band == vermeil::no_band ? "Not rated" : rules.bands[made.band].name;
}

} // namespace small
