// SPDX-License-Identifier: MIT
#pragma once
// The draws of one series, or of several alike, and what a score is worth against them.

#include <vermeil/risk/alert_score.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace vermeil {

/// Scores by chance alone for one period, sorted look by look, and what the smallest p-value of the looks would then be.
///
/// Three looks at a series give three chances to be alarmed. The p-value of each is how many draws reach as far; the smallest of them
/// is judged against the smallest of each draw, so that three looks cost as much as they should.
class AlertStratum {
  public:
    AlertStratum() = default;
    /// @param draws the looks of each draw, one or more.
    explicit AlertStratum(const std::vector<AlertScore::Looks>& draws) {
        for (std::size_t look = 0; look < looks_.size(); ++look) {
            auto& sorted = looks_[look];
            sorted.reserve(draws.size());
            for (const auto& draw : draws) {
                sorted.push_back(draw[look]);
            }
            std::sort(sorted.begin(), sorted.end());
        }
        smallest_.reserve(draws.size());
        for (const auto& draw : draws) {
            double least = 1;
            for (std::size_t look = 0; look < looks_.size(); ++look) {
                least = std::min(least, reaching(look, draw[look]) / (static_cast<double>(draws.size()) + 1));
            }
            smallest_.push_back(least);
        }
        std::sort(smallest_.begin(), smallest_.end());
    }

    [[nodiscard]] std::size_t draws() const noexcept { return smallest_.size(); }

    /// The p-value of one look: (draws that reach as far + 1) / (draws + 1).
    [[nodiscard]] double p(AlertLook look, double score) const {
        const auto at = static_cast<std::size_t>(look);
        return (reaching(at, score) + 1) / (static_cast<double>(draws()) + 1);
    }
    /// How likely chance gives a smallest p-value of at most so much.
    [[nodiscard]] double chance_of(double smallest) const {
        const auto until = std::upper_bound(smallest_.begin(), smallest_.end(), smallest);
        return static_cast<double>(until - smallest_.begin()) / static_cast<double>(draws());
    }
    /// The score from which on one look alone brings a p-value of at most so much; that of the farthest draw where none does.
    [[nodiscard]] double limit(AlertLook look, double p) const {
        const auto& sorted = looks_[static_cast<std::size_t>(look)];
        const auto most = p * (static_cast<double>(draws()) + 1) - 1; // so many draws may reach it
        const auto beyond = most < 0 ? 0 : static_cast<std::size_t>(most);
        return sorted[sorted.size() - 1 - std::min(beyond, sorted.size() - 1)];
    }

  private:
    [[nodiscard]] double reaching(std::size_t look, double score) const {
        const auto& sorted = looks_[look];
        return static_cast<double>(sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), score));
    }

    std::array<std::vector<double>, alert_look_names.size()> looks_;
    std::vector<double> smallest_;
};

/// What series have in common that share a stratum: measure, length, baseline values, usual counts and bases beyond them.
using AlikeSeries = std::array<long, 5>;

/// What a series has in common with others: usual counts, and of a share what is not counted, within half an octave.
inline AlikeSeries alike_series(std::size_t measure, std::size_t length, const AlertBaseline& baseline) {
    const auto half_octave = [](double value) {
        return std::lround(2 * std::log2(1 + std::max(0.0, value)));
    };
    const bool counted = baseline.family() != ChanceFamily::normal && baseline.values() > 0;
    const double counts = counted ? baseline.counts() / baseline.values() : 0;
    const bool share = baseline.family() == ChanceFamily::binomial && counted;
    return {static_cast<long>(measure), static_cast<long>(length), static_cast<long>(baseline.values()),
            half_octave(counts), share ? half_octave(baseline.bases() / baseline.values() - counts) : 0};
}

} // namespace vermeil
