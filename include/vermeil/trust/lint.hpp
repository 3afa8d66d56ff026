// SPDX-License-Identifier: MIT
#pragma once
// What in a framework deserves a second look before a committee approves it.

#include <vermeil/core/error.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/program.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// How much a finding matters.
enum class Severity : std::uint8_t {
    error,   ///< ratings under these rules would be wrong or cannot be made
    warning, ///< a rating may surprise or be gamed
    note     ///< something to be filled in
};

inline constexpr std::array<std::string_view, 3> severity_names{"error", "warning", "note"};

inline std::string_view to_string(Severity severity) {
    return severity_names.at(static_cast<std::size_t>(severity));
}

/// One thing that deserves a second look: where it stands, what it is, how to mend it.
struct Finding {
    Severity severity = Severity::note;
    std::string rule; ///< a short name, the same in every version
    Place place;
    std::string what;
    std::string mend;
};

namespace detail {

/// Goes over one framework and notes what it finds.
class Linter {
  public:
    explicit Linter(const Framework& framework) : rules_(framework.rules()), framework_(framework) {}

    std::vector<Finding> run() {
        look_at_edition();
        look_at_weights();
        look_at_missing();
        look_at_measures();
        look_at_limiters();
        look_at_bands();
        return std::move(findings_);
    }

  private:
    void find(Severity severity, std::string rule, Place place, std::string what, std::string mend) {
        findings_.push_back({severity, std::move(rule), std::move(place), std::move(what), std::move(mend)});
    }

    void look_at_edition() {
        const auto& edition = rules_.edition;
        if (*edition.published_on > *edition.effective_from) {
            find(Severity::error, "published-after-start", rules_.place,
                 "published on " + to_string(*edition.published_on) + ", yet it applies from " +
                     to_string(*edition.effective_from),
                 "let it apply to quarters that begin after its publication");
        }
        if (edition.contracts.empty()) {
            find(Severity::warning, "no-contract", rules_.place, "the edition names no contract",
                 "name the contracts whose services it rates: contracts = [\"...\"]");
        }
        if (edition.approved_by.empty()) {
            find(Severity::note, "not-approved", rules_.place, "nobody is named as having approved it",
                 "say approved_by = \"...\"");
        }
    }

    void look_at_weights() {
        for (const auto& indicator : rules_.indicators) {
            const auto* group = find_group(rules_, indicator.within);
            const auto aggregate = group != nullptr ? group->aggregate : rules_.aggregate;
            if (!indicator.weight && aggregate == Aggregate::mean) {
                find(Severity::error, "no-weight", indicator.measure.place,
                     "measure " + quoted(indicator.measure.id) +
                         " has no weight, so nothing can be rated yet",
                     "agree on a weight above 0");
            }
        }
    }

    void look_at_missing() {
        for (std::size_t i = 1; i < state_count; ++i) {
            const auto state = static_cast<State>(i);
            const auto policy = rules_.missing.of(state).policy;
            const bool outside = state == State::not_applicable || state == State::not_yet_live;
            const auto name = std::string(to_string(state));
            if (policy == Policy::renormalise) {
                find(Severity::warning, "absence-helps", rules_.place,
                     "under 'renormalise', withholding a bad result can raise a score (" + name + ")",
                     "use 'bounds', which rates with the absent measure at its worst and at its best");
            } else if (policy == Policy::peer_mean) {
                find(Severity::warning, "absence-helps", rules_.place,
                     "under 'peer_mean', whoever is worse than its peers gains by withholding (" + name + ")",
                     "use 'bounds', which rates with the absent measure at its worst and at its best");
            } else if (policy == Policy::interval) {
                find(Severity::note, "absence-narrows", rules_.place,
                     "under 'interval', whoever chooses which answers to hand in can narrow what is possible "
                     "(" +
                         name + ")",
                     "use 'bounds' where the provider collects the answers itself");
            } else if (policy == Policy::leave_out && !outside) {
                find(Severity::warning, "absence-helps", rules_.place,
                     "a measure that is '" + name +
                         "' leaves the denominator and the coverage, so its absence can raise a score",
                     "use 'bounds'");
            }
        }
        if (rules_.least_coverage == 0) {
            find(Severity::warning, "no-coverage", rules_.place, "a rating may stand on no evidence at all",
                 "set least_coverage above 0, such as 0.6");
        }
    }

    void look_at_measures() {
        for (const auto& indicator : rules_.indicators) {
            const auto& measure = indicator.measure;
            const bool is_share = std::holds_alternative<SurveyShare>(measure.value);
            if (is_share && measure.live && measure.least_n < 2) {
                find(Severity::warning, "one-answer", measure.place,
                     "measure " + quoted(measure.id) + " has no least n: a single answer decides it",
                     "set least_n, such as 10");
            }
            if (measure.reporting_sensitive && measure.live) {
                find(Severity::warning, "reporting-punished", measure.place,
                     "measure " + quoted(measure.id) +
                         " counts reports, and more reports change the score: those who report least look "
                         "best",
                     "count concluded, attributable cases by exposure, or keep it out of the score");
            }
            const auto [fewest, most] = points_range(indicator.scale);
            if (fewest == most) {
                find(Severity::warning, "flat-scale", measure.place,
                     "every value of measure " + quoted(measure.id) + " earns " + shortest(most) + " points",
                     "give its scale different points, or leave the measure out");
            }
        }
    }

    void look_at_limiters() {
        for (const auto& limiter : rules_.limiters) {
            std::vector<Subject> subjects;
            add_subjects(limiter.when, subjects);
            if (limiter.effect == Effect::cap && limiter.band == rules_.bands.front().name) {
                find(Severity::warning, "limiter-never-bites", limiter.place,
                     "a cap at the highest band, " + quoted(limiter.band) + ", changes nothing",
                     "name a lower band");
            }
            for (const auto& subject : subjects) {
                if (subject.kind == Subject::Kind::measure &&
                    !framework_.measures()[framework_.position(subject.id)].live) {
                    find(Severity::warning, "limiter-never-fires", limiter.place,
                         "a limiter asks about " + quoted(subject.id) + ", which is only planned",
                         "leave the limiter out until the measure is live");
                }
            }
            if (limiter.because.empty()) {
                find(Severity::warning, "limiter-unexplained", limiter.place, "a limiter gives no reason",
                     "say because = \"...\"; it is shown beside the rating");
            }
        }
    }

    /// The least and the most that the score can be, as far as the scales of the live measures say.
    [[nodiscard]] std::pair<double, double> reach() const {
        double fewest = 0;
        double most = 0;
        double weight = 0;
        for (const auto& indicator : rules_.indicators) {
            const auto range = points_range(indicator.scale);
            const double own = indicator.weight.value_or(1);
            const bool sums = rules_.aggregate == Aggregate::sum;
            if (indicator.measure.live) {
                fewest = sums          ? fewest + own * range.first
                         : weight == 0 ? range.first
                                       : std::min(fewest, range.first);
                most = sums          ? most + own * range.second
                       : weight == 0 ? range.second
                                     : std::max(most, range.second);
                weight += own;
            }
        }
        return {fewest, most};
    }

    void look_at_bands() {
        const bool nested_sums =
            std::any_of(rules_.groups.begin(), rules_.groups.end(), [](const Group& group) {
                return group.aggregate != Aggregate::mean || group.weight || has_points(group.bands);
            });
        if (nested_sums || gathers(rules_.aggregate)) {
            return; // the reach of such a tree is not worked out here
        }
        const auto [fewest, most] = reach();
        for (const auto& band : rules_.bands) {
            if (band.cut && (*band.cut > most || (*band.cut == most && band.tie == Tie::out))) {
                find(Severity::error, "band-unreachable", band.place,
                     "band " + quoted(band.name) + " begins at " + shortest(*band.cut) +
                         "; no score is above " + shortest(most),
                     "lower its cut or raise the points");
            }
            if (band.cut && (*band.cut < fewest || (*band.cut == fewest && band.tie == Tie::in)) &&
                &band != &rules_.bands.back()) {
                find(Severity::error, "band-unreachable", band.place,
                     "no score is below " + shortest(fewest) + ", so no band under " + quoted(band.name) +
                         " can be reached",
                     "raise its cut");
            }
        }
    }

    const Rules& rules_;
    const Framework& framework_;
    std::vector<Finding> findings_;
};

} // namespace detail

/// What deserves a second look, in the order of the checks; empty where nothing does.
inline std::vector<Finding> lint(const Framework& framework) { return detail::Linter(framework).run(); }

} // namespace vermeil
