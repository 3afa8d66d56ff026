// SPDX-License-Identifier: MIT
#pragma once
// The values worth trying for each measure: those at which the framework's own text turns, and their neighbours.

#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/word_value.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/trust/knots.hpp>
#include <vermeil/trust/thresholds.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// What kind of number a measure is, as far as the framework says.
enum class NumberKind {
    share, ///< from 0 to 1
    truth, ///< 0 or 1
    whole, ///< a count, 0 or more
    word,  ///< the position of a word, from 1
    number ///< anything
};

inline constexpr std::uint32_t tried_base = 1000; ///< of a share; more where the least n is larger
inline constexpr std::size_t most_values = 16;    ///< of one measure

/// One measure as the trial sees it.
struct Tried {
    NumberKind kind = NumberKind::number;
    std::vector<double> values; ///< to be tried, rising
    std::uint32_t base = 0;     ///< n of its cells
    const Indicator* indicator = nullptr;
    bool turned = false; ///< the groups around it turn its points round

    /// A present cell near a value: on the grid of what the number can be.
    [[nodiscard]] Cell cell(double value) const {
        if (kind == NumberKind::share) {
            const auto count = static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * base));
            return {static_cast<double>(count) / base, State::present, base, count};
        }
        if (kind != NumberKind::number) {
            return {std::max(kind == NumberKind::word ? 1.0 : 0.0, std::round(value)), State::present, base};
        }
        return {value, State::present, base};
    }
};

/// Whether the number is one of whole events, none of which counts as less than one or over anything else.
inline bool is_whole_count(const ValueSource& source) {
    const auto* count = std::get_if<EventCount>(&source);
    return count != nullptr && count->over.empty() && !decays(count->decay);
}

/// The number that a measure is. Without a scale of its own, a number that is given ready is a share.
inline NumberKind number_kind(const Measure& measure, const Indicator* indicator) {
    if (const auto* standard = std::get_if<StandardValue>(&measure.value)) {
        return standard->kind == ValueKind::share   ? NumberKind::share
               : standard->kind == ValueKind::truth ? NumberKind::truth
               : standard->kind == ValueKind::whole ? NumberKind::whole
                                                    : NumberKind::number;
    }
    const bool is_share = std::holds_alternative<SurveyShare>(measure.value) ||
                          std::holds_alternative<CountShare>(measure.value);
    if (const auto* linear = indicator != nullptr ? std::get_if<LinearScale>(&indicator->scale) : nullptr) {
        const auto& through = linear->through;
        const bool whole_share = through.size() == 2 && through[0].value == 0 && through[1].value == 1;
        if (whole_share && !indicator->relative && std::holds_alternative<Given>(measure.value)) {
            return NumberKind::share;
        }
    }
    return is_share                                           ? NumberKind::share
           : std::holds_alternative<EventOpen>(measure.value) ? NumberKind::truth
           : std::holds_alternative<Overdue>(measure.value)   ? NumberKind::whole
           : is_whole_count(measure.value)                    ? NumberKind::whole
           : is_word(measure.value)                           ? NumberKind::word
                                                              : NumberKind::number;
}

/// A step that is small beside a list of values: 1 where all are whole, else a hundredth of the power of ten below their
/// span.
inline double small_step(const std::vector<double>& values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const bool all_whole =
        std::all_of(values.begin(), values.end(), [](double each) { return each == std::floor(each); });
    const double span = std::max(std::abs(*most), *most - *least);
    return all_whole ? 1 : std::pow(10.0, std::floor(std::log10(std::max(span, 1e-6)))) / 100;
}

/// The positions of the words of a scale, from 1.
inline std::vector<double> word_positions(const OrderedScale& scale) {
    std::vector<double> positions;
    while (positions.size() < scale.words.size()) {
        positions.push_back(static_cast<double>(positions.size() + 1));
    }
    return positions;
}

/// The values where a measure's scale bends and where conditions ask about it.
inline std::vector<double> turning_values(const Measure& measure, const Indicator* indicator,
                                          const std::vector<Asked>& asked) {
    std::vector<double> values;
    for (const auto& each : asked) {
        const bool of_this = each.subject.kind == Subject::Kind::measure && each.subject.id == measure.id;
        if (of_this && each.subject.of == Aspect::value) {
            values.push_back(each.number);
        } else if (of_this && (each.subject.of == Aspect::lower || each.subject.of == Aspect::upper)) {
            constexpr double beside = 0.05; // further than the ends of the interval on the base that is tried
            values.insert(values.end(), {each.number - beside, each.number, each.number + beside});
        }
    }
    if (indicator != nullptr && !indicator->relative) {
        const auto bends = knots(indicator->scale);
        for (std::size_t i = 0; i < bends.size(); ++i) {
            values.push_back(bends[i].value);
        }
        for (std::size_t i = 1; std::holds_alternative<LinearScale>(indicator->scale) && i < bends.size();
             ++i) {
            const double middle = (bends[i - 1].value + bends[i].value) / 2;
            values.push_back(small_step(values) == 1 ? std::round(middle) : middle);
        }
    }
    return values;
}

/// Five values of a table, from the least to the most, of a measure that only a table knows.
inline void add_table_values(const MeasureTable* table, const Measure& measure, std::vector<double>& values) {
    const auto* column = table != nullptr ? table->find(measure.id) : nullptr;
    std::vector<double> seen;
    for (std::size_t row = 0; column != nullptr && row < column->value.size(); ++row) {
        if (column->state[row] == State::present) {
            seen.push_back(column->value[row]);
        }
    }
    std::sort(seen.begin(), seen.end());
    for (std::size_t part = 0; !seen.empty() && part <= 4; ++part) {
        values.push_back(seen[part * (seen.size() - 1) / 4]);
    }
}

/// At most so many values of a rising list, both ends among them.
inline std::vector<double> thinned(const std::vector<double>& values, std::size_t most) {
    if (values.size() <= most) {
        return values;
    }
    std::vector<double> kept;
    for (std::size_t i = 0; i < most; ++i) {
        kept.push_back(values[i * (values.size() - 1) / (most - 1)]);
    }
    return kept;
}

/// Whether the ends of a measure's values are those of its scale: lines are drawn over all that a number can be, while steps
/// and conditions begin somewhere in the middle.
inline bool ends_with_scale(const Tried& tried) {
    return tried.indicator != nullptr && !tried.indicator->relative &&
           std::holds_alternative<LinearScale>(tried.indicator->scale);
}

/// The values with their neighbours on both sides, on the grid of what the number can be, each once and rising.
inline std::vector<double> with_neighbours(const Tried& tried, const std::vector<double>& values,
                                           double step) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    std::vector<double> all;
    for (const double value : values) {
        for (const double near : {value - step, value, value + step}) {
            const double made = tried.cell(near).value;
            if (!ends_with_scale(tried) || (made >= *least && made <= *most)) {
                all.push_back(made);
            }
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// Whether numbers of a table stand for names; then each stays once.
inline bool are_names(const MeasureTable* table, std::vector<double>& values) {
    if (table == nullptr || values.empty() || table->name_of(values.front()).empty()) {
        return false;
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return true;
}

/// One measure with the values to try.
inline Tried tried(const Framework& framework, std::size_t position, const std::vector<Asked>& asked,
                   const MeasureTable* table) {
    const auto& measure = framework.measures()[position];
    const auto& indicators = framework.rules().indicators;
    Tried made;
    made.indicator = position < indicators.size() ? &indicators[position] : nullptr;
    made.turned = made.indicator != nullptr && is_turned(framework.rules(), *made.indicator);
    made.kind = number_kind(measure, made.indicator);
    const bool is_share = made.kind == NumberKind::share;
    made.base = is_share ? std::max(tried_base, measure.least_n) : measure.least_n;
    if (const auto* words = scale_of(framework.rules(), measure)) {
        made.values = word_positions(*words);
        return made;
    }
    auto values = turning_values(measure, made.indicator, asked);
    if (values.empty() || (made.indicator != nullptr && made.indicator->relative)) {
        add_table_values(table, measure, values);
    }
    if (are_names(table, values)) { // which have no neighbours
        made.values = std::move(values);
        return made;
    }
    if (made.kind == NumberKind::truth) {
        made.values = {0, 1};
        return made;
    }
    if (values.empty() || made.kind == NumberKind::whole || is_share) {
        values.insert(values.end(), {0, 1});
    }
    made.values = thinned(with_neighbours(made, values, is_share ? 0.01 : small_step(values)), most_values);
    return made;
}

} // namespace vermeil::detail
