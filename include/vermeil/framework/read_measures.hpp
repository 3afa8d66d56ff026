// SPDX-License-Identifier: MIT
#pragma once
// Measures that were computed elsewhere: a table with a column for each, read for one framework.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/reject.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/core/written_number.hpp>
#include <vermeil/framework/cell_reading.hpp>
#include <vermeil/framework/day_reader.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/headings.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/framework/rows_with_ids.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

/// The cells of one measure while they are read: its own states, and numbers of its own where the table's cannot serve.
struct MeasureDraft {
    std::vector<State> state;
    std::vector<double> value;
    std::vector<std::uint32_t> n;
    std::vector<std::uint32_t> count;
    std::vector<std::uint8_t> flags;
    std::vector<std::int32_t> day;
    std::vector<std::shared_ptr<const void>> borrowed; // keeps the table's memory alive
};

/// Reads the columns of one measure: `id`, and beside it `id.state`, `id.n`, `id.count`, `id.flags`, `id.day`.
class MeasureReader {
  public:
    MeasureReader(const Framework& framework, const Frame& frame, const std::vector<std::size_t>& rows,
                  Rejects& rejects)
        : framework_(framework), frame_(frame), rows_(rows), rejects_(rejects),
          whole_(rows.size() == frame.rows()) {}

    /// Adds the measure to the table; false where the frame has no column of it.
    bool read(const Measure& measure, MeasureTable& table) {
        const auto* value = frame_.find(measure.id);
        const auto* n = frame_.find(measure.id + ".n");
        const auto* count = frame_.find(measure.id + ".count");
        if (value == nullptr && (n == nullptr || count == nullptr)) {
            return false;
        }
        const CellReading reading(framework_, measure);
        auto draft = std::make_shared<MeasureDraft>();
        MeasureColumn column;
        column.n = numbers(reading, n, draft->n, *draft);
        column.count = numbers(reading, count, draft->count, *draft);
        column.flags = numbers(reading, frame_.find(measure.id + ".flags"), draft->flags, *draft);
        if (const auto* day = frame_.find(measure.id + ".day")) {
            draft->day = read_days(*day, rows_, table.as_of(), std::bind_front(&MeasureReader::reject, this));
            column.day = draft->day;
        }
        column.value = value != nullptr ? values(reading, *value, *draft) : shares(column, *draft);
        read_states(measure, reading, value, column, *draft);
        column.state = draft->state;
        table.add(measure.id, column, draft);
        return true;
    }

  private:
    void reject(std::string column, std::size_t row, std::string value, std::string reason) {
        rejects_.push_back({frame_.source(), frame_.row_number(rows_[row]), std::move(column),
                            std::move(value), std::move(reason), true, false});
    }

    /// Counts, flags: the table's own memory where it has the right type and every row is kept.
    template <class Number> std::span<const Number> numbers(const CellReading& reading, const Column* column,
                                                            std::vector<Number>& own, MeasureDraft& draft) {
        if (column == nullptr) {
            return {};
        }
        const auto* same = column->as<std::span<const Number>>();
        if (same != nullptr && whole_ && column->valid == nullptr) {
            draft.borrowed.push_back(column->owner);
            return *same;
        }
        own.resize(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const auto number = count_at(reading, *column, i, draft);
            const bool fits = number && *number >= 0 && *number <= std::numeric_limits<Number>::max() &&
                              std::floor(*number) == *number;
            own[i] = fits ? static_cast<Number>(*number) : Number{0};
            if (number && !fits) {
                reject(column->name, i, shortest(*number), "not a whole number of 0 or more");
            }
        }
        return own;
    }

    /// A count; of a text, as people write numbers. A word for absence is kept for a share that has no count.
    std::optional<double> count_at(const CellReading& reading, const Column& column, std::size_t row,
                                   MeasureDraft& draft) {
        const auto* words = column.as<std::span<const std::string_view>>();
        if (words == nullptr || !column.has(rows_[row])) {
            return number_at(column, rows_[row]);
        }
        const auto word = trimmed((*words)[rows_[row]]);
        const auto written = written_number(word);
        if (word.empty() || (written && !written->percent)) {
            return written ? std::optional(written->value) : std::nullopt;
        }
        if (const auto absence = reading.absence(word)) {
            draft.state.resize(rows_.size(), State::unknown);
            draft.state[row] = *absence;
        } else {
            reject(column.name, row, std::string(word), "not a whole number of 0 or more");
        }
        return std::nullopt;
    }

    std::span<const double> values(const CellReading& reading, const Column& column, MeasureDraft& draft) {
        draft.state.assign(rows_.size(), State::present);
        const auto* same = column.as<std::span<const double>>();
        if (same != nullptr && whole_) {
            draft.borrowed.push_back(column.owner);
            return *same;
        }
        draft.value.assign(rows_.size(), 0.0);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto state = State::unknown;
            const auto number = value_at(reading, column, i, state);
            draft.value[i] = number.value_or(0);
            draft.state[i] = number ? State::present : state;
        }
        return draft.value;
    }

    /// A number of any kind, or the position of a word where the measure is a rating. A word for absence sets the state.
    std::optional<double> value_at(const CellReading& reading, const Column& column, std::size_t row,
                                   State& state) {
        const auto* words = column.as<std::span<const std::string_view>>();
        if (words == nullptr || !column.has(rows_[row])) {
            return number_at(column, rows_[row]);
        }
        const auto word = trimmed((*words)[rows_[row]]);
        const auto number = word.empty() ? std::nullopt : reading.number(word);
        if (number || word.empty()) {
            return number;
        }
        if (const auto absence = reading.absence(word)) {
            state = *absence;
        } else {
            reject(column.name, row, std::string(word), reading.refusal(word));
        }
        return std::nullopt;
    }

    [[nodiscard]] static std::optional<double> number_at(const Column& column, std::size_t row) {
        if (!column.has(row)) {
            return std::nullopt;
        }
        return std::visit(
            [row](const auto& part) -> std::optional<double> {
                if constexpr (requires { part.values; }) {
                    return std::nullopt;
                } else if constexpr (std::is_same_v<std::decay_t<decltype(part[0])>, std::string_view>) {
                    return finite_number(trimmed(part[row]));
                } else {
                    return static_cast<double>(part[row]);
                }
            },
            column.data);
    }

    std::span<const double> shares(const MeasureColumn& column, MeasureDraft& draft) {
        draft.value.assign(rows_.size(), 0.0);
        draft.state.resize(rows_.size(), State::unknown);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const bool some = column.n[i] > 0 && draft.state[i] == State::unknown;
            draft.value[i] =
                some ? static_cast<double>(column.count[i]) / static_cast<double>(column.n[i]) : 0;
            draft.state[i] = some ? State::present : draft.state[i];
        }
        return draft.value;
    }

    void read_states(const Measure& measure, const CellReading& reading, const Column* value,
                     const MeasureColumn& column, MeasureDraft& draft) {
        const auto* given = frame_.find(measure.id + ".state");
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto& state = draft.state[i];
            const bool is_null = value != nullptr && !value->has(rows_[i]);
            state = is_null ? State::unknown : state;
            if (given != nullptr && given->has(rows_[i])) {
                state = merged(measure, *given, i, state);
            }
            if (state != State::present) {
                continue;
            }
            if (const auto why = reading.doubt(column.value[i]); !why.empty()) {
                reject(measure.id, i, shortest(column.value[i]), why);
                state = State::unknown;
            }
        }
    }

    State merged(const Measure& measure, const Column& given, std::size_t row, State found) {
        const auto* words = given.as<std::span<const std::string_view>>();
        const auto number = words != nullptr ? std::nullopt : number_at(given, rows_[row]);
        const auto text = words != nullptr ? folded((*words)[rows_[row]])
                          : number         ? shortest(*number)
                                           : std::string();
        const auto state = words != nullptr ? read_state(text)
                           : number && *number >= 0 && *number < state_count && std::floor(*number) == *number
                               ? std::optional(static_cast<State>(static_cast<int>(*number)))
                               : std::nullopt;
        if (text.empty()) {
            return found;
        }
        if (!state) {
            reject(measure.id + ".state", row, text, "not one of " + one_of(state_names));
            return State::unknown;
        }
        if (*state == State::present && found != State::present) {
            reject(measure.id, row, "", "said to be present, and has no value");
            return State::unknown;
        }
        return *state;
    }

    const Framework& framework_;
    const Frame& frame_;
    const std::vector<std::size_t>& rows_;
    Rejects& rejects_;
    bool whole_; // every row is kept
};

} // namespace detail

/// Reads a table with one row a service and one column a measure, named by its id; beside it may stand `id.state`,
/// `id.n`, `id.count`, `id.flags` and `id.day`. A null without a state is `unknown`. Where `id.n` and `id.count` are
/// given, `id` may be left out. A column of doubles is used where it stands, not copied. Ages are counted as of `as_of`, or
/// of the last day of the quarter. A heading that differs from an id in capitals, blanks, hyphens and underscores alone
/// will do. Texts are read as people publish them: `1,234`, `61.9 %`, the
/// words of a rating, and those that the framework has for absence.
///
/// A cell that cannot be (NaN, a share above 1, an unknown word) becomes a kept reject and `unknown`; a service
/// named twice is rejected the second time.
/// @throws Error when the id column or the column of a live measure is missing; the message lists the columns.
inline Measured read_measures(const Framework& framework, const Frame& given, std::string_view id,
                              std::optional<Quarter> quarter = std::nullopt,
                              std::optional<Date> as_of = std::nullopt) {
    const auto frame = detail::called_as_asked(given, detail::asked_headings(framework, id));
    Rejects rejects;
    std::vector<std::string> ids;
    const auto rows = detail::rows_with_ids(frame, id, ids, rejects);
    MeasureTable table(std::move(ids), quarter, as_of);
    detail::MeasureReader reader(framework, frame, rows, rejects);
    for (const auto& measure : framework.measures()) {
        if (!reader.read(measure, table) && measure.live) {
            std::vector<std::string> names;
            for (const auto& column : given.columns()) {
                names.push_back(column.name);
            }
            throw Error(frame.source() + ": no column " + quoted(measure.id) +
                        " for the measure of that name; it has " + one_of(names) +
                        did_you_mean(measure.id, names) +
                        "; a measure that nobody has yet is live = false in the framework");
        }
    }
    return {std::move(table), std::move(rejects)};
}

} // namespace vermeil
