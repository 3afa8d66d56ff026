// SPDX-License-Identifier: MIT
#pragma once
// Reads the bands and limiters of a framework file.

#include <vermeil/framework/condition_reader.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 3> cut_keys{"at_least", "above", "when"};

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

/// One `[[band]]`.
inline Band read_band(Rules& rules, TableReader& reader) {
    Band band;
    band.place = reader.place();
    band.name = reader.needed_text("name");
    const auto key = reader.key_of(cut_keys);
    if (key == "when") {
        band.when = read_condition(rules, *reader.need("when"), "when of [[band]]");
    } else if (!key.empty()) {
        band.cut = reader.need(key)->number();
        band.tie = key == "at_least" ? Tie::in : Tie::out;
    }
    band.leads_to = read_consequence(reader);
    reader.finish();
    return band;
}

/// One `[[limiter]]`; what it asks about beyond the measures becomes a fact of the rules.
inline Limiter read_limiter(Rules& rules, TableReader& reader) {
    Limiter limiter;
    limiter.place = reader.place();
    const auto key = reader.needed_key_of(effect_names);
    const auto found = std::find(effect_names.begin(), effect_names.end(), key);
    limiter.effect = static_cast<Effect>(found - effect_names.begin());
    const auto effect = *reader.need(key);
    if (names_band(limiter.effect)) {
        const auto bands = names_of(rules.bands, [](const auto& each) { return each.name; });
        limiter.band = bands[effect.position_in(bands)];
    } else if (limiter.effect == Effect::withhold) {
        if (!effect.truth()) {
            effect.refuse("true");
        }
    } else {
        limiter.steps = effect.whole(1, 99);
    }
    if (const auto when = reader.need("when")) {
        limiter.when = read_condition(rules, *when, "when of [[limiter]]");
    }
    limiter.because = reader.needed_text("because");
    reader.finish();
    return limiter;
}

} // namespace vermeil::detail
