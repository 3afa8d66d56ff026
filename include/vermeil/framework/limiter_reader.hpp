// SPDX-License-Identifier: MIT
#pragma once
// Reads the bands and limiters of a framework file.

#include <vermeil/framework/condition_reader.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 4> cut_keys{"at_least", "above", "when", "first"};

/// `fee`, `fee_per` and `eligible` of a band.
inline Consequence read_consequence(TableReader& reader) {
    Consequence made;
    if (const auto fee = reader.find("fee")) {
        try {
            made.fee = Money::parse(fee->words());
        } catch (const DefinitionError&) {
            throw;
        } catch (const Error& error) {
            throw DefinitionError(fee->place(), error.what());
        }
    }
    made.fee_per = made.fee ? reader.needed_text("fee_per") : "";
    const auto eligible = reader.find("eligible");
    made.eligible = eligible ? std::optional(eligible->truth()) : std::nullopt;
    return made;
}

/// The cut or the condition of a band.
inline void read_cut(Rules& rules, TableReader& reader, Band& band) {
    const auto key = reader.key_of(cut_keys);
    if (key == "when") {
        band.when = read_condition(rules, *reader.need("when"), "when of " + reader.name());
    } else if (key == "first") {
        band.first = reader.need(key)->whole(1, 1'000'000'000);
    } else if (!key.empty()) {
        band.cut = reader.need(key)->number();
        band.tie = key == "at_least" ? Tie::in : Tie::out;
    }
}

/// One `[[band]]`.
inline Band read_band(Rules& rules, TableReader& reader) {
    Band band;
    band.place = reader.place();
    band.name = reader.needed_text("name");
    read_cut(rules, reader, band);
    band.leads_to = read_consequence(reader);
    reader.finish();
    return band;
}

/// One `[[limiter]]` of the node with these bands; what it asks about beyond the measures becomes a fact of the rules. An
/// upgrade may be limited always; any other limiter says when.
inline Limiter read_limiter(Rules& rules, const std::vector<Band>& bands, TableReader& reader) {
    Limiter limiter;
    limiter.place = reader.place();
    const auto key = reader.needed_key_of(effect_names);
    const auto found = std::find(effect_names.begin(), effect_names.end(), key);
    limiter.effect = static_cast<Effect>(found - effect_names.begin());
    const auto effect = *reader.need(key);
    if (names_band(limiter.effect)) {
        const auto names = names_of(bands, [](const auto& each) { return each.name; });
        limiter.band = names[effect.position_in(names)];
    } else if (limiter.effect == Effect::withhold) {
        if (!effect.truth()) {
            effect.refuse("true");
        }
    } else {
        limiter.steps = effect.whole(1, 99);
    }
    const bool may_be_always = limiter.effect == Effect::at_most_up;
    if (const auto when = may_be_always ? reader.find("when") : reader.need("when")) {
        limiter.when = read_condition(rules, *when, "when of " + reader.name());
    } else {
        limiter.when = always();
    }
    limiter.because = reader.needed_text("because");
    reader.finish();
    return limiter;
}

/// One `[[prompt]]`; what it asks about beyond the measures becomes a fact of the rules.
inline Prompt read_prompt(Rules& rules, TableReader& reader) {
    Prompt prompt;
    prompt.place = reader.place();
    prompt.ask = reader.needed_text("ask");
    if (const auto when = reader.need("when")) {
        prompt.when = read_condition(rules, *when, "when of " + reader.name());
    }
    prompt.because = reader.needed_text("because");
    reader.finish();
    return prompt;
}

/// The names of a group's bands, which conditions may ask for before all of the bands is read.
inline std::vector<Band> read_band_names(TableReader& group) {
    std::vector<Band> bands;
    for (auto& table : group.tables("band", "[[group.band]]")) {
        bands.push_back({table.needed_text("name"), {}, Tie::in, table.place()});
    }
    return bands;
}

/// The bands and limiters of one `[[group]]`, and the test of a count.
inline void read_group_rules(Rules& rules, std::size_t index, TableReader& reader) {
    std::vector<Band> bands;
    for (auto& table : reader.tables("band", "[[group.band]]")) {
        auto& band = bands.emplace_back();
        band.place = table.place();
        band.name = table.needed_text("name");
        read_cut(rules, table, band);
        const auto points = table.find("points");
        band.points = points ? std::optional(points->number()) : std::nullopt;
        table.finish();
    }
    rules.groups[index].bands = bands;
    for (auto& table : reader.tables("limiter", "[[group.limiter]]")) {
        auto limiter = read_limiter(rules, bands, table);
        rules.groups[index].limiters.push_back(std::move(limiter));
    }
    auto& group = rules.groups[index];
    if (const auto where = group.aggregate == Aggregate::count ? reader.need("where") : std::nullopt) {
        group.where = read_where(rules, group.id, *where, "where of " + reader.name());
    }
    reader.finish();
}

} // namespace vermeil::detail
