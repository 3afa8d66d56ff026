// SPDX-License-Identifier: MIT
#pragma once
// The steps of one evaluation, kept.

#include <vermeil/kernel/evidence_age.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/recorder.hpp>

#include <concepts>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// Each step that led to one outcome: what it saw, what followed. It is itself the recorder that keeps them.
// What keeps a step is a template, so that only those compile it who explain.
struct Trace {
    static constexpr bool records = true;

    std::vector<IndicatorStep> indicators; ///< in the order of the walk through the tree
    std::vector<GroupStep> groups;         ///< each after its members
    std::vector<BandStep> bands;           ///< where bands have conditions: from the highest down
    std::vector<LimiterStep> limiters;     ///< in the order of the file
    std::vector<PromptStep> prompts = {};  ///< in the order of the file
    Outcome outcome;
    EvidenceAge age; ///< of what the outcome rests on
    /// What stood in the place of a value and could not be used, by the position of the measure.
    std::map<std::size_t, std::string> refused = {};
    /// What happened where a measure is `unknown`, by its position; nothing where nobody said.
    std::map<std::size_t, std::string> unknown = {};

    /// Keeps a step.
    void indicator(const std::same_as<IndicatorStep> auto& step) { indicators.push_back(step); }
    /// Keeps a step.
    void group(const std::same_as<GroupStep> auto& step) { groups.push_back(step); }
    /// Keeps a step; they come from the lowest up.
    void band(const std::same_as<BandStep> auto& step) { bands.insert(bands.begin(), step); }
    /// Keeps a step.
    void limiter(const std::same_as<LimiterStep> auto& step) { limiters.push_back(step); }
    /// Keeps a step.
    void prompt(const std::same_as<PromptStep> auto& step) { prompts.push_back(step); }
};

static_assert(Recorder<Trace> && Recorder<NoRecord>);

} // namespace vermeil
