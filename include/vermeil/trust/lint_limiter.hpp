// SPDX-License-Identifier: MIT
#pragma once
// Checks by trial of the limiters: ones that never fire, always fire, or never change a band.

#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// The same rules with other limiters.
inline Evaluator with_limiters(const Trial& trial, std::vector<Limiter> limiters) {
    auto rules = trial.rules();
    rules.limiters = std::move(limiters);
    return Evaluator(Framework(std::move(rules)), trial.evaluator().norms());
}

/// On how many rows a limiter fires, and on how many it changes the band: by the outcome of the rules with this limiter as
/// the last one, and of those with it alone, withholding every band.
///
/// Where the rows of the trial do not show that it does, more are made: those on which it fires, with all else mixed.
class LimiterTried {
  public:
    std::size_t fires = 0, rows = 0, bites = 0;
    std::optional<Shown> fired; ///< the first row on which it fires

    LimiterTried(const Trial& trial, std::size_t limiter)
        : trial_(trial), number_(static_cast<std::uint8_t>(limiter + 1)),
          alone_(with_limiters(trial, {withholding(trial.rules().limiters[limiter])})),
          last_(with_limiters(trial, first(trial.rules().limiters, limiter + 1))) {
        look(some(trial.rows(), trial.stride(2 * trial.rules().limiters.size())));
        const auto more = std::clamp<std::size_t>(
            Trial::most_cells / (2 * trial.rules().limiters.size() * trial.width()), 64, most_mixed);
        if (fires == 0) {
            look(trial.mixed(trial.rows().front(), std::vector<bool>(trial.measures().size(), true), more));
        } else if (bites == 0) {
            look(trial.mixed(fired->cells, others(trial.rules().limiters[limiter]), more));
        }
    }

  private:
    static constexpr std::size_t most_mixed = 4096;

    static std::vector<TrialRow> some(const std::vector<TrialRow>& rows, std::size_t stride) {
        std::vector<TrialRow> made;
        for (std::size_t row = 0; row < rows.size(); row += stride) {
            made.push_back(rows[row]);
        }
        return made;
    }
    static std::vector<Limiter> first(std::vector<Limiter> limiters, std::size_t count) {
        limiters.resize(count);
        return limiters;
    }
    static Limiter withholding(Limiter limiter) {
        limiter.effect = Effect::withhold;
        return limiter;
    }

    void look(const std::vector<TrialRow>& tried) {
        const auto withheld = rated(alone_, tried);
        const auto changed = rated(last_, tried);
        for (std::size_t row = 0; row < tried.size(); ++row) {
            const bool fires_here = withheld[row].limiter == 1;
            if (fires_here && !fired) {
                fired = Shown{tried[row], trial_.evaluator().evaluate(tried[row])};
            }
            fires += fires_here ? 1 : 0;
            const bool bites_here = changed[row].limiter == number_;
            bites += bites_here ? 1 : 0;
            rows += 1;
        }
    }

    /// The measures that a limiter does not ask about.
    [[nodiscard]] std::vector<bool> others(const Limiter& limiter) const {
        std::vector<bool> free(trial_.measures().size(), true);
        std::vector<Subject> subjects;
        add_subjects(limiter.when, subjects);
        for (const auto& subject : subjects) {
            if (subject.kind == Subject::Kind::measure) {
                free.at(trial_.framework().position(subject.id)) = false;
            }
        }
        return free;
    }

    const Trial& trial_;
    std::uint8_t number_;
    Evaluator alone_, last_;
};

/// A measure without which a condition cannot hold and that is only planned; null where there is none.
inline const Measure* planned_subject(const Framework& framework, const Condition& condition) {
    const auto planned = [&](const Subject& subject) -> const Measure* {
        const bool is_measure = subject.kind == Subject::Kind::measure;
        const auto* measure = is_measure ? &framework.measures()[framework.position(subject.id)] : nullptr;
        return measure != nullptr && !measure->live ? measure : nullptr;
    };
    if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
        return planned(comparing->subject);
    }
    const auto* joining = std::get_if<Joining>(&condition.question);
    for (std::size_t i = 0;
         joining != nullptr && joining->how == Joining::How::all && i < joining->parts.size(); ++i) {
        if (const auto* found = planned_subject(framework, joining->parts[i])) {
            return found;
        }
    }
    return nullptr;
}

/// Whether a condition asks how much is known, which the rows of a trial, whose cells are all present, cannot show.
inline bool asks_of_absence(const Rules& rules, const Condition& condition) {
    std::vector<Asked> asked;
    add_asked(rules, condition, {}, asked);
    return std::any_of(asked.begin(), asked.end(), [](const auto& each) {
        const bool is_node = each.subject.kind != Subject::Kind::measure;
        return is_node && (each.subject.of == Aspect::n || each.subject.of == Aspect::coverage);
    });
}

/// A limiter that fires and never changes a band, and why.
inline void lint_bite(const LintSubject& about, std::size_t position, const LimiterTried& made) {
    const auto& trial = *about.trial;
    const auto& limiter = about.rules.limiters[position];
    const auto& shown = *made.fired;
    const auto trace = trial.evaluator().explain(shown.cells);
    const auto& step = trace.limiters[position];
    const auto& bands = about.rules.bands;
    const auto named = [&](std::uint8_t band) {
        return band < bands.size() ? quoted(bands[band].name) : "none";
    };
    std::string why = "the band is " + named(step.lowest_before) + " before it and after it";
    for (std::size_t earlier = 0; earlier < position; ++earlier) {
        const auto& other = trace.limiters[earlier];
        if (other.firing == Firing::yes && other.lowest_before != other.lowest_after) {
            why += "; the limiter in line " + std::to_string(about.rules.limiters[earlier].place.line) +
                   " came first";
        }
    }
    const bool highest = limiter.effect == Effect::cap && limiter.band == bands.front().name;
    const bool lowest = limiter.effect == Effect::floor && limiter.band == bands.back().name;
    const auto what = highest  ? "a cap at the highest band, " + quoted(limiter.band) + ", changes nothing"
                      : lowest ? "a floor at the last band, " + quoted(limiter.band) + ", changes nothing"
                               : "a limiter fires and never changes a band";
    about.find(LintRule::limiter_never_bites, limiter.place, limiter.because, what,
               {"it fires on " + all_of(about.framework, shown.cells) + ": " + why, {shown}},
               "name another band, move it up, or leave it out");
}

/// One limiter, tried.
inline void lint_limiter(const LintSubject& about, std::size_t position) {
    const auto& limiter = about.rules.limiters[position];
    const LimiterTried made(*about.trial, position);
    const auto tried = std::to_string(made.rows) + " services that were tried";
    if (made.fires == 0) {
        about.find(
            LintRule::limiter_never_fires, limiter.place, limiter.because,
            "a limiter can never fire: nothing that was tried meets its condition",
            words("none of " + tried + ", values at and around every number that it asks for among them"),
            "look at its comparisons: are shares written as 0.6, not 60? do two of its parts exclude each "
            "other?");
    } else if (made.fires == made.rows) {
        about.find(
            LintRule::limiter_always_fires, limiter.place, limiter.because,
            "a limiter always fires: everything that was tried meets its condition",
            {"all of " + tried + ", such as " + all_of(about.framework, made.fired->cells), {*made.fired}},
            "look at its comparisons: are shares written as 0.6, not 60?");
    } else if (made.bites == 0 && limiter.effect != Effect::withhold) {
        lint_bite(about, position, made);
    }
}

/// All limiters.
inline void lint_limiters(const LintSubject& about) {
    for (std::size_t i = 0; i < about.rules.limiters.size(); ++i) {
        const auto& limiter = about.rules.limiters[i];
        if (limiter.because.empty()) {
            about.find(LintRule::limiter_unexplained, limiter.place, "", "a limiter gives no reason",
                       words("its rating would show none"),
                       "say because = \"...\"; it is shown beside the rating");
        }
        if (const auto* planned = planned_subject(about.framework, limiter.when)) {
            about.find(LintRule::limiter_never_fires, limiter.place, limiter.because,
                       "a limiter asks about " + quoted(planned->id) + ", which is only planned",
                       words("what is not yet live is never met"),
                       "leave the limiter out until the measure is live");
        } else if (about.trial != nullptr && !asks_of_absence(about.rules, limiter.when)) {
            lint_limiter(about, i);
        }
    }
}

} // namespace vermeil::detail
