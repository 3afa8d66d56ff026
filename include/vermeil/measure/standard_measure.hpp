// SPDX-License-Identifier: MIT
#pragma once
// A measure of the catalogue: its definition as data, and how it is drawn.

#include <vermeil/core/error.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/measure/drawing_day.hpp>
#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/parameter.hpp>
#include <vermeil/measure/setting.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

/// Which values are meant to be better.
enum class Better { higher, lower, neither };

inline constexpr std::array<std::string_view, 3> better_names{"higher", "lower", "neither"};

inline std::string_view to_string(Better better) { return better_names.at(static_cast<std::size_t>(better)); }

/// Draws the cell of one service for one quarter.
using Drawer = std::function<Cell(const Service&, const DrawingDay&)>;

struct StandardTask;

/// The definition of one standard measure, as a catalogue prints it, and what draws it.
///
/// `draw` is called once for a measure of a framework, before any service is asked for: what is needed for all services,
/// such as a pass over all visits, is done there or when the first cell is asked for. The drawer that it gives may be
/// called in any order, with quarters before the rated one where a rule looks back, and must give the same cell each time.
struct StandardMeasure {
    std::string id;
    std::string label;
    std::string formula; ///< in words and names of columns
    std::string source;  ///< who defines it so, or that the definition is the library's own
    std::string unit;    ///< such as `share`, `per 1,000 hours`, `days`
    Better better = Better::neither;
    std::string denominator; ///< what is in the base; where there is none, over what the number is counted
    std::string edges;       ///< what happens at the edges: no base, nothing returned, a refused row
    std::vector<std::string> tables; ///< of evidence that it rests on
    ValueKind kind = ValueKind::number;
    std::vector<Parameter> parameters{};
    bool reports = false; ///< it counts reports, of cases that were concluded and are attributable
    Drawer (*draw)(const StandardTask&) = nullptr;

    /// The position of a parameter.
    /// @throws Error when there is none of that name.
    [[nodiscard]] std::size_t position(std::string_view parameter) const {
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (parameters[i].id == parameter) {
                return i;
            }
        }
        throw Error("the standard measure " + quoted(id) + " has no parameter " + quoted(parameter));
    }
};

/// What a standard measure may look at, for all services, and what is set about it.
struct StandardTask {
    const Evidence* evidence;
    const std::vector<SurveyInstrument>* surveys;
    const std::vector<OrderedScale>* scales;
    Measure measure; ///< the framework's: least n, quarters, whether evidence of predecessors counts
    const StandardMeasure* standard;

    /// What a parameter is set to.
    template <class Value> [[nodiscard]] const Value& setting(std::string_view parameter) const {
        const auto& settings = std::get<StandardValue>(measure.value).settings;
        return std::get<Value>(settings.at(standard->position(parameter)));
    }
    /// The same, of numbers, truths and words.
    [[nodiscard]] double number(std::string_view parameter) const { return setting<double>(parameter); }
    /// Yes or no.
    [[nodiscard]] bool truth(std::string_view parameter) const { return setting<bool>(parameter); }
    /// A word, an id or a text.
    [[nodiscard]] const std::string& word(std::string_view parameter) const {
        return setting<std::string>(parameter);
    }
};

/// Makes a drawer of a plain function that looks at one service at a time.
template <Cell (*cell_of)(const StandardTask&, const Service&, const DrawingDay&)>
Drawer each_service(const StandardTask& task) {
    return [task](const Service& service, const DrawingDay& day) { return cell_of(task, service, day); };
}

namespace detail {

/// The source of a definition that nobody else gave.
inline std::string own_definition() { return "definition of this library"; }

} // namespace detail

/// A cell without a value.
inline Cell absent_cell(State state, std::uint8_t flags = 0) { return {0, state, 0, 0, flags}; }

/// A cell with a number that is no share of a base; `n` is what it rests on.
inline Cell number_cell(double value, std::uint32_t n, Date oldest, std::uint8_t flags = 0) {
    return {value, State::present, n, 0, flags, day_number(oldest)};
}

} // namespace vermeil
