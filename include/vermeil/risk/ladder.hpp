// SPDX-License-Identifier: MIT
#pragma once
// The steps of escalation as data: what each means, which moves there are, and what gives reason for them.

#include <vermeil/core/error.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// One step of a ladder.
struct LadderStep {
    std::string name;
    std::string means{};           ///< in words, for the page
    std::uint32_t review_days = 0; ///< within how many days a decision for it is looked at again; 0: none set
    std::uint32_t deadline_days = 0; ///< after how many days it should have been left; 0: none set
    bool takes_care = true;          ///< whether new care may be placed with whoever stands on it
    Place place{};
};

/// One move that the ladder allows, by positions of steps.
struct LadderMove {
    std::vector<std::size_t> from; ///< all milder than `to`, or all graver
    std::size_t to = 0;
    std::optional<Condition>
        when{};            ///< what gives reason for it; nothing: people decide, nothing proposes it
    std::string because{}; ///< the reason in words, where there is a condition
    std::vector<std::string> needs{}; ///< the evidence that a decision must have seen
    std::vector<std::string> roles{}; ///< who may decide it; empty: anybody
    Place place{};
};

/// How embargoes go with the ladder. They are no step of it.
struct EmbargoRule {
    std::string event{};           ///< the event that says the same in the table of events; empty: none does
    std::uint32_t review_days = 0; ///< within how many days one is looked at again; 0: none set
    std::vector<std::string> roles{}; ///< who may decide one; empty: anybody
};

/// Who may stand on a ladder.
enum class LadderOf : std::uint8_t { service, provider, both };

inline constexpr std::array<std::string_view, 3> ladder_of_names{"service", "provider", "both"};

/// All that a ladder file says. Build one by hand, or read it with `load_ladder`; `Ladder` checks it.
struct LadderRules {
    Rules rules; ///< edition, rating scales and facts: what conditions ask about
    LadderOf of = LadderOf::both;
    std::vector<LadderStep> steps; ///< the mildest first
    std::vector<LadderMove> moves;
    EmbargoRule embargo{};
};

/// The measures that every ladder knows beside the facts of its file.
namespace ladder_fact {
/// The step stood on, 1 for the mildest.
inline constexpr std::string_view step = "step";
/// The risk level, a word of the ladder's `levels`.
inline constexpr std::string_view level = "level";
/// The points of the risk.
inline constexpr std::string_view points = "points";
/// Since the day from which the step is stood on.
inline constexpr std::string_view days_on_step = "days_on_step";
/// How many actions are past their day.
inline constexpr std::string_view overdue = "overdue";
/// 1 while an embargo is in force, else 0.
inline constexpr std::string_view embargo = "embargo";
} // namespace ladder_fact

/// The steps of escalation with their moves, checked.
///
/// What the library proposes is worked out by the kernel of ratings and risk: the ladder is a framework in which higher is worse, the
/// score is the step stood on, the steps are its bands, and each move that has a condition is a limiter, an easing one `set` and
/// an escalating one `floor`. So of several reasons the gravest stands, and what is not known leaves the proposal open.
/// @throws DefinitionError at the first thing that cannot stand, with its place.
class Ladder {
  public:
    explicit Ladder(LadderRules rules);

    [[nodiscard]] const LadderRules& rules() const noexcept { return rules_; }
    [[nodiscard]] const std::string& id() const noexcept { return rules_.rules.edition.id; }
    [[nodiscard]] const std::vector<LadderStep>& steps() const noexcept { return rules_.steps; }
    /// The framework that proposes. Its measures are those of `ladder_fact` and the facts of the file.
    [[nodiscard]] const Framework& proposing() const noexcept { return proposing_; }
    /// The step that a band of that framework stands for.
    [[nodiscard]] std::size_t step_of(std::uint8_t band) const noexcept { return steps().size() - 1 - band; }

    /// The position of a step, capitals and outer blanks aside; nothing where there is none of that name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view step) const;
    /// What is said of a name that is none of a step.
    [[nodiscard]] std::string no_such_step(std::string_view step) const;
    /// The move from one step to another, or null where the ladder has none.
    [[nodiscard]] const LadderMove* move(std::size_t from, std::size_t to) const;

  private:
    LadderRules rules_;
    Framework proposing_;
};

namespace detail {

inline std::vector<std::string> step_names(const std::vector<LadderStep>& steps) {
    return names_of(steps, [](const auto& each) { return each.name; });
}

inline void check_ladder(const LadderRules& ladder) {
    const auto& steps = ladder.steps;
    require(steps.size() >= 2 && steps.size() < 100, ladder.rules.place,
            "a ladder has 2 to 99 steps, not " + std::to_string(steps.size()));
    std::set<std::string> seen;
    for (const auto& step : steps) {
        require(!step.name.empty(), step.place, "a step has no name");
        require(seen.insert(folded(step.name)).second, step.place,
                "two steps are named " + quoted(step.name));
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& move : ladder.moves) {
        require(!move.from.empty(), move.place, "a move says from which steps it goes");
        const auto to = quoted(steps.at(move.to).name);
        const bool up =
            steps.at(move.from.front()).name != steps[move.to].name && move.from.front() < move.to;
        for (const auto from : move.from) {
            require(from != move.to, move.place, "a move to " + to + " starts there; staying needs no move");
            require((from < move.to) == up, move.place,
                    "a move to " + to + " comes from milder steps and from graver ones; write two moves");
            require(pairs.insert({from, move.to}).second, move.place,
                    "two moves lead from " + quoted(steps[from].name) + " to " + to);
        }
        require(!move.when || !move.because.empty(), move.place,
                "a move to " + to + " has a condition and no reason in words: say because");
    }
}

/// The measures that conditions of a ladder may ask about from the start.
inline Rules with_ladder_facts(Rules rules, std::size_t steps, const std::vector<std::string>& levels) {
    const auto given = [&](std::string_view id, ValueSource value) {
        Measure measure;
        measure.id = std::string(id);
        measure.label = measure.id;
        measure.value = std::move(value);
        measure.place = rules.place;
        return measure;
    };
    const double last = static_cast<double>(steps);
    Indicator step;
    step.measure = given(ladder_fact::step, Given{});
    step.scale = LinearScale{{{1, 1}, {last, last}}};
    step.weight = 1;
    rules.indicators = {step};
    const std::string level(ladder_fact::level);
    if (!levels.empty()) {
        rules.ordered_scales.push_back({level, levels, rules.place});
        rules.facts.push_back(given(level, GivenWord{level}));
    }
    for (const auto id :
         {ladder_fact::points, ladder_fact::days_on_step, ladder_fact::overdue, ladder_fact::embargo}) {
        rules.facts.push_back(given(id, Given{}));
    }
    return rules;
}

/// Standing on one of these steps.
inline Condition stands_on(const std::vector<std::size_t>& steps) {
    Joining any{Joining::How::any, {}};
    for (const auto step : steps) {
        any.parts.emplace_back(std::string(ladder_fact::step), Comparison::is, static_cast<double>(step + 1));
    }
    return any;
}

/// The framework whose bands are the steps and whose limiters are the moves, easing ones first, each kind from the mildest goal.
inline Framework proposing_framework(const LadderRules& ladder) {
    check_ladder(ladder);
    auto rules = ladder.rules;
    rules.higher_is = Face::worse;
    rules.aggregate = Aggregate::sum;
    rules.least_coverage = 0;
    for (auto step = ladder.steps.size(); step-- > 0;) {
        Band band{ladder.steps[step].name, static_cast<double>(step + 1), Tie::in, ladder.steps[step].place};
        band.cut = step == 0 ? std::nullopt : band.cut;
        rules.bands.push_back(std::move(band));
    }
    for (const bool up : {false, true}) {
        for (std::size_t to = 0; to < ladder.steps.size(); ++to) {
            for (const auto& move : ladder.moves) {
                if (move.to == to && move.when && (move.from.front() < to) == up) {
                    Joining both{Joining::How::all, {stands_on(move.from), *move.when}};
                    rules.limiters.push_back({up ? Effect::floor : Effect::set, ladder.steps[to].name,
                                              std::move(both), move.because, move.place});
                }
            }
        }
    }
    return Framework(std::move(rules));
}

} // namespace detail

inline Ladder::Ladder(LadderRules rules)
    : rules_(std::move(rules)), proposing_(detail::proposing_framework(rules_)) {}

inline std::optional<std::size_t> Ladder::find(std::string_view step) const {
    const auto named = [&](const LadderStep& each) { return folded(each.name) == folded(step); };
    const auto found = std::find_if(steps().begin(), steps().end(), named);
    return found == steps().end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - steps().begin()));
}

inline std::string Ladder::no_such_step(std::string_view step) const {
    const auto names = detail::step_names(steps());
    return "no step of the ladder " + quoted(id()) + "; the steps are " + one_of(names) +
           did_you_mean(step, names);
}

inline const LadderMove* Ladder::move(std::size_t from, std::size_t to) const {
    for (const auto& each : rules_.moves) {
        const bool begins = std::find(each.from.begin(), each.from.end(), from) != each.from.end();
        if (each.to == to && begins) {
            return &each;
        }
    }
    return nullptr;
}

} // namespace vermeil
