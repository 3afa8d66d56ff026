// SPDX-License-Identifier: MIT
#pragma once
// What the cells of one measure's column may say.

#include <vermeil/core/error.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/core/written_number.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/word_value.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace vermeil::detail {

/// Reads the cells of one measure: numbers as people publish them, the words of a rating, words that say why there is no value.
class CellReading {
  public:
    /// Beyond it squares and spreads, and with them what the peers earn, would be no numbers.
    static constexpr double largest_value = 1e18;

    CellReading(const Framework& framework, const Measure& measure)
        : rules_(&framework.rules()), measure_(&measure), scale_(points_of(framework, measure)),
          words_(given_words(*rules_, measure)) {
        const bool counted =
            std::get_if<SurveyShare>(&measure.value) || std::get_if<CountShare>(&measure.value);
        const auto* standard = std::get_if<StandardValue>(&measure.value);
        is_share_ = counted || (standard != nullptr && standard->kind == ValueKind::share) ||
                    (std::get_if<Given>(&measure.value) && is_share_scale(scale_));
    }

    /// The number that a text says, or the position of the word of a rating; nothing where it says neither.
    [[nodiscard]] std::optional<double> number(std::string_view text) const {
        if (words_ != nullptr) {
            return word_value(*rules_, *measure_, text);
        }
        const auto written = written_number(text);
        if (!written || (written->percent && !knows_percent())) {
            return std::nullopt;
        }
        return written->percent && in_hundredths() ? written->value / 100 : written->value;
    }

    /// Whether its cells hold numbers and no words of a scale.
    [[nodiscard]] bool is_of_numbers() const noexcept { return words_ == nullptr; }

    /// Why there is no value, where the framework has that word under `absent_words`.
    [[nodiscard]] std::optional<State> absence(std::string_view text) const {
        for (const auto& each : rules_->absent_words) {
            if (folded(each.word) == folded(text)) {
                return each.state;
            }
        }
        return std::nullopt;
    }

    /// Why a text that is neither a number nor a known word is none.
    [[nodiscard]] std::string refusal(std::string_view text) const {
        if (words_ != nullptr) {
            return "not one of " + one_of(words_->words);
        }
        const bool percent = written_number(text) && !knows_percent();
        return percent ? "a percentage, and the rules do not say whether of 1 or of 100; leave out the sign"
                       : "not a number";
    }

    /// Why a number cannot be a value of the measure; empty where it can.
    [[nodiscard]] std::string doubt(double number) const {
        if (!std::isfinite(number)) {
            return "not a number; give a state where there is none";
        }
        if (std::abs(number) > largest_value) {
            return "no number that anybody measures; values lie between -1e18 and 1e18";
        }
        if (words_ != nullptr) {
            const auto last = static_cast<double>(scale_of(*rules_, *measure_)->words.size());
            const bool fits = number >= 1 && number <= last && std::floor(number) == number;
            return fits ? "" : "no position in the rating's words, which run from 1 to " + shortest(last);
        }
        if (is_share_ && (number < 0 || number > 1)) {
            const bool percentage = number > 1 && number <= 100;
            return std::string("a share lies between 0 and 1") +
                   (percentage ? "; this looks like a percentage" : "");
        }
        return {};
    }

  private:
    /// The scale of a measure, or null of a fact and where its points depend on peers.
    static const Scale* points_of(const Framework& framework, const Measure& measure) {
        for (const auto& indicator : framework.rules().indicators) {
            if (indicator.measure.id == measure.id) {
                return indicator.relative ? nullptr : &indicator.scale;
            }
        }
        return nullptr;
    }

    /// Whether it is the scale that a measure has which names none: a share from 0 to 1.
    static bool is_share_scale(const Scale* scale) {
        const auto* linear = scale != nullptr ? std::get_if<LinearScale>(scale) : nullptr;
        return linear != nullptr && !linear->logarithmic && linear->through.size() == 2 &&
               linear->through[0].value == 0 && linear->through[1].value == 1 &&
               linear->through[0].points + linear->through[1].points == 100 &&
               linear->through[0].points * linear->through[1].points == 0;
    }

    /// Whether the rules say what a percent sign means: a fact has nothing but thresholds.
    [[nodiscard]] bool knows_percent() const {
        return is_share_ || (scale_ != nullptr && !std::get_if<WordScale>(scale_));
    }

    /// Whether a percentage is a part of 1; of a scale that goes beyond 1 it is a part of 100.
    [[nodiscard]] bool in_hundredths() const {
        if (is_share_) {
            return true;
        }
        if (const auto* inverse = std::get_if<InverseScale>(scale_)) {
            return inverse->value <= 1;
        }
        const auto* linear = std::get_if<LinearScale>(scale_);
        const auto* steps = std::get_if<StepScale>(scale_);
        const auto& points = linear != nullptr ? linear->through : steps->steps;
        return std::all_of(points.begin(), points.end(),
                           [](const ScalePoint& point) { return std::abs(point.value) <= 1; });
    }

    const Rules* rules_;
    const Measure* measure_;
    const Scale* scale_;
    const OrderedScale* words_;
    bool is_share_ = false;
};

} // namespace vermeil::detail
