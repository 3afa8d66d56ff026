// SPDX-License-Identifier: MIT
#pragma once
// Reads how far facts reach back, how they decay, and how long evidence is fresh.

#include <vermeil/framework/measure_checks.hpp>
#include <vermeil/framework/table_reader.hpp>
#include <vermeil/measure/decay.hpp>
#include <vermeil/measure/measure.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 4> look_back_keys{"days", "weeks", "months", "quarters"};
inline constexpr std::array<std::string_view, 2> decay_keys{"half_life", "steps"};

/// How far a window reaches back: days and weeks as days, months and quarters as months of the calendar.
inline std::pair<std::uint32_t, std::uint32_t> read_look_back(TableReader& reader, std::string_view key) {
    const auto value = reader.need(key);
    if (key == "days") {
        return {value->whole(1, most_days), 0};
    }
    if (key == "weeks") {
        return {7 * value->whole(1, most_days / 7), 0};
    }
    return key == "months" ? std::pair(0U, value->whole(1, 3 * most_quarters))
                           : std::pair(0U, 3 * value->whole(1, most_quarters));
}

/// `[[age in days, share], ...]` in rising order of age and falling order of share.
inline AgeSteps read_age_steps(const ValueReader& steps) {
    constexpr auto needed =
        "a list of pairs of an age in days and a share from 0 to 1, such as [[90, 0.5], [180, 0]]; "
        "ages rise and shares fall";
    AgeSteps made;
    for (const auto& each : steps.list(needed)) {
        const auto pair = each.list(needed);
        if (pair.size() != 2) {
            each.refuse(needed);
        }
        const AgeStep step{pair[0].whole(0, most_days), pair[1].number(0, 1)};
        if (!made.steps.empty() &&
            (step.from_days <= made.steps.back().from_days || step.share > made.steps.back().share)) {
            each.refuse(needed);
        }
        made.steps.push_back(step);
    }
    if (made.steps.empty()) {
        steps.refuse(needed);
    }
    return made;
}

/// `decay` with a `half_life` in days, or with `steps` by age; without it, nothing decays.
inline Decay read_decay(TableReader& reader) {
    const auto value = reader.find("decay");
    if (!value) {
        return NoDecay{};
    }
    TableReader table(value->node(), "decay of " + reader.name());
    const auto key = table.needed_key_of(decay_keys);
    Decay decay;
    if (key == "half_life") {
        decay = HalfLife{table.need(key)->whole(1, most_days)};
    } else {
        decay = read_age_steps(*table.need(key));
    }
    table.finish();
    return decay;
}

/// `fresh_for` with a look-back.
inline LookBack read_freshness(TableReader& reader) {
    const auto value = reader.find("fresh_for");
    if (!value) {
        return {};
    }
    TableReader table(value->node(), "fresh_for of " + reader.name());
    const auto [days, months] = read_look_back(table, table.needed_key_of(look_back_keys));
    table.finish();
    return {days, months};
}

} // namespace vermeil::detail
