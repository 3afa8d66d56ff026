// SPDX-License-Identifier: MIT
#pragma once
// One finding on a chart, with its evidence in words.

#include <vermeil/core/wording.hpp>
#include <vermeil/risk/chart.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The rules that make a signal: the four special causes, and the two of runs.
enum class SignalRule : std::uint8_t { outside, shift, trend, two_of_three, long_run, few_crossings };

inline constexpr std::array<std::string_view, 6> signal_rule_names{
    "outside", "shift", "trend", "two_of_three", "long_run", "few_crossings"};

inline std::string_view to_string(SignalRule rule) {
    return signal_rule_names.at(static_cast<std::size_t>(rule));
}

/// What a signal means for the measure.
enum class SignalReading : std::uint8_t { improving, concerning, neither };

inline constexpr std::array<std::string_view, 3> signal_reading_names{"improving", "concerning", "neither"};

inline std::string_view to_string(SignalReading reading) {
    return signal_reading_names.at(static_cast<std::size_t>(reading));
}

/// One finding: which rule, which points, and what it says. Points are places in the series, from 0; `first` and `last`
/// both belong to it. `side` is 1 for high or rising, -1 for low or falling, 0 where the rule has no side.
struct Signal {
    SignalRule rule = SignalRule::outside;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t points = 0; ///< with a value, among them
    int side = 0;
    SignalReading reading = SignalReading::neither;
    std::string words{};
};

namespace detail {

/// A number for a sentence: four significant digits at most, without a tail of zeros.
inline std::string in_words(double value) {
    const double size = value < 0 ? -value : value;
    const int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
    auto text = with_decimals(value, decimals);
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') {
            text.pop_back();
        }
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text;
}

/// Finds the signals of a chart and words them. `Labels` is called with a place and gives the name of its period.
template <class Labels> class SignalFinder {
  public:
    SignalFinder(const Chart& chart, Improves improves, const Labels& labels)
        : chart_(chart), improves_(improves), labels_(labels) {}

    [[nodiscard]] std::vector<Signal> all() {
        for (const auto& phase : chart_.phases) {
            for (std::size_t rule = 0; rule < special_cause_names.size(); ++rule) {
                of_cause(phase, static_cast<SignalRule>(rule), static_cast<std::uint8_t>(1U << rule));
            }
            of_runs(phase);
        }
        return std::move(found_);
    }

  private:
    /// Which way a point speaks for a rule: for a trend, the way from the point before; else its side of the centre.
    [[nodiscard]] int side(SignalRule rule, std::size_t at, std::size_t before) const {
        const auto& point = chart_.points[at];
        if (rule == SignalRule::trend && before != no_point) {
            return point.value > chart_.points[before].value ? 1 : -1;
        }
        return rule == SignalRule::trend ? 0 : side_of(point);
    }

    /// Neighbours under one rule and on one side are one finding. A trend's first point has no way of its own yet.
    void of_cause(const ChartPhase& phase, SignalRule rule, std::uint8_t bit) {
        Signal now;
        std::size_t before = no_point;
        const auto close = [&] {
            if (now.points > 0) {
                word(now);
                found_.push_back(now);
            }
            now = {};
        };
        for (auto i = phase.first; i < phase.end; ++i) {
            if (!chart_.points[i].has) {
                continue;
            }
            const bool under = (chart_.causes[i] & bit) != 0;
            const int here = under ? side(rule, i, now.points > 0 ? before : no_point) : 0;
            if (!under || (now.points > 0 && now.side != 0 && here != now.side)) {
                if (chart_.points[i].counted || under) {
                    close();
                }
            }
            if (under) {
                now.rule = rule;
                now.first = now.points == 0 ? i : now.first;
                now.last = i;
                now.side = here != 0 ? here : now.side;
                ++now.points;
            }
            before = i;
        }
        close();
    }

    void of_runs(const ChartPhase& phase) {
        const auto& runs = phase.runs;
        for (const auto rule : {SignalRule::long_run, SignalRule::few_crossings}) {
            if (rule == SignalRule::long_run ? runs.is_too_long() : runs.crosses_too_seldom()) {
                Signal signal{rule, phase.first, phase.end - 1, runs.useful, 0, SignalReading::neither, {}};
                const auto where = " (" + span_of(signal) + ")";
                signal.words =
                    rule == SignalRule::long_run
                        ? "the longest run on one side of the centre is " + std::to_string(runs.longest) +
                              " points; among " + std::to_string(runs.useful) + " chance gives " +
                              std::to_string(runs.longest_most) + " at most" + where
                        : "the centre is crossed " + std::to_string(runs.crossings) + " times; among " +
                              std::to_string(runs.useful) + " points chance gives " +
                              std::to_string(runs.crossings_least) + " at least" + where;
                found_.push_back(std::move(signal));
            }
        }
    }

    [[nodiscard]] std::string span_of(const Signal& signal) const {
        const auto from = std::string(labels_(signal.first));
        return signal.first == signal.last ? from : from + " to " + std::string(labels_(signal.last));
    }

    void word(Signal& signal) const {
        const bool up = signal.side > 0;
        signal.reading = improves_ == Improves::neither || signal.side == 0 ? SignalReading::neither
                         : up == (improves_ == Improves::up)                ? SignalReading::improving
                                                                            : SignalReading::concerning;
        const auto& last = chart_.points[signal.last];
        const auto count = std::to_string(signal.points);
        const std::string beyond = up ? "above" : "below";
        const auto centre = in_words(last.centre);
        switch (signal.rule) {
        case SignalRule::outside:
            signal.words =
                (signal.points == 1 ? in_words(last.value) + " lies "
                                    : count + " points, the last " + in_words(last.value) + ", lie ") +
                beyond + (up ? " the upper limit " : " the lower limit ") +
                in_words(up ? last.upper : last.lower);
            break;
        case SignalRule::shift:
            signal.words = count + " points in a row " + beyond + " the centre " + centre;
            break;
        case SignalRule::trend:
            signal.words = count + " points in a row, each " + (up ? "higher" : "lower") +
                           " than the one before, from " + in_words(chart_.points[signal.first].value) +
                           " to " + in_words(last.value);
            break;
        default:
            signal.words = count + (signal.points == 1 ? " point" : " points") + " in the warning zone " +
                           beyond + " the centre " + centre +
                           ", of three in a row on that side two or more in it";
        }
        signal.words += " (" + span_of(signal) + ")";
    }

    const Chart& chart_;
    Improves improves_;
    const Labels& labels_;
    std::vector<Signal> found_;
};

} // namespace detail

/// The signals of a chart: phase by phase, the special causes in the order of their rules, then the runs.
///
/// Points next to each other under one rule and on one side are one signal. `labels(place)` names the period of a point for the
/// words.
template <class Labels>
std::vector<Signal> signals_of(const Chart& chart, Improves improves, const Labels& labels) {
    return detail::SignalFinder<Labels>(chart, improves, labels).all();
}

} // namespace vermeil
