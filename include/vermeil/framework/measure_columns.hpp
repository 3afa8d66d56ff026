// SPDX-License-Identifier: MIT
#pragma once
// Reads the columns of one measure: its values or words, states, bases and flags.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/written_number.hpp>
#include <vermeil/framework/cell_reading.hpp>
#include <vermeil/framework/day_reader.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/given_rate.hpp>
#include <vermeil/framework/number_at.hpp>
#include <vermeil/framework/point_share_reader.hpp>
#include <vermeil/framework/told_apart.hpp>
#include <vermeil/framework/word_value.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
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

namespace vermeil::detail {

/// The cells of one measure while they are read: its own states, and numbers of its own where the table's cannot serve.
struct MeasureDraft {
    std::vector<State> state;
    std::vector<double> value;
    std::vector<std::uint32_t> n;
    std::vector<std::uint32_t> count;
    std::vector<std::uint8_t> flags;
    std::vector<std::int32_t> day;
    std::vector<double> share;
    std::vector<std::shared_ptr<const void>> borrowed; // keeps the table's memory alive
};

/// Reads the columns of one measure: `id`, and beside it `id.state`, `id.n`, `id.count`, `id.flags`, `id.day`,
/// `id.share`.
class MeasureReader {
  public:
    MeasureReader(const Framework& framework, const Frame& frame, const std::vector<std::size_t>& rows,
                  Rejects& rejects)
        : framework_(framework), frame_(frame), rows_(rows), rejects_(rejects),
          whole_(rows.size() == frame.rows()) {}

    /// Adds the measure to the table; false where the frame has no column of it.
    bool read(const Measure& measure, MeasureTable& table) {
        measure_ = &measure;
        table_ = &table;
        const auto* together = std::get_if<GivenTogether>(&measure.value);
        const auto stands = [&](const auto& fact) { return table.find(fact) != nullptr; };
        if (together != nullptr && std::all_of(together->facts.begin(), together->facts.end(), stands)) {
            add_together(table, measure.id, together->facts);
            return true;
        }
        const auto* rate = std::get_if<GivenRate>(&measure.value);
        return rate != nullptr ? read_rate(measure, *rate, table)
                               : add(measure, columns_of(measure, measure.id, table), table);
    }

  private:
    using Columns = std::optional<std::pair<MeasureColumn, std::shared_ptr<MeasureDraft>>>;

    /// Adds a column, or one over another, as it is or its parts; where they are not there, what may stand there ready.
    bool read_rate(const Measure& measure, const GivenRate& rate, MeasureTable& table) {
        const auto counts = columns_of(measure, rate.column, table);
        if (rate.over.empty() && counts && !rate.at.empty()) {
            vermeil::add(table, measure.id, parts_of(counts->first, rate.at));
            return true;
        }
        if (rate.over.empty()) { // parts may stand there ready
            return add(measure, rate.at.empty() ? counts : columns_of(measure, measure.id, table), table);
        }
        const auto exposures = columns_of(measure, rate.over, table);
        if (!counts || !exposures) { // it may stand there ready
            return rate.column != measure.id && add(measure, columns_of(measure, measure.id, table), table);
        }
        auto cells = rates(counts->first, exposures->first, rate.per);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (exposures->first.state[i] == State::present && exposures->first.value[i] < 0) {
                reject(rate.over, i, shortest(exposures->first.value[i]), "an exposure below 0");
                cells.set(i, Cell{});
            }
        }
        part(cells, rate.at);
        cells.count.clear(); // a rate is no share of its base
        vermeil::add(table, measure.id, std::move(cells));
        return true;
    }

    /// The column of that name, and those beside it, as a measure's; nothing where the frame has none.
    Columns columns_of(const Measure& measure, const std::string& name, MeasureTable& table) {
        const auto* value = frame_.find(name);
        const auto* n = frame_.find(name + ".n");
        const auto* count = frame_.find(name + ".count");
        if (value == nullptr && (n == nullptr || count == nullptr)) {
            return std::nullopt;
        }
        const CellReading reading(framework_, measure);
        auto draft = std::make_shared<MeasureDraft>();
        MeasureColumn column;
        column.n = numbers(reading, n, draft->n, *draft);
        column.count = numbers(reading, count, draft->count, *draft);
        column.flags = numbers(reading, frame_.find(name + ".flags"), draft->flags, *draft);
        if (const auto* day = frame_.find(name + ".day")) {
            draft->day = read_days(*day, rows_, table.as_of(), std::bind_front(&MeasureReader::reject, this));
            column.day = draft->day;
        }
        if (const auto* share = frame_.find(name + ".share")) {
            draft->share = read_point_shares(*share, rows_, std::bind_front(&MeasureReader::reject, this));
            column.share = draft->share;
        }
        column.value =
            value != nullptr ? values(measure, reading, *value, *draft, table) : shares(column, *draft);
        read_states(name, reading, value, column, *draft);
        column.state = draft->state;
        return std::pair(column, draft);
    }

    static bool add(const Measure& measure, const Columns& columns, MeasureTable& table) {
        if (columns) {
            table.add(measure.id, columns->first, columns->second);
        }
        return columns.has_value();
    }

    void reject(std::string column, std::size_t row, std::string value, std::string reason) {
        const auto holds = value.empty() ? std::string() : " holds " + quoted(value);
        table_->refuse(row, measure_->id, "column " + quoted(column) + holds + ": " + reason);
        rejects_.push_back({frame_.source(rows_[row]), frame_.row_number(rows_[row]), std::move(column),
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

    std::span<const double> values(const Measure& measure, const CellReading& reading, const Column& column,
                                   MeasureDraft& draft, MeasureTable& table) {
        draft.state.assign(rows_.size(), State::present);
        const auto* same = column.as<std::span<const double>>();
        if (same != nullptr && whole_) {
            draft.borrowed.push_back(column.owner);
            return *same;
        }
        draft.value.assign(rows_.size(), 0.0);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto state = State::unknown;
            const auto number = value_at(measure, reading, column, i, state, table);
            draft.value[i] = number.value_or(0);
            draft.state[i] = number ? State::present : state;
        }
        return draft.value;
    }

    /// A number of any kind, the position of a word where the measure has words, or what stands for the name of peers. A word
    /// for absence sets the state.
    std::optional<double> value_at(const Measure& measure, const CellReading& reading, const Column& column,
                                   std::size_t row, State& state, MeasureTable& table) {
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
            return std::nullopt;
        }
        const auto name = word_value(framework_.rules(), measure, word);
        if (name && reading.is_of_numbers()) {
            table.add_name(*name, word);
            return name;
        }
        reject(column.name, row, std::string(word), reading.refusal(word));
        return std::nullopt;
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

    void read_states(const std::string& name, const CellReading& reading, const Column* value,
                     const MeasureColumn& column, MeasureDraft& draft) {
        const auto* given = frame_.find(name + ".state");
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto& state = draft.state[i];
            const bool is_null = value != nullptr && !value->has(rows_[i]);
            state = is_null ? State::unknown : state;
            if (given != nullptr && given->has(rows_[i])) {
                state = merged(name, *given, i, state);
            }
            if (state != State::present) {
                continue;
            }
            if (const auto why = reading.doubt(column.value[i]); !why.empty()) {
                reject(name, i, shortest(column.value[i]), why);
                state = State::unknown;
            }
        }
    }

    State merged(const std::string& name, const Column& given, std::size_t row, State found) {
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
            reject(given.name, row, text, "not one of " + one_of(state_names));
            return State::unknown;
        }
        if (*state == State::present && found != State::present) {
            reject(name, row, "", "said to be present, and has no value");
            return State::unknown;
        }
        return *state;
    }

    const Framework& framework_;
    const Frame& frame_;
    const std::vector<std::size_t>& rows_;
    Rejects& rejects_;
    bool whole_;                       // every row is kept
    const Measure* measure_ = nullptr; // that is read
    MeasureTable* table_ = nullptr;    // that it is read into
};

} // namespace vermeil::detail
