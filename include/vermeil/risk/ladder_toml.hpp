// SPDX-License-Identifier: MIT
#pragma once
// Ladders from TOML files. Opt-in, as it reaches the header that needs toml++.

#include <vermeil/framework/toml.hpp>
#include <vermeil/risk/ladder.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

inline constexpr std::uint32_t most_ladder_days = 3660; ///< ten years

/// A number of days that may be left out.
inline std::uint32_t days_under(TableReader& reader, std::string_view key) {
    const auto value = reader.find(key);
    return value ? value->whole(1, most_ladder_days) : 0;
}

/// One `[[step]]`.
inline LadderStep read_ladder_step(TableReader& reader) {
    LadderStep step;
    step.place = reader.place();
    step.name = reader.needed_text("name");
    step.means = reader.text("means");
    step.review_days = days_under(reader, "review_days");
    step.deadline_days = days_under(reader, "deadline_days");
    const auto takes = reader.find("takes_care");
    step.takes_care = !takes || takes->truth();
    reader.finish();
    return step;
}

/// One `[[move]]`; what its condition asks about beyond the facts becomes a fact of the rules.
inline LadderMove read_ladder_move(Rules& rules, const std::vector<std::string>& names, TableReader& reader) {
    LadderMove move;
    move.place = reader.place();
    if (const auto from = reader.need("from")) {
        for (const auto& each : from->list("a list of steps")) {
            move.from.push_back(each.position_in(names, same_word));
        }
        if (move.from.empty()) {
            from->refuse("a list of one or more steps");
        }
    }
    const auto to = reader.need("to");
    move.to = to ? to->position_in(names, same_word) : 0;
    if (const auto when = reader.find("when")) {
        move.when = read_condition(rules, *when, "when of " + reader.name());
        move.because = reader.needed_text("because");
    }
    move.needs = reader.texts("needs");
    move.roles = reader.texts("roles");
    reader.finish();
    return move;
}

/// `[embargo]`.
inline EmbargoRule read_embargo_rule(TableReader& reader) {
    EmbargoRule rule;
    if (const auto value = reader.find("embargo")) {
        TableReader table(value->node(), "[embargo]");
        rule.event = table.text("event");
        rule.review_days = days_under(table, "review_days");
        rule.roles = table.texts("roles");
        table.finish();
    }
    return rule;
}

/// All that a ladder file says.
inline LadderRules read_ladder(const DocumentNode& document) {
    TableReader reader(document, "the ladder");
    LadderRules ladder;
    ladder.rules.place = reader.place();
    ladder.rules.edition = read_edition(reader);
    ladder.of = reader.choice("of", ladder_of_names, LadderOf::both);
    const auto levels = reader.texts("levels");
    ladder.embargo = read_embargo_rule(reader);
    auto scales = reader.tables("rating_scale", "[[rating_scale]]");
    auto facts = reader.tables("fact", "[[fact]]");
    auto steps = reader.tables("step", "[[step]]");
    auto moves = reader.tables("move", "[[move]]");
    reader.finish();
    read_each(steps, ladder.steps, read_ladder_step);
    std::vector<TableReader> none;
    read_vocabulary(ladder.rules, none, scales, none);
    ladder.rules = with_ladder_facts(std::move(ladder.rules), ladder.steps.size(), levels);
    read_each(facts, ladder.rules.facts, [&](TableReader& each) { return read_fact(ladder.rules, each); });
    const auto names = step_names(ladder.steps);
    read_each(moves, ladder.moves,
              [&](TableReader& each) { return read_ladder_move(ladder.rules, names, each); });
    return ladder;
}

} // namespace detail

/// The ladder that a text says; `name` stands for its file in messages.
///
/// @throws DefinitionError at the first mistake, with line and column, what stands there and what is allowed.
inline Ladder parse_ladder(std::string_view text, const std::string& name) {
    return Ladder(detail::read_ladder(detail::parse_document(text, name)));
}

/// The ladder that a file says.
/// @throws DefinitionError when the file cannot be read, and as `parse_ladder` does.
inline Ladder load_ladder(const std::string& path) {
    return parse_ladder(detail::read_definition_text(path), path);
}

} // namespace vermeil
