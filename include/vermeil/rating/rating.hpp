// SPDX-License-Identifier: MIT
#pragma once
// One service's rating with all that led to it.

#include <vermeil/core/quarter.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/trace.hpp>
#include <vermeil/kernel/trace_json.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// A band, its score and its trace; `Not rated` is a band like any other and says why.
struct Rating {
    std::string service;
    std::optional<Quarter> quarter;
    std::string band;
    std::string headline;                 ///< the outcome in one line, with its reasons
    std::vector<std::string> explanation; ///< every step, a line each
    std::string json;                     ///< every step as one JSON object
    Trace trace;
};

/// Puts a trace's outcome into words.
inline Rating make_rating(const Framework& framework, std::string service, std::optional<Quarter> quarter,
                          Trace trace) {
    auto band = band_name(framework, trace.outcome.band);
    auto line = headline(framework, trace);
    auto lines = explanation(framework, trace);
    auto json = to_json(framework, trace, service, "quarter", quarter_text(quarter), "band");
    return {std::move(service), quarter,         std::move(band), std::move(line),
            std::move(lines),   std::move(json), std::move(trace)};
}

/// Writes every step, a line each.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Rating& rating) {
    for (const auto& line : rating.explanation) {
        out << line << '\n';
    }
    return out;
}

} // namespace vermeil
