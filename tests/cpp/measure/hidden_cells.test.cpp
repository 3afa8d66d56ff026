// SPDX-License-Identifier: MIT
#include "../catch.hpp"

#include <vermeil/measure/hidden_cells.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

using Counts = std::vector<std::vector<std::uint64_t>>;

/// One line a row: `x` where a cell is hidden.
std::vector<std::string> shown(const Counts& n, std::uint64_t least, bool secondary = true) {
    std::vector<std::string> lines;
    for (const auto& row : hidden_cells(n, least, secondary)) {
        lines.emplace_back();
        for (const bool hidden : row) {
            lines.back() += hidden ? 'x' : '.';
        }
    }
    return lines;
}

} // namespace

TEST_CASE("small cells are hidden, empty ones are not") {
    CHECK(shown({{20, 11, 9, 0}, {20, 11, 9, 0}}, 10, false) == std::vector<std::string>{"..x.", "..x."});
}

TEST_CASE("a second cell is hidden where one could be reckoned from the sum of its row or column") {
    const Counts n{{40, 12, 8, 20}, {50, 15, 12, 23}, {60, 20, 14, 26}, {150, 47, 34, 69}};
    CHECK(shown(n, 10) == std::vector<std::string>{".xx.", ".xx.", "....", "...."});
    CHECK(shown(n, 8) == std::vector<std::string>(4, "...."));
}

TEST_CASE("two hidden cells with few people in both are not enough") {
    // 2 and 3 are five people, of whom the sums would tell.
    CHECK(shown({{25, 2, 3, 20}, {125, 42, 43, 40}, {150, 44, 46, 60}}, 10)[0] == ".xxx");
}

TEST_CASE(
    "a service too small to be shown takes a second one with it, or it is all together less the others") {
    const Counts n{{5, 5}, {30, 30}, {20, 20}, {55, 55}};
    CHECK(shown(n, 10) == std::vector<std::string>{"xx", "..", "xx", ".."});
}

TEST_CASE("in no row and column of any table is what is hidden open to subtraction") {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        Counts n(1 + random() % 5, std::vector<std::uint64_t>(2 + random() % 4));
        for (auto& row : n) {
            row[0] = 0;
            for (std::size_t i = 1; i < row.size(); ++i) {
                row[0] += row[i] = random() % 3 == 0 ? random() % 8 : random() % 60;
            }
        }
        n.emplace_back(n[0].size());
        for (std::size_t row = 0; row + 1 < n.size(); ++row) {
            for (std::size_t i = 0; i < n[row].size(); ++i) {
                n.back()[i] += n[row][i];
            }
        }
        const auto hidden = hidden_cells(n, 10);
        for (std::size_t row = 0; row < n.size(); ++row) {
            std::uint64_t rest = n[row][0];
            for (std::size_t i = 1; i < n[row].size(); ++i) {
                CHECK((hidden[row][i] || n[row][i] == 0 || n[row][i] >= 10));
                rest -= hidden[row][i] ? 0 : n[row][i];
            }
            CHECK((hidden[row][0] || rest == 0 || rest >= 10)); // what is left of a sum that is shown
        }
        for (std::size_t i = 0; i < n[0].size(); ++i) {
            std::uint64_t rest = n.back()[i];
            for (std::size_t row = 0; row + 1 < n.size(); ++row) {
                rest -= hidden[row][i] ? 0 : n[row][i];
            }
            CHECK((hidden.back()[i] || rest == 0 || rest >= 10));
        }
    }
}
