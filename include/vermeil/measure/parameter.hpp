// SPDX-License-Identifier: MIT
#pragma once
// What can be set about a standard measure.

#include <vermeil/measure/setting.hpp>

#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// What kind of setting a parameter takes.
enum class ParameterKind {
    whole,   ///< a whole number
    number,  ///< any number
    truth,   ///< true or false
    word,    ///< one of the allowed words
    survey,  ///< the id of a survey of the framework
    item,    ///< an item of that survey
    items,   ///< items of that survey; none named: all of them
    answers, ///< answers to those items
    text     ///< any text
};

/// One thing that a framework may set about a standard measure.
struct Parameter {
    std::string id;
    std::string help; ///< one line: meaning and unit
    ParameterKind kind = ParameterKind::number;
    Setting fallback{};                 ///< what holds where nothing is set
    double least = 0;                   ///< of a number
    double most = 0;                    ///< of a number
    std::vector<std::string> allowed{}; ///< of a word
    bool required = false;              ///< it must be set
};

/// A word out of several, the first of which holds where nothing is set.
inline Parameter word_parameter(std::string id, std::string help, std::vector<std::string> allowed) {
    Setting first = allowed.front();
    return {std::move(id), std::move(help), ParameterKind::word, std::move(first), 0, 0, std::move(allowed)};
}
/// A whole number between two ends.
inline Parameter whole_parameter(std::string id, std::string help, double fallback, double least,
                                 double most) {
    return {std::move(id), std::move(help), ParameterKind::whole, fallback, least, most};
}
/// Any number between two ends.
inline Parameter number_parameter(std::string id, std::string help, double fallback, double least,
                                  double most) {
    return {std::move(id), std::move(help), ParameterKind::number, fallback, least, most};
}
/// Yes or no.
inline Parameter truth_parameter(std::string id, std::string help, bool fallback) {
    return {std::move(id), std::move(help), ParameterKind::truth, fallback};
}

} // namespace vermeil
