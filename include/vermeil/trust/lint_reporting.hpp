// SPDX-License-Identifier: MIT
#pragma once
// A check of counts that rise when people dare to report: whether reporting lowers a rating.

#include <vermeil/core/wording.hpp>
#include <vermeil/trust/lint_better.hpp>
#include <vermeil/trust/lint_subject.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil::detail {

inline constexpr std::array<std::string_view, 9> reporting_words{"concern",     "complaint",  "notification",
                                                                 "whistleblow", "death",      "safeguarding",
                                                                 "incident",    "allegation", "disclosure"};
inline constexpr std::array<std::string_view, 6> concluded_words{"concluded", "substantiated", "upheld",
                                                                 "proven",    "confirmed",     "founded"};
inline constexpr std::array<std::string_view, 2> attributable_words{"attributable", "attributed"};
inline constexpr std::array<std::string_view, 3> exposure_words{" per ", "_per_", "-per-"};

/// All that names a measure, in small letters.
inline std::string names_of(const Measure& measure) {
    auto text = folded(measure.id) + " " + folded(measure.label);
    if (const auto* open = std::get_if<EventOpen>(&measure.value)) {
        text += " " + folded(open->event);
    }
    if (const auto* events = std::get_if<EventCount>(&measure.value)) {
        text += " " + folded(events->event);
    }
    return text;
}

/// Whether a text has any of some words; `unfounded` is not `founded`.
template <class Words> bool says(const std::string& text, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) {
        const auto found = text.find(word);
        const bool denied = found != std::string::npos && found >= 2 && text.substr(found - 2, 2) == "un";
        return found != std::string::npos && !denied;
    });
}

/// What a count of reports still lacks before it may lower a rating, in words; empty where nothing.
inline std::vector<std::string> lacks(const Measure& measure) {
    const auto text = names_of(measure);
    const auto* rate = std::get_if<GivenRate>(&measure.value);
    const auto* events = std::get_if<EventCount>(&measure.value);
    const bool is_by_exposure =
        (rate != nullptr && !rate->over.empty()) || (events != nullptr && !events->over.empty());
    std::vector<std::string> missing;
    if (!measure.concluded && !says(text, concluded_words)) {
        missing.emplace_back("concluded = true");
    }
    if (!measure.attributable && !says(text, attributable_words)) {
        missing.emplace_back("attributable = true");
    }
    if (measure.per.empty() && !is_by_exposure && !says(text, exposure_words)) {
        missing.emplace_back("per = \"1000 hours\"");
    }
    return missing;
}

/// Whether a number counts reports: the file says so, or its names do and it is no share, rating or score.
inline bool counts_reports(const Measure& measure) {
    const auto* standard = std::get_if<StandardValue>(&measure.value);
    const bool is_other = (standard != nullptr && standard->kind == ValueKind::share) ||
                          std::holds_alternative<SurveyShare>(measure.value) ||
                          std::holds_alternative<CountShare>(measure.value) || is_word(measure.value);
    return measure.reporting_sensitive || (!is_other && says(names_of(measure), reporting_words));
}

/// Where the rules ask about a measure.
struct AskedAt {
    Place place;
    bool of_band = false; ///< in the condition of a band, rather than of a limiter
};

/// Whether a condition asks about a measure, be it as one of those that are counted.
inline bool asks_about(const Rules& rules, const Condition& condition, const std::string& measure) {
    std::vector<Asked> asked;
    add_asked(rules, condition, {}, asked);
    std::vector<Subject> subjects;
    add_subjects(condition, subjects);
    std::for_each(asked.begin(), asked.end(), [&](const auto& each) { subjects.push_back(each.subject); });
    return std::any_of(subjects.begin(), subjects.end(), [&](const auto& each) {
        return each.kind == Subject::Kind::measure && each.id == measure;
    });
}

/// The first limiter, or else the first band with a condition, of the whole or of a group, that asks about a measure.
inline std::optional<AskedAt> asked_about(const Rules& rules, const std::string& measure) {
    std::optional<AskedAt> limiter, band;
    const auto look = [&](const std::vector<Limiter>& limiters, const std::vector<Band>& bands) {
        for (const auto& each : limiters) {
            limiter = !limiter && asks_about(rules, each.when, measure) ? AskedAt{each.place} : limiter;
        }
        for (const auto& each : bands) {
            const bool asks = each.when && asks_about(rules, *each.when, measure);
            band = !band && asks ? AskedAt{each.place, true} : band;
        }
    };
    look(rules.limiters, rules.bands);
    for (const auto& group : rules.groups) {
        look(group.limiters, group.bands);
    }
    return limiter ? limiter : band;
}

/// Two services that differ in one count alone, the one with more reports worse off: in its band, else in its score.
inline Witness fewer_reports_look_better(const LintSubject& about, std::size_t measure) {
    const auto& trial = *about.trial;
    Witness found;
    double most = 0;
    for (const auto& sweep : trial.sweeps()) {
        if (sweep.measure != measure || sweep.outcomes.empty()) {
            continue;
        }
        const auto& few = sweep.outcomes.front();
        const auto& many = sweep.outcomes.back();
        const bool stand = few.band != no_band && many.band != no_band;
        const double points = trial.more_is_better() ? few.lowest_score - many.lowest_score
                                                     : many.lowest_score - few.lowest_score;
        const double worse = stand ? -1e7 * trial.rise(few.band, many.band) + points : 0;
        if (worse > most + 1e-6) {
            most = worse;
            const auto before = trial.shown(sweep, sweep.outcomes.size() - 1);
            const auto after = trial.shown(sweep, 0);
            found = {difference(about.framework, before, after), {before, after}};
        }
    }
    return found;
}

/// One count of reports.
inline void lint_reports(const LintSubject& about, std::size_t position) {
    const auto& measure = about.framework.measures()[position];
    const auto& indicators = about.rules.indicators;
    const auto* indicator = position < indicators.size() ? &indicators[position] : nullptr;
    const auto missing = lacks(measure);
    if (!measure.live || missing.empty() || !counts_reports(measure)) {
        return;
    }
    const auto asked = asked_about(about.rules, measure.id);
    const auto way = indicator != nullptr ? slope_around(about.rules, *indicator) : Slope::flat;
    const bool more_is_better =
        about.trial != nullptr ? about.trial->more_is_better() : about.rules.higher_is == Face::better;
    const bool punished = way == (more_is_better ? Slope::falling : Slope::rising);
    auto witness = about.trial != nullptr ? fewer_reports_look_better(about, position) : Witness{};
    if (!punished && (!asked || (about.trial != nullptr && witness.inputs.empty()))) {
        return;
    }
    if (witness.text.empty()) {
        witness = words(punished         ? "its points go down as reports go up"
                        : asked->of_band ? "a band asks about it"
                                         : "a limiter asks about it");
    }
    about.find(LintRule::reporting_punished, indicator == nullptr && asked ? asked->place : measure.place,
               measure.id,
               quoted(measure.id) + " counts reports, and more reports " +
                   (punished         ? "earn less"
                    : asked->of_band ? "miss the condition of a band"
                                     : "let a limiter fire") +
                   ": those who report least look best",
               std::move(witness),
               "count concluded, attributable cases by exposure and say so: " + joined(missing, ", "));
}

/// All measures and facts.
inline void lint_reporting(const LintSubject& about) {
    for (std::size_t i = 0; i < about.framework.measures().size(); ++i) {
        lint_reports(about, i);
    }
}

} // namespace vermeil::detail
