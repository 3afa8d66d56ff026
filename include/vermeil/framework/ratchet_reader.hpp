// SPDX-License-Identifier: MIT
#pragma once
// Reads what a framework file says about time: how steady its bands are, and which thresholds rise.

#include <vermeil/framework/measure_checks.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/table_reader.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 2> ratchet_keys{"band", "measure"};

/// `[steady]` or `steady = { quarters = 2, moves = "both" }`.
inline std::optional<Steady> read_steady(TableReader& reader) {
    const auto value = reader.find("steady");
    if (!value) {
        return std::nullopt;
    }
    TableReader table(value->node(), "[steady]");
    Steady steady;
    const auto quarters = table.need("quarters");
    steady.quarters = quarters ? quarters->whole(2, most_quarters) : steady.quarters;
    steady.moves = table.choice("moves", moves_names, Moves::both);
    table.finish();
    return steady;
}

/// The cut of a band, with its place.
inline void aim_at_cut(const Rules& rules, TableReader& reader, std::vector<TableReader>& bands,
                       Ratchet& ratchet) {
    const auto band = reader.need("band");
    const auto names = names_of(rules.bands, [](const auto& each) { return each.name; });
    const auto at = band->position_in(names);
    ratchet.band = names[at];
    if (!rules.bands[at].cut || rules.cuts.by != Cuts::By::scores) {
        throw DefinitionError(band->place(),
                              "band " + quoted(ratchet.band) + " has no cut of its own that could rise");
    }
    const auto cut = bands[at].find(rules.bands[at].tie == Tie::in ? "at_least" : "above");
    ratchet.target = *rules.bands[at].cut;
    ratchet.targets = {cut->place()};
}

/// A value on the scale of a measure, with its place.
inline void aim_at_value(const Rules& rules, TableReader& reader, std::vector<TableReader>& measures,
                         Ratchet& ratchet) {
    const auto names = names_of(rules.indicators, [](const auto& each) { return each.measure.id; });
    const auto at = reader.need("measure")->position_in(names);
    const auto target = reader.need("target");
    if (!target) {
        return;
    }
    ratchet.measure = names[at];
    ratchet.target = target->number();
    std::vector<std::string> values;
    if (const auto scale = measures[at].find("scale")) {
        TableReader table(scale->node(), "scale");
        for (const auto* key : {"linear", "steps"}) {
            const auto list = table.find(key);
            for (const auto& pair : list ? list->list() : std::vector<ValueReader>()) {
                const auto value = pair.list().front();
                values.push_back(shortest(value.number()));
                if (value.number() == ratchet.target) {
                    ratchet.targets = {value.place(), target->place()};
                    return;
                }
            }
        }
    }
    throw DefinitionError(target->place(),
                          "'target' in [[ratchet]] is " + shortest(ratchet.target) +
                              (values.empty() ? "; measure " + quoted(names[at]) + " has no scale with values"
                                              : "; the values on the scale of " + quoted(names[at]) +
                                                    " are " + one_of(values)));
}

/// One `[[ratchet]]`. `bands` and `measures` are the tables that they were read from.
inline Ratchet read_ratchet(const Rules& rules, TableReader& reader, std::vector<TableReader>& bands,
                            std::vector<TableReader>& measures) {
    Ratchet ratchet;
    ratchet.place = reader.place();
    if (reader.needed_key_of(ratchet_keys) == "band") {
        aim_at_cut(rules, reader, bands, ratchet);
    } else {
        aim_at_value(rules, reader, measures, ratchet);
    }
    const auto share = reader.need("share");
    const auto quarters = reader.need("quarters");
    const auto step = reader.need("step");
    const auto end = reader.find("end");
    reader.finish();
    ratchet.share = share->number(0, 1);
    ratchet.quarters = quarters->whole(1, most_quarters);
    ratchet.step = step->number();
    if (ratchet.share == 0) {
        share->refuse("above 0: the share of services that must reach the threshold");
    }
    if (ratchet.step == 0 || (ratchet.step < 0 && !ratchet.band.empty())) {
        step->refuse(ratchet.band.empty() ? "a number other than 0" : "above 0, since cuts only rise");
    }
    if (end) {
        ratchet.end = end->number();
        if ((*ratchet.end - ratchet.target) * ratchet.step < 0) {
            end->refuse("beyond " + shortest(ratchet.target) + ", the threshold as it is");
        }
    }
    return ratchet;
}

} // namespace vermeil::detail
