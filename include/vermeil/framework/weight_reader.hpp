// SPDX-License-Identifier: MIT
#pragma once
// Reads what measures and groups weigh: a number, or a column of the table of measures.

#include <vermeil/framework/condition_checks.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/table_reader.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace vermeil::detail {

/// `weight = 3`, or `weight = { column = "beds", otherwise = 1 }`, of a measure or a group.
template <class Weighed> void read_weight(TableReader& reader, const std::string& about, Weighed& weighed) {
    const auto value = reader.find("weight");
    if (!value) {
        return;
    }
    if (value->node().template as<DocumentNode::Table>() == nullptr) {
        weighed.weight = value->number();
        require_weight(weighed.weight, value->place(), about);
        return;
    }
    TableReader table(value->node(), "weight of " + about);
    WeightColumn column{table.needed_text("column"), {}, value->place()};
    if (const auto otherwise = table.find("otherwise")) {
        column.otherwise = otherwise->number(0, largest_number);
    }
    table.finish();
    weighed.weighed_by = std::move(column);
}

/// Makes facts of the columns that only weights name.
inline void add_weight_facts(Rules& rules) {
    const auto add = [&](const std::optional<WeightColumn>& column) {
        const auto known = measure_names(rules);
        if (column && std::find(known.begin(), known.end(), column->measure) == known.end()) {
            Measure fact;
            fact.id = fact.label = column->measure;
            fact.place = column->place;
            rules.facts.push_back(std::move(fact));
        }
    };
    for (const auto& indicator : rules.indicators) {
        add(indicator.weighed_by);
    }
    for (const auto& group : rules.groups) {
        add(group.weighed_by);
    }
}

} // namespace vermeil::detail
