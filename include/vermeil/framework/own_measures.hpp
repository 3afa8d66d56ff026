// SPDX-License-Identifier: MIT
#pragma once
// A programmer's own measures, drawn beside those that the library draws.

#include <vermeil/core/nearest.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/service_of.hpp>
#include <vermeil/framework/cell_reading.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// What draws each measure of one's own, by the measure's id in the framework, which gives it no `value`. A drawer is any
/// function of a service and a day; for one frame of numbers see `read_own_measure`.
using OwnMeasures = std::map<std::string, Drawer, std::less<>>;

/// The table of one such measure.
inline const Schema& own_measure_schema() {
    static const Schema schema{
        "own measure",
        "A measure of one's own, one row a service, or a service and quarter",
        {{"service", CellKind::id, "The service's id, as in the services table"},
         {"value", CellKind::text, "The number, or the word of a rating; empty where there is none", false},
         {"n", CellKind::whole, "What it rests on: answers, workers, visits", false},
         {"count", CellKind::whole, "Of a share, the part of n that counts; then value may be left out",
          false},
         {"state", CellKind::word, "Why there is no value", false, {state_names.begin(), state_names.end()}},
         {"day", CellKind::date, "The day of the oldest evidence beneath it", false},
         {"quarter", CellKind::quarter, "The quarter it is of; empty: any", false}}};
    return schema;
}

namespace detail {

namespace own_field {
enum : std::size_t { service, value, n, count, state, day, quarter };
}

/// Reads the rows of one measure of one's own.
class OwnReader {
  public:
    OwnReader(const Framework& framework, const Measure& measure) : reading_(framework, measure) {}

    /// The cell of a row. What cannot be read is a kept reject, and the cell `unknown`.
    [[nodiscard]] Cell cell(RowReader& row) const {
        Cell cell;
        const auto n = row.whole(own_field::n);
        const auto count = row.whole(own_field::count);
        const auto day = row.date(own_field::day);
        const auto state = row.word(own_field::state);
        const auto [value, absence] = said(row, n, count);
        cell.n = n.value_or(0);
        cell.count = count.value_or(0);
        cell.day = day ? day_number(*day) : no_day;
        cell.value = value.value_or(0);
        cell.state = state               ? *read_state(*state)
                     : value && row.ok() ? State::present
                                         : absence.value_or(State::unknown);
        if (cell.state == State::present && (!value || !row.ok())) {
            if (row.ok()) {
                row.reject(own_field::state, "said to be present, and has no value");
            }
            cell.state = State::unknown;
        }
        return cell;
    }

  private:
    struct Said {
        std::optional<double> value;
        std::optional<State> absence; ///< where a word of the framework says why there is no value
    };

    Said said(RowReader& row, std::optional<std::uint32_t> n, std::optional<std::uint32_t> count) const {
        const auto text = row.text(own_field::value);
        if (!text) {
            const bool is_share = n && count && *n > 0;
            return {is_share ? std::optional(static_cast<double>(*count) / *n) : std::nullopt, std::nullopt};
        }
        if (const auto absence = reading_.absence(*text)) {
            return {std::nullopt, absence};
        }
        const auto value = reading_.number(*text);
        const auto why = value ? reading_.doubt(*value) : reading_.refusal(*text);
        if (!why.empty()) {
            row.reject(own_field::value, why);
        }
        return {value, std::nullopt};
    }

    CellReading reading_;
};

/// The measure of that id, which must be one that nothing else draws.
/// @throws Error when the framework has none, or says where its value comes from.
inline const Measure& own_measure(const Framework& framework, std::string_view id) {
    std::vector<std::string> ids;
    for (const auto& measure : framework.measures()) {
        if (measure.id == id) {
            const bool is_ready = std::holds_alternative<Given>(measure.value) ||
                                  std::holds_alternative<GivenWord>(measure.value) ||
                                  std::holds_alternative<GivenRate>(measure.value);
            if (!is_ready) {
                throw Error("measure " + quoted(id) +
                            " says where its value comes from; one of your own has no 'value' "
                            "in the framework");
            }
            return measure;
        }
        ids.push_back(measure.id);
    }
    throw Error("no measure " + quoted(id) + " in the framework; it has " + one_of(ids) +
                did_you_mean(id, ids));
}

} // namespace detail

/// Frames of one's own measures, by the measure's id.
using OwnFrames = std::map<std::string, Frame, std::less<>>;

/// A measure of one's own from a frame: `service`, `value`, `n`, and `count`, `state`, `day` and `quarter` where there are.
/// A service without a row is `unknown`. A row of an unknown service, or a second row of one, is a reject; a value that cannot
/// be is a reject too, and the cell `unknown`.
/// @throws Error when the framework does not leave that measure to be given, or the frame has no service column.
inline Drawer read_own_measure(const Framework& framework, std::string_view id, const Frame& frame,
                               const Evidence& evidence, Rejects& rejects) {
    const detail::OwnReader read(framework, detail::own_measure(framework, id));
    const Reader reader(own_measure_schema(), frame);
    auto cells = std::make_shared<std::map<std::pair<std::string, std::string>, Cell>>();
    for (std::size_t i = 0; i < reader.rows(); ++i) {
        auto row = reader.row(i, rejects);
        const auto service = reader.is_blank(i) ? std::nullopt : detail::service_of(row, 0, evidence);
        const auto quarter = row.quarter(detail::own_field::quarter);
        if (!service || (!quarter && !row.ok())) {
            continue;
        }
        const auto key = std::pair(*service, quarter ? to_string(*quarter) : std::string());
        if (cells->contains(key)) {
            row.reject(0, "this service stands already in an earlier row");
            continue;
        }
        cells->emplace(key, read.cell(row));
    }
    return [cells](const Service& service, const DrawingDay& day) {
        auto found = cells->find({service.id().text(), to_string(day.quarter)});
        found = found == cells->end() ? cells->find({service.id().text(), ""}) : found;
        return found == cells->end() ? Cell{} : found->second;
    };
}

} // namespace vermeil
