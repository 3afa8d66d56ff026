// SPDX-License-Identifier: MIT
#pragma once
// Reads a framework file, language 1, from its tree of values.

#include <vermeil/framework/absent_words_reader.hpp>
#include <vermeil/framework/acceptance_reader.hpp>
#include <vermeil/framework/limiter_reader.hpp>
#include <vermeil/framework/measure_reader.hpp>
#include <vermeil/framework/missing_reader.hpp>
#include <vermeil/framework/outcome_reader.hpp>
#include <vermeil/framework/ratchet_reader.hpp>
#include <vermeil/framework/rule_checks.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/table_reader.hpp>
#include <vermeil/framework/vocabulary_reader.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// The language comes first: a file in another one cannot be judged by the rules of this one.
inline Edition read_edition(TableReader& reader) {
    Edition edition;
    if (const auto language = reader.need("language")) {
        edition.language = static_cast<int>(language->whole(1, 1000));
        check_language(edition.language, language->place());
    }
    edition.id = reader.needed_text("id");
    edition.edition = reader.needed_text("edition");
    edition.title = reader.text("title");
    const auto published_on = reader.find("published_on");
    edition.published_on = published_on ? std::optional(published_on->date()) : std::nullopt;
    const auto effective_from = reader.find("effective_from");
    edition.effective_from = effective_from ? std::optional(effective_from->date()) : std::nullopt;
    edition.approved_by = reader.text("approved_by");
    edition.contracts = reader.texts("contracts");
    edition.source = reader.text("source");
    return edition;
}

inline constexpr std::array<std::string_view, 2> rounding_keys{"decimals", "to"};

/// `round = { half = "up", decimals = 0 }`, or `{ half = "up", to = 0.5 }`.
inline std::optional<Rounding> read_rounding(TableReader& reader) {
    const auto value = reader.find("round");
    if (!value) {
        return std::nullopt;
    }
    TableReader round(value->node(), "round of " + reader.name());
    Rounding rounding;
    if (const auto half = round.need("half")) {
        rounding.half = static_cast<Half>(half->position_in(half_names));
    }
    const auto key = round.key_of(rounding_keys);
    if (key == "decimals") {
        rounding.decimals = round.need(key)->whole(0, 6);
    } else if (key == "to") {
        rounding.to = round.need(key)->number(0.000001, largest_number);
    }
    round.finish();
    return rounding;
}

/// `least_members` and `required` of a node.
inline Presence read_presence(TableReader& reader) {
    Presence presence;
    const auto least = reader.find("least_members");
    presence.least_members = least ? least->whole(1, 1'000'000) : 0;
    presence.required = reader.texts("required");
    const auto required = reader.find("required");
    presence.place = required ? required->place() : least ? least->place() : presence.place;
    return presence;
}

/// `cuts = { by = "percentiles", peers = "region" }`.
inline Cuts read_cuts(TableReader& reader) {
    Cuts cuts;
    if (const auto value = reader.find("cuts")) {
        TableReader table(value->node(), "cuts of " + reader.name());
        const auto by = table.need("by");
        cuts.by = by ? static_cast<Cuts::By>(by->position_in(cuts_names)) : cuts.by;
        cuts.peers = table.text("peers");
        cuts.place = value->place();
        const auto same_members = table.find("same_members");
        cuts.by_members = same_members && same_members->truth();
        cuts.type = cuts.by == Cuts::By::percentiles ? read_quantile_type(table) : cuts.type;
        table.finish();
    }
    return cuts;
}

/// One `[[group]]`, but for its bands, its limiters and its test, which ask about measures: of them only the bands' names.
inline Group read_group(TableReader& reader) {
    Group group;
    group.place = reader.place();
    group.id = reader.needed_text("id");
    group.label = reader.text("label");
    group.label = group.label.empty() ? group.id : group.label;
    group.within = reader.text("within");
    group.aggregate = reader.choice("aggregate", aggregate_names, Aggregate::mean);
    group.rounding = read_rounding(reader);
    group.presence = read_presence(reader);
    read_group_scale(reader, group);
    read_weight(reader, "group " + quoted(group.id), group);
    group.cuts = read_cuts(reader);
    group.bands = read_band_names(reader);
    (void)reader.find("limiter");
    if (group.aggregate == Aggregate::count) {
        (void)reader.need("where");
    }
    reader.finish();
    return group;
}

/// The keys at the top of the file that are not tables.
inline Rules read_top(TableReader& reader) {
    Rules rules;
    rules.place = reader.place();
    rules.edition = read_edition(reader);
    rules.higher_is = reader.choice("higher_is", face_names, Face::better);
    rules.aggregate = reader.choice("aggregate", aggregate_names, Aggregate::mean);
    const auto least_coverage = reader.find("least_coverage");
    rules.least_coverage = least_coverage ? least_coverage->number(0, 1) : rules.least_coverage;
    rules.open = reader.choice("open", open_names, Open::not_rated);
    rules.rounding = read_rounding(reader);
    rules.presence = read_presence(reader);
    rules.cuts = read_cuts(reader);
    if (const auto rank = reader.find("rank_within")) {
        rules.ranks = true;
        rules.ranked_within = rank->text();
        rules.rank_place = rank->place();
    }
    rules.steady = read_steady(reader);
    rules.incidents = reader.choice("incidents", incidents_names, Incidents::each);
    return rules;
}

/// What stands beside the scores: it moves none.
struct Beside {
    std::vector<TableReader> ratchets, prompts, outcomes;
    std::optional<ValueReader> watch;
    std::vector<TableReader> accepted;
};
inline Beside find_beside(TableReader& reader) {
    return {reader.tables("ratchet", "[[ratchet]]"), reader.tables("prompt", "[[prompt]]"),
            reader.tables("outcome", "[[outcome]]"), reader.find("watch"),
            reader.tables("accepted", "[[accepted]]")};
}
inline void read_beside(Rules& rules, Beside& beside, std::vector<TableReader>& bands,
                        std::vector<TableReader>& measures) {
    read_each(beside.prompts, rules.prompts, [&](TableReader& each) { return read_prompt(rules, each); });
    read_each(beside.ratchets, rules.ratchets,
              [&](TableReader& each) { return read_ratchet(rules, each, bands, measures); });
    read_each(beside.outcomes, rules.outcomes, [&](TableReader& each) { return read_outcome(rules, each); });
    rules.watch = beside.watch ? std::optional(read_watch(rules, *beside.watch)) : std::nullopt;
    read_each(beside.accepted, rules.accepted, read_acceptance);
}

/// All that a framework file says. What later parts refer to is checked before they are read, so that a message
/// names the first mistake and not what follows from it.
/// @throws DefinitionError at the first mistake of form; `Framework` looks for the rest.
inline Rules read_rules(const DocumentNode& document) {
    TableReader reader(document, "the framework");
    auto rules = read_top(reader);
    const auto missing = reader.find("missing");
    const auto absent_words = reader.find("absent_words");
    auto surveys = reader.tables("survey", "[[survey]]");
    auto rating_scales = reader.tables("rating_scale", "[[rating_scale]]");
    auto crosswalks = reader.tables("crosswalk", "[[crosswalk]]");
    auto groups = reader.tables("group", "[[group]]");
    auto measures = reader.tables("measure", "[[measure]]");
    auto facts = reader.tables("fact", "[[fact]]");
    auto bands = reader.tables("band", "[[band]]");
    auto limiters = reader.tables("limiter", "[[limiter]]");
    auto beside = find_beside(reader);
    const auto where = rules.aggregate == Aggregate::count ? reader.need("where") : std::nullopt;
    reader.finish();
    rules.missing = missing ? read_missing(*missing) : MissingRules();
    rules.absent_words = absent_words ? read_absent_words(*absent_words) : rules.absent_words;
    read_vocabulary(rules, surveys, rating_scales, crosswalks);
    read_each(groups, rules.groups, read_group);
    check_group_names(rules);
    read_each(measures, rules.indicators, [&](TableReader& each) { return read_indicator(rules, each); });
    read_each(facts, rules.facts, [&](TableReader& each) { return read_fact(rules, each); });
    add_weight_facts(rules);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        read_group_rules(rules, i, groups[i]);
    }
    rules.where = where ? read_where(rules, "", *where, "where of the framework") : rules.where;
    read_each(bands, rules.bands, [&](TableReader& each) { return read_band(rules, each); });
    check_bands(rules);
    read_each(limiters, rules.limiters,
              [&](TableReader& each) { return read_limiter(rules, rules.bands, each); });
    read_beside(rules, beside, bands, measures);
    return rules;
}

} // namespace vermeil::detail
