// SPDX-License-Identifier: MIT
#pragma once
// Checks of tables written as text, for tests.

#include "csv.hpp"

#include <vermeil/evidence/check.hpp>

#include <map>
#include <string>
#include <vector>

namespace sample {

/// A register: S1 was open from 2020 to June 2024, S2 of the same provider since nobody knows when.
inline const std::string open_services =
    "service,provider,first_day,last_day\nS1,A,2020-01-01,2024-06-30\nS2,A,,\n";

/// What a check of the named tables finds, with the register above unless one is given.
inline vermeil::Check check_of(std::map<std::string, std::string> tables,
                               std::optional<vermeil::Date> as_of = std::nullopt) {
    tables.emplace("services", open_services);
    vermeil::CheckTables read;
    for (const auto& [name, text] : tables) {
        read.emplace(name, csv::table(name, text));
    }
    return vermeil::check(read, as_of);
}

/// The findings as `row column: reason`.
inline std::vector<std::string> told(const vermeil::Check& check) {
    std::vector<std::string> lines;
    for (const auto& finding : check.findings) {
        lines.push_back(std::to_string(finding.row) + " " + finding.column + ": " + finding.reason);
    }
    return lines;
}

/// What became of the rows of one table.
inline vermeil::FileTally tally(const vermeil::Check& check, const std::string& table) {
    for (const auto& file : check.files) {
        if (file.table == table) {
            return file;
        }
    }
    return {};
}

} // namespace sample
