// SPDX-License-Identifier: MIT
#pragma once
// What a contract asks of visits: the parameters of measures drawn from call monitoring.

#include <vermeil/core/error.hpp>
#include <vermeil/core/wording.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// How the seconds that a start is late become the minutes that a contract counts.
enum class LateRounding : std::uint8_t {
    none,    ///< not at all: 15 min 1 s is later than 15 min
    down,    ///< to whole minutes, towards the past: 15 min 59 s late counts as 15, 1 s early as 1 min early
    nearest, ///< to the nearest whole minute; half a minute goes up
};

/// When a start is punctual: no earlier and no later than so much beside the planned start, both ends included.
struct PunctualityRule {
    double late_minutes = 0;  ///< 0 or more
    double early_minutes = 0; ///< 0 or more
    LateRounding rounding = LateRounding::none;
    std::vector<double> quantiles{}; ///< of the minutes late, 0 to 1, rising

    friend bool operator==(const PunctualityRule&, const PunctualityRule&) = default;
};

/// Which lengths of visits are looked at.
struct LengthRule {
    double short_minutes = 0; ///< a visit that lasted less is short; 0 to 1440
    double least_share =
        0; ///< a visit that lasted less than this share of its planned time is clipped; 0 to 1

    friend bool operator==(const LengthRule&, const LengthRule&) = default;
};

/// What is asked of who came.
struct ContinuityRule {
    bool sequence = false;            ///< also the order of visits, for SECON; costs a sort
    std::uint32_t least_contacts = 2; ///< people with fewer contacts are left out of the indices; 2 or more
    std::optional<std::int64_t> recent_from =
        std::nullopt; ///< workers met from this moment on are counted, in
                      ///< seconds since 1970-01-01; needs `sequence`
    /// First visits by new workers are counted from this moment on, in the same seconds; what the log holds before it tells who
    /// is not new. Whoever has fewer than `least_contacts` before it is left out: of them too little is known. Needs `sequence`.
    std::optional<std::int64_t> new_from = std::nullopt;

    friend bool operator==(const ContinuityRule&, const ContinuityRule&) = default;
};

/// What is asked of a log of visits.
struct VisitRules {
    bool counts = true; ///< visits by status; punctuality needs them
    std::optional<PunctualityRule> punctuality = std::nullopt;
    std::optional<LengthRule> length = std::nullopt;
    std::optional<ContinuityRule> continuity = std::nullopt;

    friend bool operator==(const VisitRules&, const VisitRules&) = default;
};

namespace detail {

inline void check_minutes(const char* name, double minutes) {
    if (!(minutes >= 0 && minutes <= 24 * 60)) {
        throw Error(std::string(name) + ": " + shortest(minutes) +
                    " minutes cannot be; allowed are 0 to 1440");
    }
}

/// @throws Error when a parameter lies outside its range.
inline void check_rules(const VisitRules& rules) {
    if (const auto& rule = rules.punctuality) {
        if (!rules.counts) {
            throw Error("counts: punctuality is a share of visits that are counted; ask for the counts too");
        }
        check_minutes("late_minutes", rule->late_minutes);
        check_minutes("early_minutes", rule->early_minutes);
        for (std::size_t i = 0; i < rule->quantiles.size(); ++i) {
            const double share = rule->quantiles[i];
            if (!(share >= 0 && share <= 1) || (i > 0 && share <= rule->quantiles[i - 1])) {
                throw Error("quantiles: " + shortest(share) +
                            " cannot be; give shares from 0 to 1, each above the one before");
            }
        }
    }
    if (const auto& rule = rules.length) {
        check_minutes("short_minutes", rule->short_minutes);
        if (!(rule->least_share >= 0 && rule->least_share <= 1)) {
            throw Error("least_share: " + shortest(rule->least_share) + " cannot be; allowed are 0 to 1");
        }
    }
    if (const auto& rule = rules.continuity) {
        if (rule->least_contacts < 2) {
            throw Error("least_contacts: " + std::to_string(rule->least_contacts) +
                        " cannot be; the indices of continuity need 2 or more");
        }
        if (rule->recent_from && !rule->sequence) {
            throw Error("recent_from: workers met from a moment on are counted with the sequence of visits");
        }
        if (rule->new_from && !rule->sequence) {
            throw Error("new_from: first visits by new workers are counted with the sequence of visits");
        }
    }
}

/// Seconds below which two lengths are one: a share of a length, or minutes written with a fraction, may come out that
/// much beside the number that is meant.
inline constexpr double tie_seconds = 1e-6;

/// The whole seconds within some minutes.
inline std::int32_t seconds_within(double minutes) {
    return static_cast<std::int32_t>(std::floor(minutes * 60 + tie_seconds));
}

/// The seconds of lateness, as counted, that are punctual: from the first to the second, both included.
class PunctualRange {
  public:
    explicit PunctualRange(const PunctualityRule& rule) {
        const auto late = seconds_within(rule.late_minutes);
        const auto early = -seconds_within(rule.early_minutes);
        // With whole minutes, a range of counted minutes is one of seconds: 15 counted down is anything below 16.
        const auto last = static_cast<std::int32_t>(std::floor(rule.late_minutes));
        const auto first = -static_cast<std::int32_t>(std::floor(rule.early_minutes));
        switch (rule.rounding) {
        case LateRounding::none:
            least_ = early;
            most_ = late;
            break;
        case LateRounding::down:
            least_ = first * 60;
            most_ = last * 60 + 59;
            break;
        case LateRounding::nearest:
            least_ = first * 60 - 30;
            most_ = last * 60 + 29;
            break;
        }
    }
    [[nodiscard]] bool is_early(std::int32_t seconds) const noexcept { return seconds < least_; }
    [[nodiscard]] bool is_late(std::int32_t seconds) const noexcept { return seconds > most_; }

  private:
    std::int32_t least_ = 0;
    std::int32_t most_ = 0;
};

} // namespace detail

} // namespace vermeil
