// SPDX-License-Identifier: MIT
#pragma once
// What the linter can find, by name: the words with which a framework file accepts a finding.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vermeil {

/// How much a finding matters.
enum class Severity : std::uint8_t {
    error,   ///< ratings under these rules would be wrong or cannot be made
    warning, ///< a rating may surprise or be gamed
    note     ///< something to be filled in or to be known
};

inline constexpr std::array<std::string_view, 3> severity_names{"error", "warning", "note"};

inline std::string_view to_string(Severity severity) {
    return severity_names.at(static_cast<std::size_t>(severity));
}

/// What the linter can find. What a name means stays the same in every version.
enum class LintRule : std::uint8_t {
    published_after_start,
    no_contract,
    not_approved,
    edition_overlaps,
    no_weight,
    weight_never_counts,
    absence_helps,
    absence_narrows,
    absence_among_peers,
    no_coverage,
    omission_lifts,
    one_answer,
    cliff,
    reporting_punished,
    counted_twice,
    flat_scale,
    scale_turns,
    scale_against_direction,
    band_unreachable,
    bands_overlap,
    rounding_gap,
    cut_off_grid,
    limiter_never_fires,
    limiter_always_fires,
    limiter_never_bites,
    limiter_unexplained,
    better_lowers,
    decay_misleads,
    accepts_nothing
};

/// What has to be given, beyond the framework, before a finding can be looked for.
enum class LintNeeds : std::uint8_t {
    nothing,
    trial,    ///< weights, and norms or measures where services are compared: rows are rated
    measures, ///< a table of measures
    editions  ///< other editions
};

/// A rule of the linter: its name in files, how much it matters, what it needs.
struct LintRuleEntry {
    std::string_view name;
    Severity severity;
    LintNeeds needs;
};

/// All rules, in the order of `LintRule`.
inline constexpr std::array<LintRuleEntry, 29> lint_rules{{
    {"published-after-start", Severity::error, LintNeeds::nothing},
    {"no-contract", Severity::warning, LintNeeds::nothing},
    {"not-approved", Severity::note, LintNeeds::nothing},
    {"edition-overlaps", Severity::error, LintNeeds::editions},
    {"no-weight", Severity::error, LintNeeds::nothing},
    {"weight-never-counts", Severity::warning, LintNeeds::measures},
    {"absence-helps", Severity::warning, LintNeeds::nothing},
    {"absence-narrows", Severity::note, LintNeeds::nothing},
    {"absence-among-peers", Severity::warning, LintNeeds::nothing},
    {"no-coverage", Severity::warning, LintNeeds::nothing},
    {"omission-lifts", Severity::warning, LintNeeds::trial},
    {"one-answer", Severity::warning, LintNeeds::nothing},
    {"cliff", Severity::warning, LintNeeds::trial},
    {"reporting-punished", Severity::warning, LintNeeds::nothing},
    {"counted-twice", Severity::warning, LintNeeds::nothing},
    {"flat-scale", Severity::warning, LintNeeds::nothing},
    {"scale-turns", Severity::warning, LintNeeds::nothing},
    {"scale-against-direction", Severity::error, LintNeeds::nothing},
    {"band-unreachable", Severity::error, LintNeeds::trial},
    {"bands-overlap", Severity::warning, LintNeeds::trial},
    {"rounding-gap", Severity::error, LintNeeds::trial},
    {"cut-off-grid", Severity::note, LintNeeds::nothing},
    {"limiter-never-fires", Severity::warning, LintNeeds::trial},
    {"limiter-always-fires", Severity::warning, LintNeeds::trial},
    {"limiter-never-bites", Severity::warning, LintNeeds::trial},
    {"limiter-unexplained", Severity::warning, LintNeeds::nothing},
    {"better-lowers", Severity::error, LintNeeds::trial},
    {"decay-misleads", Severity::warning, LintNeeds::nothing},
    {"accepts-nothing", Severity::warning, LintNeeds::nothing},
}};

static_assert(lint_rules.size() == static_cast<std::size_t>(LintRule::accepts_nothing) + 1);

/// What the linter knows of a rule.
inline const LintRuleEntry& entry(LintRule rule) { return lint_rules.at(static_cast<std::size_t>(rule)); }

inline std::string_view to_string(LintRule rule) { return entry(rule).name; }

inline constexpr auto lint_rule_names = [] {
    std::array<std::string_view, lint_rules.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        names[i] = lint_rules[i].name;
    }
    return names;
}();

/// The rule of that name; nothing when there is none.
inline std::optional<LintRule> read_lint_rule(std::string_view name) {
    for (std::size_t i = 0; i < lint_rules.size(); ++i) {
        if (lint_rules[i].name == name) {
            return static_cast<LintRule>(i);
        }
    }
    return std::nullopt;
}

} // namespace vermeil
