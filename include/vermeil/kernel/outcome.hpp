// SPDX-License-Identifier: MIT
#pragma once
// What the rules make of one row, and of many.

#include <vermeil/core/unfilled.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vermeil {

/// Why a band stands, or why none does.
enum class Reason : std::uint8_t {
    decided,            ///< one band, whatever the absent evidence may hold
    open,               ///< absent evidence leaves more than one band possible
    coverage,           ///< too little of the weight is known
    nothing_applicable, ///< no measure is live and applicable
    withheld,           ///< a limiter withholds every band, or may
    members,            ///< members that the whole needs have no data
    weight              ///< a weight that is the service's own is not known
};

inline constexpr std::array<std::string_view, 7> reason_names{
    "decided", "open", "coverage", "nothing_applicable", "withheld", "members", "weight"};

inline std::string_view to_string(Reason reason) { return reason_names.at(static_cast<std::size_t>(reason)); }

/// The band number that says `Not rated`. Bands are numbered from the highest score down, from 0.
inline constexpr std::uint8_t no_band = 255;

/// What the rules make of one row.
struct Outcome {
    double lowest_score =
        0; ///< with every open measure at its fewest points; means nothing without `has_scores`
    double highest_score = 0; ///< with every open measure at its most points; likewise
    double coverage = 0;      ///< weight known / weight live and applicable, 0 to 1
    std::uint8_t band = no_band;
    std::uint8_t lowest = 0;  ///< the band at the lowest score, after the limiters
    std::uint8_t highest = 0; ///< the band at the highest score, after the limiters
    Reason reason = Reason::nothing_applicable;
    std::uint8_t limiter =
        0; ///< 1 + the position of the last limiter that fired for certain and changed a band or withheld it; 0: none

    /// Whether there is any score: none is where nothing applies, or a weight is not known.
    [[nodiscard]] bool has_scores() const noexcept {
        return reason != Reason::nothing_applicable && reason != Reason::weight;
    }

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// What the rules make of many rows, column by column. The columns of a new one hold no values yet.
struct Outcomes {
    UnfilledVector<double> lowest_score, highest_score, coverage;
    UnfilledVector<std::uint8_t> band, lowest, highest, limiter;
    UnfilledVector<Reason> reason;

    explicit Outcomes(std::size_t rows)
        : lowest_score(rows), highest_score(rows), coverage(rows), band(rows), lowest(rows), highest(rows),
          limiter(rows), reason(rows) {}

    [[nodiscard]] std::size_t size() const noexcept { return band.size(); }
    /// The outcome of one row.
    [[nodiscard]] Outcome row(std::size_t i) const {
        return {lowest_score[i], highest_score[i], coverage[i], band[i],
                lowest[i],       highest[i],       reason[i],   limiter[i]};
    }
};

} // namespace vermeil
