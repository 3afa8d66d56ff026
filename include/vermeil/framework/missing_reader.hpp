// SPDX-License-Identifier: MIT
#pragma once
// Reads what a framework file says of absent values.

#include <vermeil/framework/missing.hpp>
#include <vermeil/framework/rule_checks.hpp>
#include <vermeil/framework/table_reader.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace vermeil::detail {

/// `quarters` or `days` of `carry_forward`.
inline void read_greatest_age(TableReader& reader, MissingRule& rule) {
    constexpr std::array<std::string_view, 2> keys{"quarters", "days"};
    if (reader.needed_key_of(keys) == "days") {
        rule.days = reader.need("days")->whole(1, most_days);
    } else {
        rule.quarters = reader.need("quarters")->whole(1, greatest_age);
    }
}

/// A policy's name, or a table with what the policy needs.
inline MissingRule read_missing_rule(State state, const ValueReader& value) {
    MissingRule rule;
    rule.place = value.place();
    if (value.node().as<DocumentNode::Table>() == nullptr) {
        rule.policy = static_cast<Policy>(value.position_in(policy_names));
    } else {
        TableReader reader(value.node(), "missing." + std::string(to_string(state)));
        if (const auto policy = reader.need("policy")) {
            rule.policy = static_cast<Policy>(policy->position_in(policy_names));
        }
        if (rule.policy == Policy::zero) {
            rule.clause = reader.needed_text("clause");
        }
        if (rule.policy == Policy::carry_forward) {
            read_greatest_age(reader, rule);
        }
        rule.peers = rule.policy == Policy::peer_mean ? reader.text("peers") : "";
        reader.finish();
    }
    check_missing_rule(state, rule, value.place());
    return rule;
}

inline MissingRules read_missing(const ValueReader& value) {
    MissingRules missing;
    TableReader reader(value.node(), "[missing]");
    for (std::size_t i = 1; i < state_count; ++i) {
        const auto state = static_cast<State>(i);
        if (const auto rule = reader.find(to_string(state))) {
            missing.of(state) = read_missing_rule(state, *rule);
        }
    }
    reader.finish();
    return missing;
}

} // namespace vermeil::detail
