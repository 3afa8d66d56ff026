// SPDX-License-Identifier: MIT
#pragma once
// The catalogue of standard measures.

#include <vermeil/core/error.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/measure/call_monitoring_measures.hpp>
#include <vermeil/measure/cancellation_measures.hpp>
#include <vermeil/measure/exposure_measures.hpp>
#include <vermeil/measure/new_worker_measures.hpp>
#include <vermeil/measure/package_measures.hpp>
#include <vermeil/measure/practice_measures.hpp>
#include <vermeil/measure/qualification_measures.hpp>
#include <vermeil/measure/recommendation_measures.hpp>
#include <vermeil/measure/referral_measures.hpp>
#include <vermeil/measure/report_measures.hpp>
#include <vermeil/measure/standard_measure.hpp>
#include <vermeil/measure/standing_measures.hpp>
#include <vermeil/measure/survey_measures.hpp>
#include <vermeil/measure/workforce_measures.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Every standard measure, family by family. A family is a function that gives its definitions; a new one is named here.
inline const std::vector<StandardMeasure>& standard_measures() {
    static const std::vector<StandardMeasure> measures = [] {
        std::vector<StandardMeasure> all;
        for (auto* family :
             {&workforce_measures, &qualification_measures, &report_measures, &package_measures,
              &recommendation_measures, &referral_measures, &practice_measures, &standing_measures,
              &survey_measures, &call_monitoring_measures, &new_worker_measures, &cancellation_measures,
              &exposure_measures}) {
            auto some = family();
            std::move(some.begin(), some.end(), std::back_inserter(all));
        }
        return all;
    }();
    return measures;
}

/// The ids of the catalogue, in its order.
inline std::vector<std::string> standard_ids() {
    std::vector<std::string> ids;
    for (const auto& each : standard_measures()) {
        ids.push_back(each.id);
    }
    return ids;
}

/// The definition of that id.
/// @throws Error when the catalogue has none; the message lists those that it has.
inline const StandardMeasure& standard_measure(std::string_view id) {
    for (const auto& each : standard_measures()) {
        if (each.id == id) {
            return each;
        }
    }
    const auto ids = standard_ids();
    throw Error("no standard measure is named " + quoted(id) + "; there are " + one_of(ids) +
                did_you_mean(id, ids));
}

namespace detail {

/// Why a setting does not fit its parameter; empty where it does.
inline std::string misfit(const Parameter& parameter, const Setting& setting) {
    const auto* number = std::get_if<double>(&setting);
    const auto* word = std::get_if<std::string>(&setting);
    switch (parameter.kind) {
    case ParameterKind::whole:
    case ParameterKind::number: {
        const bool is_whole = parameter.kind == ParameterKind::whole;
        const bool fits = number != nullptr && *number >= parameter.least && *number <= parameter.most &&
                          (!is_whole || std::floor(*number) == *number);
        return fits ? ""
                    : std::string(is_whole ? "a whole number" : "a number") + " from " +
                          shortest(parameter.least) + " to " + shortest(parameter.most);
    }
    case ParameterKind::truth:
        return std::holds_alternative<bool>(setting) ? "" : "true or false";
    case ParameterKind::word:
        return word != nullptr && has_word(parameter.allowed, *word) ? "" : one_of(parameter.allowed);
    case ParameterKind::survey:
    case ParameterKind::item:
    case ParameterKind::text:
        return word != nullptr ? "" : "a text";
    default:
        return std::holds_alternative<std::vector<std::string>>(setting) ? "" : "a list of texts";
    }
}

} // namespace detail

/// A standard measure as the source of a measure's value; what `set` does not name has its fallback.
/// @throws Error when there is no such standard measure or parameter, a setting does not fit, or one that is required is
/// missing.
inline StandardValue standard_value(std::string_view id,
                                    std::map<std::string, Setting, std::less<>> set = {}) {
    const auto& standard = standard_measure(id);
    StandardValue value{standard.id, {}, standard.kind};
    for (const auto& parameter : standard.parameters) {
        const auto given = set.find(parameter.id);
        if (given == set.end() && parameter.required) {
            throw Error("the standard measure " + quoted(id) + " needs " + quoted(parameter.id) + ": " +
                        parameter.help);
        }
        value.settings.push_back(given != set.end() ? given->second : parameter.fallback);
        if (const auto needed = detail::misfit(parameter, value.settings.back());
            given != set.end() && !needed.empty()) {
            throw Error(quoted(parameter.id) + " of the standard measure " + quoted(id) + " must be " +
                        needed);
        }
        set.erase(parameter.id);
    }
    if (!set.empty()) {
        static_cast<void>(standard.position(set.begin()->first)); // which throws
    }
    return value;
}

} // namespace vermeil
