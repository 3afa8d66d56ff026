// SPDX-License-Identifier: MIT
#pragma once
// From evidence to the measures that a framework asks for.

#include <vermeil/core/reject.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/own_measures.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/measure/draw.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// Measures with the rows of evidence that did not fit the framework's vocabulary.
struct Measured {
    MeasureTable table;
    Rejects rejects;
};

namespace detail {

/// A cell of a measure that somebody else draws: `too_few` below the least n.
inline Cell own_cell(const Drawer& drawer, const Measure& measure, const Service& service,
                     const DrawingDay& day) {
    auto cell = measure.live ? drawer(service, day) : Cell{0, State::not_yet_live};
    cell.state = cell.state == State::present && cell.n < measure.least_n ? State::too_few : cell.state;
    cell.value = cell.state == State::present ? cell.value : 0;
    return cell;
}

/// A cell; where it is absent and the rules carry values forward, the last one that is young enough.
template <class CellOf> Cell carried_cell(CellOf cell_of, const Framework& framework, const DrawingDay& day) {
    const auto cell = cell_of(day);
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
    bool shares = standard == nullptr || standard->kind == ValueKind::share;
    for (std::size_t i = 0; is_own && i < cells.value.size(); ++i) {
        const bool rests = cells.state[i] == State::present && cells.n[i] > 0;
        shares = shares && (!rests || cells.value[i] == static_cast<double>(cells.count[i]) / cells.n[i]);
    }
    return shares;
}

} // namespace detail

/// Draws every measure of a framework for the services that are open on a day, in the order of their ids.
///
/// Facts count that had happened and were known by `as_of`; returns and surveys are those of the quarter.
/// Measures that the framework leaves open may be a programmer's `own`.
/// @throws Error when a live measure says nothing of where its value comes from, or one's own is none that is left open.
inline Measured measure(const Framework& framework, const Evidence& evidence, Quarter quarter, Date as_of,
                        const OwnMeasures& own) {
    Rejects rejects;
    for (const auto& [id, drawer] : own) {
        static_cast<void>(detail::own_measure(framework, id)); // which throws
    }
    const auto& rules = framework.rules();
    const Drawing drawing(evidence, rules.surveys, rules.ordered_scales, framework.measures(), rejects);
    std::vector<const Service*> services;
    std::vector<std::string> ids;
    for (const auto& service : evidence.services) {
        if (service.is_open_on(as_of)) {
            services.push_back(&service);
            ids.push_back(service.id().text());
        }
    }
    MeasureTable table(std::move(ids), quarter, as_of);
    for (const auto& measure : framework.measures()) {
        const auto mine = own.find(measure.id);
        CellBuffer cells(services.size());
        for (std::size_t i = 0; i < services.size(); ++i) {
            const auto& service = *services[i];
            const auto cell_of = [&](const DrawingDay& day) {
                return mine == own.end() ? drawing.cell(measure, service, day)
                                         : detail::own_cell(mine->second, measure, service, day);
            };
            cells.set(i, detail::carried_cell(cell_of, framework, {quarter, as_of}));
        }
        if (!detail::has_counts(measure, mine != own.end(), cells)) {
            cells.count.clear(); // n is what the number rests on, and no base of a share
        }
        add(table, measure.id, std::move(cells));
    }
    return {std::move(table), std::move(rejects)};
}

/// The same with one's own measures in frames; their rejects come first.
inline Measured measure(const Framework& framework, const Evidence& evidence, Quarter quarter, Date as_of,
                        const OwnFrames& own) {
    Rejects rejects;
    OwnMeasures drawers;
    for (const auto& [id, frame] : own) {
        drawers.emplace(id, read_own_measure(framework, id, frame, evidence, rejects));
    }
    auto measured = measure(framework, evidence, quarter, as_of, drawers);
    rejects.insert(rejects.end(), measured.rejects.begin(), measured.rejects.end());
    return {std::move(measured.table), std::move(rejects)};
}

/// The same with nobody's own measures.
inline Measured measure(const Framework& framework, const Evidence& evidence, Quarter quarter, Date as_of) {
    return measure(framework, evidence, quarter, as_of, OwnMeasures());
}

/// The same as of the quarter's last day.
inline Measured measure(const Framework& framework, const Evidence& evidence, Quarter quarter) {
    return measure(framework, evidence, quarter, quarter.last_day(), OwnMeasures());
}

} // namespace vermeil
