// SPDX-License-Identifier: MIT
// Rates the measures of a file under a framework and writes every number as its bits; built with several compilers
// and options by a test, which compares what they say.
//
// Usage: rate FRAMEWORK MEASURES THREADS. The first line of MEASURES names the columns, `service` first; the cells
// are separated by blanks, numbers are written in hexadecimal, `-` is an absent one.

#include <vermeil.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/framework/read_measures.hpp>
#include <vermeil/framework/toml.hpp>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

vermeil::Column column_of(const std::string& name, const std::vector<std::string>& cells) {
    if (name == "service" || name.ends_with(".state")) {
        return vermeil::text_column(name, cells);
    }
    std::vector<double> values;
    for (const auto& cell : cells) {
        values.push_back(cell == "-" ? 0 : std::strtod(cell.c_str(), nullptr));
    }
    return vermeil::nullable_column(name, std::move(values),
                                    [&](std::size_t row) { return cells[row] != "-"; });
}

vermeil::Frame read(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    std::vector<std::string> names;
    for (std::istringstream words(line); words >> line;) {
        names.push_back(line);
    }
    std::vector<std::vector<std::string>> cells(names.size());
    while (file >> line) {
        cells[0].push_back(line);
        for (std::size_t i = 1; i < names.size() && file >> line; ++i) {
            cells[i].push_back(line);
        }
    }
    std::vector<vermeil::Column> columns;
    for (std::size_t i = 0; i < names.size(); ++i) {
        columns.push_back(column_of(names[i], cells[i]));
    }
    return {path, std::move(columns)};
}

} // namespace

int main(int count, char** words) try {
    if (count != 4) {
        throw vermeil::Error("usage: rate FRAMEWORK MEASURES THREADS");
    }
    const auto framework = vermeil::load_framework(words[1]);
    auto measured = vermeil::read_measures(framework, read(words[2]), "service");
    const auto threads = static_cast<unsigned>(std::atoi(words[3]));
    const auto ratings = vermeil::rate(framework, std::move(measured.table), vermeil::Threads(threads));
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        const auto made = ratings.outcomes().row(i);
        std::printf("%s %d %d %d %d %d %a %a %a\n", ratings.measures().services()[i].c_str(), made.band,
                    made.lowest, made.highest, static_cast<int>(made.reason), made.limiter, made.lowest_score,
                    made.highest_score, made.coverage);
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "rate: %s\n", error.what());
    return 2;
}
