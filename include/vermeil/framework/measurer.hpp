// SPDX-License-Identifier: MIT
#pragma once
// A framework's measures, ready to be drawn from one body of evidence on any day.

#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/own_measures.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/measure/draw.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/told_twice.hpp>
#include <vermeil/measure/unknown_cause.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

/// A cell of a measure that somebody else draws: `too_few` below the least n.
inline Cell own_cell(const Drawer& drawer, const Measure& measure, const Service& service,
                     const DrawingDay& day) {
    auto cell = measure.live ? drawer(service, day) : Cell{0, State::not_yet_live};
    cell.state = cell.state == State::present && cell.n < measure.least_n ? State::too_few : cell.state;
    cell.value = cell.state == State::present ? cell.value : 0;
    return cell;
}

/// The cell; where it is absent and the rules carry values forward, the last one that is young enough.
template <class CellOf>
Cell carried_cell(const Cell& cell, CellOf cell_of, const Framework& framework, const DrawingDay& day) {
    const auto& rule = framework.rules().missing.of(cell.state);
    if (cell.state == State::present || rule.policy != Policy::carry_forward) {
        return cell;
    }
    const auto oldest = day_number(day.as_of) - static_cast<std::int32_t>(rule.days);
    for (std::uint32_t age = 1; age <= (rule.days > 0 ? greatest_age : rule.quarters); ++age) {
        const auto earlier = day.quarter - static_cast<int>(age);
        auto last = cell_of(DrawingDay{earlier, earlier.last_day()});
        if (last.state == State::present) {
            last.flags = carried_flag(last.flags, age);
            return rule.days == 0 || (last.day != no_day && last.day >= oldest) ? last : cell;
        }
    }
    return cell;
}

/// Whether the cells of a measure are shares of their n. One's own are where each value is its count / n.
inline bool has_counts(const Measure& measure, bool is_own, const CellBuffer& cells) {
    const auto* standard = std::get_if<StandardValue>(&measure.value);
    const auto* events = std::get_if<EventCount>(&measure.value);
    bool shares = (standard == nullptr || standard->kind == ValueKind::share) &&
                  (events == nullptr || events->over.empty());
    for (std::size_t i = 0; is_own && i < cells.value.size(); ++i) {
        const bool rests = cells.state[i] == State::present && cells.n[i] > 0;
        shares = shares && (!rests || cells.value[i] == static_cast<double>(cells.count[i]) / cells.n[i]);
    }
    return shares;
}

/// What each indicator's value earns alone, where facts of one incident yield to each other; else none.
inline std::vector<Worth> worths_of(const Rules& rules) {
    std::vector<Worth> worths;
    for (std::size_t i = 0; rules.incidents == Incidents::highest && i < rules.indicators.size(); ++i) {
        const auto& indicator = rules.indicators[i];
        const double weight = indicator.weight.value_or(1);
        worths.push_back(
            [weight, scale = indicator.scale](double value) { return weight * points(scale, value); });
    }
    return worths;
}

} // namespace detail

/// Draws every measure of a framework, which with the evidence must outlive it. Evidence is sorted once, for all days.
///
/// Facts count that had happened and were known by the day; returns and surveys are those of the quarter. Measures that the
/// framework leaves open may be a programmer's `own`.
/// @throws Error when a live measure says nothing of where its value comes from, or one's own is none that is left open.
class Measurer {
  public:
    /// Memory that is used from service to service.
    struct Work {
        FactView view;
        FactTally tally;
        std::vector<Cell> cells; ///< one for each measure
    };

    Measurer(const Framework& framework, const Evidence& evidence, OwnMeasures own = {})
        : framework_(framework), evidence_(evidence), own_(std::move(own)),
          drawing_(evidence, framework.rules().surveys, framework.rules().ordered_scales,
                   framework.measures(), rejects_, detail::worths_of(framework.rules())) {
        for (const auto& [id, drawer] : own_) {
            static_cast<void>(detail::own_measure(framework, id)); // which throws
        }
        asks_.assign(framework.measures().size(), false);
        for (const auto& question : facts().drawing().questions()) {
            asks_[question.measure] = true;
        }
        flag_told_twice(facts(), evidence, framework.rules().incidents == Incidents::highest, rejects_);
    }

    // Its drawers look at it.
    Measurer(const Measurer&) = delete;
    Measurer& operator=(const Measurer&) = delete;

    /// The rows of evidence that did not fit the framework's vocabulary.
    [[nodiscard]] const Rejects& rejects() const noexcept { return rejects_; }
    [[nodiscard]] const EvidenceFacts& facts() const noexcept { return drawing_.facts(); }
    /// The same, to add facts to.
    EvidenceFacts& facts() noexcept { return drawing_.facts(); }
    [[nodiscard]] const Evidence& evidence() const noexcept { return evidence_; }

    /// The measures of the services that are open on a day, in the order of their ids.
    [[nodiscard]] MeasureTable table(Quarter quarter, Date as_of, unsigned threads = 1) const {
        const auto places = open_on(as_of);
        std::vector<std::string> ids;
        for (const auto place : places) {
            ids.push_back(evidence_.services[place].id().text());
        }
        MeasureTable table(std::move(ids), quarter, as_of);
        auto columns = columns_of(places, {quarter, as_of}, threads);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            add(table, framework_.measures()[i].id, std::move(columns[i]));
            say_unknown(framework_.measures()[i], table);
        }
        return table;
    }

    /// The places of the services that are open on a day.
    [[nodiscard]] std::vector<std::size_t> open_on(Date day) const {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < evidence_.services.size(); ++i) {
            if (evidence_.services[i].is_open_on(day)) {
                places.push_back(i);
            }
        }
        return places;
    }

    /// Draws into `work.cells` what does not come from events and ratings, of the measures that are `wanted`; none: of all.
    void draw_others(std::size_t service, const DrawingDay& day, Work& work,
                     const std::vector<bool>& wanted = {}) const {
        work.cells.resize(asks_.size());
        for (std::size_t i = 0; i < asks_.size(); ++i) {
            const bool is_drawn = !asks_[i] && (wanted.empty() || wanted[i]);
            work.cells[i] = is_drawn ? other_cell(i, evidence_.services[service], day) : Cell{};
        }
    }
    /// The days on which a return of a quarter that a measure asks for fell due, came and was asked for again.
    [[nodiscard]] std::vector<std::int32_t> return_days(const Measure& measure, const Service& service,
                                                        Quarter quarter) const {
        return drawing_.return_days(measure, service, quarter);
    }

    /// Draws into `work.cells`, which holds the others, what comes from events and ratings, as of the day of the windows.
    void draw_facts(std::size_t service, const DrawingDay& day, std::span<const FactWindow> windows,
                    Work& work) const {
        facts().views().view(service, facts().book(), work.view);
        facts().drawing().draw(work.view, day, windows, work.tally, work.cells);
        carry_facts(service, day, work);
    }

    /// Carries forward what of them is absent, where the rules do.
    void carry_facts(std::size_t service, const DrawingDay& day, Work& work) const {
        for (const auto& question : facts().drawing().questions()) {
            auto& cell = work.cells[question.measure];
            if (cell.state != State::present) {
                const auto& measure = framework_.measures()[question.measure];
                cell = detail::carried_cell(
                    cell,
                    [&](const DrawingDay& when) {
                        return drawing_.cell(measure, evidence_.services[service], when);
                    },
                    framework_, day);
            }
        }
    }

  private:
    /// Says what happened where a measure is unknown.
    void say_unknown(const Measure& measure, MeasureTable& table) const {
        const auto states = table.columns().back().state;
        if (std::find(states.begin(), states.end(), State::unknown) == states.end()) {
            return;
        }
        if (auto cause = unknown_cause(measure, evidence_); !cause.empty() && !own_.contains(measure.id)) {
            table.say_unknown(measure.id, std::move(cause));
        }
        for (std::size_t row = 0; row < states.size(); ++row) {
            if (states[row] == State::unknown && drawing_.has_refused(measure, table.services()[row])) {
                table.say_unknown(row, measure.id, refused_count_cause());
            }
        }
    }

    Cell other_cell(std::size_t at, const Service& service, const DrawingDay& day) const {
        const auto& measure = framework_.measures()[at];
        const auto mine = own_.find(measure.id);
        const auto cell_of = [&](const DrawingDay& when) {
            return mine == own_.end() ? drawing_.cell(measure, service, when)
                                      : detail::own_cell(mine->second, measure, service, when);
        };
        return detail::carried_cell(cell_of(day), cell_of, framework_, day);
    }

    std::vector<CellBuffer> columns_of(const std::vector<std::size_t>& places, const DrawingDay& day,
                                       unsigned threads) const {
        std::vector<CellBuffer> columns(asks_.size(), CellBuffer(places.size()));
        for (std::size_t i = 0; i < asks_.size(); ++i) {
            for (std::size_t row = 0; !asks_[i] && row < places.size(); ++row) {
                columns[i].set(row, other_cell(i, evidence_.services[places[row]], day));
            }
            const auto& measure = framework_.measures()[i];
            if (!detail::has_counts(measure, own_.find(measure.id) != own_.end(), columns[i])) {
                columns[i].count.clear(); // n is what the number rests on, and no base of a share
            }
        }
        fill_facts(columns, places, day, std::max(threads, 1U));
        return columns;
    }

    /// Each thread draws services of its own, so that the cells do not depend on how many there are.
    void fill_facts(std::vector<CellBuffer>& columns, const std::vector<std::size_t>& places,
                    const DrawingDay& day, std::size_t threads) const {
        const auto& questions = facts().drawing().questions();
        for (const auto& question : questions) {
            columns[question.measure].day.assign(places.size(), no_day);
            columns[question.measure].share.assign(places.size(), 1);
        }
        const auto windows = facts().drawing().windows(day);
        detail::on_threads(questions.empty() ? 1 : threads, [&](std::size_t share) {
            Work work;
            work.cells.resize(asks_.size());
            const auto last = detail::share_begin(places.size(), share + 1, threads);
            for (auto row = detail::share_begin(places.size(), share, threads); row < last; ++row) {
                for (const auto& question : questions) {
                    if (question.over) {
                        work.cells[*question.over] = columns[*question.over].column().cell(row);
                    }
                }
                draw_facts(places[row], day, windows, work);
                for (const auto& question : questions) {
                    columns[question.measure].set(row, work.cells[question.measure]);
                }
            }
        });
        for (const auto& question : questions) {
            columns[question.measure].forget_nothing();
        }
    }

    const Framework& framework_;
    const Evidence& evidence_;
    OwnMeasures own_;
    Rejects rejects_;
    Drawing drawing_;
    std::vector<bool> asks_; ///< of each measure whether it asks of events or ratings
};

} // namespace vermeil
