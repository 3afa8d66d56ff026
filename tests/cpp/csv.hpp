// SPDX-License-Identifier: MIT
#pragma once
// Simple CSV tables for tests: no quotes, every cell as words.

#include <vermeil/core/frame.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace csv {

inline std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> parts(1);
    for (const char c : line) {
        if (c == '"') {
            throw std::runtime_error("a test table has no quotes: " + line);
        }
        if (c == ',') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

/// The table of a text whose first line is the header; rows are numbered from 2.
inline vermeil::Frame table(const std::string& source, const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    const auto names = cells(line);
    std::vector<std::vector<std::string>> columns(names.size());
    while (std::getline(lines, line)) {
        auto row = cells(line);
        if (row.size() != names.size()) {
            throw std::runtime_error(source + " has a row of another width: " + line);
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            columns[i].push_back(std::move(row[i]));
        }
    }
    std::vector<vermeil::Column> made;
    for (std::size_t i = 0; i < names.size(); ++i) {
        made.push_back(vermeil::text_column(names[i], std::move(columns[i])));
    }
    return {source, std::move(made)};
}

/// The table in a file, named from the root of the repository.
inline vermeil::Frame file(const std::string& path) {
    const auto root = std::filesystem::path(__FILE__).parent_path() / ".." / "..";
    std::ifstream stream(root / path);
    if (!stream) {
        throw std::runtime_error("there is no " + path);
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return table(path, text.str());
}

} // namespace csv
