// SPDX-License-Identifier: MIT
#pragma once
// For every row the best band that can be reached from it by leaving something out.

#include <vermeil/trust/every_row.hpp>
#include <vermeil/trust/trial.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Rates every row once, and carries the best band from rows with absences to the rows that they can be made of: one
/// measure after the other, so that in the end every choice of absences has been weighed.
class WithheldBest {
  public:
    WithheldBest(const Trial& trial, const EveryRow& every) : trial_(trial), every_(every) {
        bands_.reserve(every.size());
        every.rate([&](std::size_t number, const Outcome& outcome) {
            bands_.push_back(outcome.band);
            scores_.push_back(trial.more_is_better() ? outcome.lowest_score : -outcome.highest_score);
            best_.push_back(static_cast<std::uint32_t>(number));
        });
        for (std::size_t i = 0; i < every.digits().size(); ++i) {
            carry(i);
        }
    }

    /// The row without absences that gains most, and the row that it becomes; nothing where none gains. Of several that gain
    /// alike it is one that leaves out the least, and of these one whose score gains most.
    [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> most() const {
        std::optional<std::pair<std::size_t, std::size_t>> found;
        std::tuple<int, int, double> most{1, -1000, 0};
        for (std::size_t row = 0; row < bands_.size(); ++row) {
            const auto best = best_[row];
            if (bands_[row] == no_band || best == row || !every_.is_full(row)) {
                continue;
            }
            const std::tuple gained(trial_.rise(bands_[row], bands_[best]),
                                    -static_cast<int>(every_.left_out(best)), scores_[best] - scores_[row]);
            if (gained >= most) {
                found = {row, best};
                most = gained;
            }
        }
        return found;
    }

  private:
    /// Whether a row is a better one to become: in a better band; in the same with less left out; with a better score.
    [[nodiscard]] bool is_better(std::size_t row, std::size_t than) const {
        if (bands_[row] == no_band || bands_[than] == no_band) {
            return bands_[row] != no_band;
        }
        const int rise = trial_.rise(bands_[than], bands_[row]);
        const auto fewer = static_cast<int>(every_.left_out(than)) - static_cast<int>(every_.left_out(row));
        return std::tuple(rise, fewer, scores_[row] - scores_[than]) > std::tuple(0, 0, 0.0);
    }

    /// Lets each row in which a measure has a value know the best that it becomes without.
    void carry(std::size_t measure) {
        const auto& digit = every_.digits()[measure];
        for (std::size_t row = 0; row < bands_.size(); ++row) {
            const auto place = every_.place(row, measure);
            for (auto absent = digit.present; place < digit.present && absent < digit.cells.size();
                 ++absent) {
                const auto other = best_[row + (absent - place) * digit.step];
                best_[row] = is_better(other, best_[row]) ? other : best_[row];
            }
        }
    }

    const Trial& trial_;
    const EveryRow& every_;
    std::vector<std::uint8_t> bands_; // of each row
    std::vector<double> scores_;      // likewise; higher is better
    std::vector<std::uint32_t> best_; // the number of the best row that it becomes
};

} // namespace vermeil::detail
