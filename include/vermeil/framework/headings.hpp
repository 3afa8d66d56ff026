// SPDX-License-Identifier: MIT
#pragma once
// Headings of a table that are nearly the names of a framework's measures.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// A heading as it is compared: in small letters, and without blanks, hyphens and underscores.
inline std::string loose_heading(std::string_view heading) {
    std::string loose;
    for (const char c : heading) {
        if (std::string_view(" \t\r\n-_").find(c) == std::string_view::npos) {
            loose += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return loose;
}

/// The columns that a framework may ask for: the ids of the services, the measures and what stands beside them.
inline std::vector<std::string> asked_headings(const Framework& framework, std::string_view id) {
    constexpr std::array<std::string_view, 7> beside{"",       ".state", ".n",    ".count",
                                                     ".flags", ".day",   ".share"};
    std::vector<std::string> asked{std::string(id)};
    for (const auto& measure : framework.measures()) {
        const auto* rate = std::get_if<GivenRate>(&measure.value);
        std::vector<std::string> names{measure.id};
        if (rate != nullptr) {
            names = {measure.id, rate->column, rate->over};
        }
        for (const auto& name : names) {
            for (const auto ending : beside) {
                asked.push_back(name + std::string(name.empty() ? "" : ending));
            }
        }
    }
    std::erase(asked, "");
    return asked;
}

/// The table with its columns called as they are asked for. A column that is there under its very name is left alone;
/// elsewhere one that differs in capitals, blanks, hyphens and underscores alone serves. No number is copied.
/// @throws Error where two columns might serve, or one might serve twice.
inline Frame called_as_asked(const Frame& frame, const std::vector<std::string>& asked) {
    std::map<std::string, std::string> wanted; // by the loose heading, what nobody bears to the letter
    for (const auto& name : asked) {
        if (frame.find(name) == nullptr) {
            wanted.emplace(loose_heading(name), name);
        }
    }
    auto columns = frame.columns();
    std::map<std::string, std::string> served; // by the name asked for, the heading that serves
    for (auto& column : columns) {
        const auto found = wanted.find(loose_heading(column.name));
        if (found == wanted.end() || std::find(asked.begin(), asked.end(), column.name) != asked.end()) {
            continue;
        }
        const auto [serving, first] = served.emplace(found->second, column.name);
        if (!first) {
            throw Error(frame.source() + ": the columns " + quoted(serving->second) + " and " +
                        quoted(column.name) + " may both be " + quoted(found->second) +
                        "; rename one of them");
        }
        column.name = found->second;
    }
    return Frame(frame.source(), std::move(columns), frame.row_number(0)).with(frame.provenance());
}

} // namespace vermeil::detail
