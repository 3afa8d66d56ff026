// SPDX-License-Identifier: MIT
#pragma once
// One service's rating with all that led to it.

#include <vermeil/core/json.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/trace.hpp>
#include <vermeil/kernel/trace_json.hpp>
#include <vermeil/rating/steady_band.hpp>

#include <concepts>
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
    std::string
        proposed;     ///< the band that the rules propose: another than `band` where that stands for a while
    std::string held; ///< why `band` stands and not `proposed`; empty where they agree
};

/// Puts a trace's outcome into words.
inline Rating make_rating(const std::same_as<Framework> auto& framework, std::string service,
                          std::optional<Quarter> quarter, Trace trace) {
    auto band = band_name(framework, trace.outcome.band);
    auto line = headline(framework, trace);
    auto lines = explanation(framework, trace);
    auto json = to_json(framework, trace, service, "quarter", quarter_text(quarter), "band");
    return {std::move(service), quarter, band, std::move(line), std::move(lines), std::move(json),
            std::move(trace),   band,    ""};
}

/// The same where another band may stand than the one that the rules propose.
inline Rating make_rating(const std::same_as<Framework> auto& framework, std::string service,
                          std::optional<Quarter> quarter, Trace trace, const SteadyBand& steady) {
    auto rating = make_rating(framework, std::move(service), quarter, std::move(trace));
    rating.band = band_name(framework, steady.band);
    rating.held = steady.why;
    JsonObject more;
    more.text("band", rating.band).text("held", rating.held);
    rating.json =
        to_json(framework, rating.trace, rating.service, "quarter", quarter_text(quarter), "proposed");
    rating.json = rating.json.substr(0, rating.json.size() - 1) + ", " + more.str().substr(1);
    if (!steady.why.empty()) {
        auto& lines = rating.explanation;
        while (lines.back() != rating.headline) { // what the proposed band would lead to
            lines.pop_back();
        }
        lines.back() = "proposed: " + rating.headline;
        rating.headline = steady.why + "; proposed: " + rating.headline;
        lines.push_back(steady.why);
        const auto& leads_to = framework.rules().bands[steady.band].leads_to;
        if (leads_to != Consequence()) {
            lines.push_back("leads to: " + detail::consequence_text(leads_to));
        }
    }
    return rating;
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
