// SPDX-License-Identifier: MIT
#pragma once
// What an evaluation tells of its steps, and the recorder that listens to none of them.

#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil {

/// What one indicator contributed.
struct IndicatorStep {
    std::size_t indicator = 0; ///< position among the framework's indicators
    Cell cell;                 ///< with the state that counted, after the least n
    double weight = 0;         ///< what it weighs in the denominator; 0 where it was left out
    double lowest_points = 0;
    double highest_points = 0;
    bool weighed = true; ///< false where its weight is the service's own and not known
};

/// What a question looked at: something of a measure's cell, of a group or of the whole.
struct SubjectSeen {
    Subject::Kind kind = Subject::Kind::measure;
    std::size_t index = 0; ///< of the measure among the framework's, of the group among the rules'
    Cell cell;             ///< of a measure
    double lowest_score = 0,
           highest_score = 0; ///< the ends of what it may be: a score, the place of a band, a base
    Aspect of = Aspect::value;
    bool applies = true; ///< what does not apply meets no comparison, and its ends mean nothing
};

/// How the condition of one band was answered.
struct BandStep {
    std::size_t band = 0;
    std::vector<SubjectSeen> seen; ///< what the condition looked at, in its order
    Firing met = Firing::no;
};

/// What one limiter did to the bands at the lowest and the highest score.
struct LimiterStep {
    std::size_t limiter = 0;
    std::vector<SubjectSeen> seen; ///< what its question looked at, in its order
    Firing firing = Firing::no;
    std::uint8_t lowest_before = 0, highest_before = 0;
    std::uint8_t lowest_after = 0, highest_after = 0;
};

/// Whether a row gives one prompt.
struct PromptStep {
    std::size_t prompt = 0;
    std::vector<SubjectSeen> seen; ///< what its question looked at, in its order
    Firing firing = Firing::no;
};

/// What one group came to; scores and bands mean nothing while `due` is 0.
struct GroupStep {
    std::size_t group = 0;
    double lowest_score = 0; ///< after its scale, before the points of its bands
    double highest_score = 0;
    double due = 0;
    double live = 0;
    double known = 0;
    std::uint8_t lowest = no_band, highest = no_band; ///< its own bands, where it has any
    double lowest_points = 0, highest_points = 0;     ///< what its bands turn the score into, where they do
    std::vector<BandStep> bands = {};                 ///< from the lowest up
    std::vector<LimiterStep> limiters = {};
    double members = 0;  ///< with data, where it matters
    bool weighed = true; ///< false where its weight is the service's own and not known
};

/// Listens to the steps of an evaluation. `records` says at compile time whether it wants them.
template <class T>
concept Recorder = requires(T recorder, IndicatorStep indicator, GroupStep group, BandStep band,
                            LimiterStep limiter, PromptStep prompt) {
    { T::records } -> std::convertible_to<bool>;
    recorder.indicator(indicator);
    recorder.group(group);
    recorder.band(band);
    recorder.limiter(limiter);
    recorder.prompt(prompt);
};

/// Listens to nothing: the recorder of batches.
struct NoRecord {
    static constexpr bool records = false;
    /// Each step is let go.
    void indicator(const IndicatorStep&) const noexcept {}
    /// Each step is let go.
    void group(const GroupStep&) const noexcept {}
    /// Each step is let go.
    void band(const BandStep&) const noexcept {}
    /// Each step is let go.
    void limiter(const LimiterStep&) const noexcept {}
    /// Each step is let go.
    void prompt(const PromptStep&) const noexcept {}
};

} // namespace vermeil
