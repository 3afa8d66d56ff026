// SPDX-License-Identifier: MIT
#pragma once
// Reads the outcomes and the watch list of a risk scheme.

#include <vermeil/evidence/exit.hpp>
#include <vermeil/framework/outcome_checks.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/table_reader.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 4> outcome_keys{"rating", "event", "exit", "closure"};
inline constexpr std::uint32_t most_visits = 1'000'000;

/// `rating` with the id of a rating scale, and with `to` the best of the words that are meant; without it the lowest.
inline void read_fall(const Rules& rules, TableReader& reader, OutcomeRule& outcome) {
    const auto scales = names_of(rules.ordered_scales, [](const auto& each) { return each.id; });
    const auto& scale = rules.ordered_scales[reader.need("rating")->position_in(scales)];
    require(scale.words.size() > 1, reader.place(),
            quoted(scale.id) + " has one word, to which nothing can fall");
    outcome.rating = scale.id;
    outcome.position = scale.words.size();
    if (const auto to = reader.find("to")) {
        const std::vector<std::string> below{scale.words.begin() + 1, scale.words.end()};
        outcome.position = to->position_in(below, same_word) + 2;
    }
}

/// One `[[outcome]]`.
inline OutcomeRule read_outcome(const Rules& rules, TableReader& reader) {
    OutcomeRule outcome;
    outcome.place = reader.place();
    const auto key = reader.needed_key_of(outcome_keys);
    if (key == "rating") {
        read_fall(rules, reader, outcome);
    } else if (key == "event") {
        outcome.event = reader.needed_text("event");
    } else if (key == "exit") {
        auto kinds = exit_kind().schema.fields[exit_field::kind].allowed;
        kinds.insert(kinds.begin(), std::string(exit_for_cause));
        outcome.exit = kinds[reader.need("exit")->position_in(kinds, same_word)];
    } else {
        const auto closure = reader.need("closure");
        outcome.closure = closure->truth();
        if (!outcome.closure) {
            closure->refuse("true");
        }
    }
    reader.finish();
    return outcome;
}

/// What stands under `[watch]`.
inline WatchRule read_watch(const Rules& rules, const ValueReader& value) {
    TableReader reader(value.node(), "[watch]");
    WatchRule watch;
    watch.place = value.place();
    const auto ids = names_of(rules.indicators, [](const auto& each) { return each.measure.id; });
    if (const auto keys = reader.find("keys")) {
        for (const auto& each : keys->list("a list of one or more measures")) {
            watch.keys.push_back(ids[each.position_in(ids)]);
        }
        if (watch.keys.empty()) {
            keys->refuse("a list of one or more measures");
        }
    }
    const auto visits = reader.find("visits");
    watch.visits = visits ? visits->whole(1, most_visits) : 0;
    reader.finish();
    return watch;
}

} // namespace vermeil::detail
