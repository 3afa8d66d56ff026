// SPDX-License-Identifier: MIT
#pragma once
// Every combination of values and absences, where they are few enough to be rated all.

#include <vermeil/trust/silence.hpp>
#include <vermeil/trust/thresholds.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// All rows that the tried values of the measures and the ways of being absent make, numbered from 0: in the number the
/// first measure counts fastest, and of each measure its values come before its absences.
class EveryRow {
  public:
    static constexpr std::size_t most_cells = Trial::most_cells / 4; ///< that all rows together may cost
    static constexpr std::size_t most_cells_of_some =
        most_cells / 10; ///< where there are other rows beside them

    /// One measure's part of the numbers.
    struct Digit {
        std::vector<Cell> cells;
        std::size_t present = 0; ///< so many of the cells, the first, are values
        std::size_t step =
            1; ///< between the numbers of rows that differ in the next cell of this measure alone
    };

    /// Without absences.
    explicit EveryRow(const Trial& trial) : EveryRow(trial, Silence::of_nothing(trial)) {}
    EveryRow(const Trial& trial, const Silence& silence) : trial_(trial) {
        const auto cells = has_few_values() ? most_cells : most_cells_of_some;
        const auto most = cells / std::max<std::size_t>(trial.width(), 1);
        for (std::size_t i = 0; i < trial.measures().size() && size_ <= most; ++i) {
            auto digit = digit_of(silence, i);
            digit.step = size_;
            size_ *= digit.cells.size();
            digits_.push_back(std::move(digit));
        }
        fits_ = size_ <= most;
    }

    /// Whether the rows are few enough.
    [[nodiscard]] bool fits() const noexcept { return fits_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] const std::vector<Digit>& digits() const noexcept { return digits_; }

    /// Whether there are no other rows: each measure is a word or a truth, which has no values but these, and nothing is
    /// asked about a measure but its value.
    [[nodiscard]] bool complete() const { return fits_ && has_few_values(); }

    /// Which of its cells a measure has in a row.
    [[nodiscard]] std::size_t place(std::size_t number, std::size_t measure) const {
        return number / digits_[measure].step % digits_[measure].cells.size();
    }

    /// Whether nothing is absent in a row.
    [[nodiscard]] bool is_full(std::size_t number) const { return left_out(number) == 0; }

    /// How many measures are absent in a row.
    [[nodiscard]] std::size_t left_out(std::size_t number) const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < digits_.size(); ++i) {
            count += place(number, i) >= digits_[i].present ? 1U : 0U;
        }
        return count;
    }

    /// The row of a number.
    [[nodiscard]] TrialRow row(std::size_t number) const {
        TrialRow made;
        for (std::size_t i = 0; i < digits_.size(); ++i) {
            made.push_back(digits_[i].cells[place(number, i)]);
        }
        return made;
    }

    /// Rates all rows in the order of their numbers; `take` is given each number and what became of it.
    template <class Take> void rate(Take take) const {
        constexpr std::size_t at_once = 4096;
        for (std::size_t first = 0; first < size_; first += at_once) {
            const auto count = std::min(at_once, size_ - first);
            std::vector<CellBuffer> columns(digits_.size(), CellBuffer(count));
            for (std::size_t i = 0; i < digits_.size(); ++i) {
                for (std::size_t row = 0; row < count; ++row) {
                    columns[i].set(row, digits_[i].cells[place(first + row, i)]);
                }
            }
            const auto outcomes = rated(trial_.evaluator(), count, std::move(columns));
            for (std::size_t row = 0; row < count; ++row) {
                take(first + row, outcomes[row]);
            }
        }
    }

  private:
    /// Whether all measures are words and truths, asked for their values and compared with no peers.
    [[nodiscard]] bool has_few_values() const {
        const auto asked = all_asked(trial_.rules());
        bool few = !trial_.framework().is_relative();
        for (std::size_t i = 0; i < trial_.measures().size(); ++i) {
            const auto kind = trial_.measures()[i].kind;
            const bool is_few = kind == NumberKind::word || kind == NumberKind::truth;
            few = few && (is_few || !trial_.framework().measures()[i].live);
        }
        return few && std::all_of(asked.begin(), asked.end(), [](const auto& each) {
                   return each.subject.kind != Subject::Kind::measure || each.subject.of == Aspect::value;
               });
    }

    /// The values of one measure, and its absences; of one that is not live a single value.
    [[nodiscard]] Digit digit_of(const Silence& silence, std::size_t measure) const {
        const auto& tried = trial_.measures()[measure];
        Digit made;
        for (const double value : tried.values) {
            made.cells.push_back(tried.cell(value));
        }
        if (!trial_.framework().measures()[measure].live) {
            made.cells.resize(1);
        }
        made.present = made.cells.size();
        std::vector<CellChange> ways;
        silence.add_ways(measure, made.cells.front(), ways);
        for (const auto& way : ways) {
            made.cells.push_back(way.cell);
        }
        return made;
    }

    const Trial& trial_;
    std::vector<Digit> digits_;
    std::size_t size_ = 1;
    bool fits_ = false;
};

} // namespace vermeil::detail
