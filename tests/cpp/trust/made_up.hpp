// SPDX-License-Identifier: MIT
#pragma once
// Frameworks of five words each, made up by a counter, whose rows are few enough to be tried all; the plain slow way.

#include <vermeil/framework/toml.hpp>
#include <vermeil/kernel/evaluator.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace made_up {

using namespace vermeil;

inline constexpr std::size_t measures = 5;
inline constexpr std::size_t choices = 4; ///< three words, best first, and none

/// A row is a number with a digit a measure: 0 to 2 a word, 3 not handed in.
inline std::size_t step(std::size_t measure) {
    std::size_t made = 1;
    for (std::size_t i = 0; i < measure; ++i) {
        made *= choices;
    }
    return made;
}
inline std::size_t digit(std::size_t row, std::size_t measure) { return row / step(measure) % choices; }
inline bool is_full(std::size_t row) {
    bool full = true;
    for (std::size_t i = 0; i < measures; ++i) {
        full = full && digit(row, i) != 3;
    }
    return full;
}

/// The row without the measures whose bits are set.
inline std::size_t without(std::size_t row, unsigned gone) {
    for (std::size_t i = 0; i < measures; ++i) {
        row += (gone >> i & 1U) != 0 ? (3 - digit(row, i)) * step(i) : 0;
    }
    return row;
}

/// The row with the next better word of a measure; itself at the best.
inline std::size_t with_better(std::size_t row, std::size_t measure) {
    return digit(row, measure) == 0 ? row : row - step(measure);
}

/// What becomes of every row.
inline std::vector<Outcome> every_row(const Framework& framework) {
    const Evaluator evaluator(framework);
    std::vector<Outcome> made;
    for (std::size_t row = 0; row < step(measures); ++row) {
        std::array<Cell, measures> cells;
        for (std::size_t i = 0; i < measures; ++i) {
            const auto word = digit(row, i);
            cells[i] = word == 3 ? Cell{0, State::not_submitted}
                                 : Cell{static_cast<double>(word + 1), State::present};
        }
        made.push_back(evaluator.evaluate(cells));
    }
    return made;
}

/// Draws numbers that are the same everywhere.
class Draw {
  public:
    explicit Draw(std::uint32_t seed) : numbers_(seed) {}
    std::uint32_t from(std::uint32_t least, std::uint32_t most) {
        return least + static_cast<std::uint32_t>(numbers_()) % (most - least + 1);
    }
    std::string number(std::uint32_t least, std::uint32_t most) { return std::to_string(from(least, most)); }
    std::string any(const std::vector<std::string>& of) {
        return of[from(0, static_cast<std::uint32_t>(of.size() - 1))];
    }

  private:
    std::mt19937 numbers_;
};

/// A condition about one or two measures.
inline std::string condition(Draw& draw) {
    const auto first = "\"m" + draw.number(0, 4) + "\"", second = "\"m" + draw.number(0, 4) + "\"";
    return draw.any({"{ measure = " + first + ", is = \"c\" }",
                     "{ measure = " + first + ", better_than = \"b\" }",
                     "{ all = [{ measure = " + first + ", worse_than = \"a\" }, { measure = " + second +
                         ", is = \"c\" }] }"});
}

/// One measure: its points are in the order of its words, its weight anything.
inline std::string measure(Draw& draw, std::size_t number, bool grouped) {
    std::array<std::uint32_t, 3> points{draw.from(0, 100), draw.from(0, 100), draw.from(0, 100)};
    std::sort(points.rbegin(), points.rend());
    return "[[measure]]\nid = \"m" + std::to_string(number) +
           "\"\nowed_by = \"provider\"\nweight = " + draw.number(1, 8) + (grouped ? "\nwithin = \"g\"" : "") +
           "\nvalue = { rating = \"w\" }\nscale = { words = { a = " + std::to_string(points[0]) +
           ", b = " + std::to_string(points[1]) + ", c = " + std::to_string(points[2]) + " } }\n";
}

/// A framework of four bands in which silence may help.
inline std::string framework(std::uint32_t seed) {
    Draw draw(seed);
    std::string text = "language = 1\nid = \"made-up\"\nedition = \"1\"\npublished_on = "
                       "2024-01-15\neffective_from = 2024-04-01\naggregate = \"" +
                       draw.any({"mean", "mean", "minimum", "geometric"}) +
                       "\"\nleast_coverage = " + draw.any({"0.3", "0.5", "0.6"}) +
                       "\nmissing = { not_submitted = \"" + draw.any({"leave_out", "renormalise"}) +
                       "\" }\n[[rating_scale]]\nid = \"w\"\nwords = [\"a\", \"b\", \"c\"]\n";
    const bool grouped = draw.from(0, 1) == 1;
    if (grouped) {
        text += "[[group]]\nid = \"g\"\nweight = 2\naggregate = \"" +
                draw.any({"mean", "minimum", "maximum"}) + draw.any({"\"\n", "\"\nleast_members = 2\n"});
    }
    for (std::size_t i = 0; i < measures; ++i) {
        text += measure(draw, i, grouped && i > 2);
    }
    text += "[[band]]\nname = \"G\"\nat_least = " + draw.number(60, 89) +
            "\n[[band]]\nname = \"S\"\nat_least = " + draw.number(40, 59) +
            "\n[[band]]\nname = \"B\"\nat_least = " + draw.number(15, 34) + "\n[[band]]\nname = \"P\"\n";
    for (auto count = draw.from(0, 3); count > 0; --count) {
        text += "[[limiter]]\n" +
                draw.any({"cap = \"S\"", "cap = \"B\"", "down = 1", "up = 1", "floor = \"S\""}) +
                "\nbecause = \"reason " + std::to_string(count) + "\"\nwhen = " + condition(draw) + "\n";
    }
    return text;
}

} // namespace made_up
