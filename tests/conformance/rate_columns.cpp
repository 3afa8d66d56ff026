// SPDX-License-Identifier: MIT
// Rates a table of words and numbers under a framework and prints one line a service: its id, its band, and the lowest
// and the highest score as their bits, separated by tabs.
//
// Usage: rate_columns FRAMEWORK TABLE. The cells of TABLE are separated by tabs, and an empty one is absent. The first
// line names the columns, the first of them holds the ids.

#include <vermeil.hpp>
#include <vermeil/framework/read_measures.hpp>
#include <vermeil/framework/toml.hpp>
#include <vermeil/kernel/fit.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream words(line + '\t');
    for (std::string cell; std::getline(words, cell, '\t');) {
        cells.push_back(cell);
    }
    return cells;
}

vermeil::Frame read(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const auto names = cells_of(line);
    std::vector<std::vector<std::string>> cells(names.size());
    while (std::getline(file, line)) {
        const auto row = cells_of(line);
        for (std::size_t i = 0; i < names.size(); ++i) {
            cells[i].push_back(row.at(i));
        }
    }
    std::vector<vermeil::Column> columns;
    for (std::size_t i = 0; i < names.size(); ++i) {
        columns.push_back(vermeil::text_column(names[i], std::move(cells[i])));
    }
    return {path, std::move(columns)};
}

} // namespace

int main(int count, char** words) try {
    if (count != 3) {
        throw vermeil::Error("usage: rate_columns FRAMEWORK TABLE");
    }
    const auto framework = vermeil::load_framework(words[1]);
    const auto table = read(words[2]);
    auto measured = vermeil::read_measures(framework, table, table.columns().front().name);
    const auto ratings = vermeil::rate(framework, vermeil::fit(framework, measured.table), measured.table);
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        const auto made = ratings.outcomes().row(i);
        const std::string band =
            made.band == vermeil::no_band ? "Not rated" : std::string(framework.band_name(made.band));
        std::printf("%s\t%s\t%a\t%a\n", ratings.measures().services()[i].c_str(), band.c_str(),
                    made.lowest_score, made.highest_score);
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "rate_columns: %s\n", error.what());
    return 2;
}
