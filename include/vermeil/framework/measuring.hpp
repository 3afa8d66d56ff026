// SPDX-License-Identifier: MIT
#pragma once
// From evidence to the measures that a framework asks for.

#include <vermeil/core/reject.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/measure/draw.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// Measures with the rows of evidence that did not fit the framework's vocabulary.
struct Measured {
    MeasureTable table;
    Rejects rejects;
};

namespace detail {

/// A cell; where it is absent and the rules carry values forward, the last one that is young enough.
inline Cell carried_cell(const Drawing& drawing, const Framework& framework, const Measure& measure,
                         const Service& service, const DrawingDay& day) {
    const auto cell = drawing.cell(measure, service, day);
    const auto& rule = framework.rules().missing.of(cell.state);
    if (cell.state == State::present || rule.policy != Policy::carry_forward) {
        return cell;
    }
    const auto oldest = day_number(day.as_of) - static_cast<std::int32_t>(rule.days);
    for (std::uint32_t age = 1; age <= (rule.days > 0 ? greatest_age : rule.quarters); ++age) {
        const auto earlier = day.quarter - static_cast<int>(age);
        auto last = drawing.cell(measure, service, {earlier, earlier.last_day()});
        if (last.state == State::present) {
            last.flags = carried_flag(last.flags, age);
            return rule.days == 0 || (last.day != no_day && last.day >= oldest) ? last : cell;
        }
    }
    return cell;
}

} // namespace detail

/// Draws every measure of a framework for the services that are open on a day, in the order of their ids.
///
/// Facts count that had happened and were known by `as_of`; returns and surveys are those of the quarter.
/// @throws Error when a live measure says nothing of where its value comes from.
inline Measured measure(const Framework& framework, const Evidence& evidence, Quarter quarter, Date as_of) {
    Rejects rejects;
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
        CellBuffer cells(services.size());
        for (std::size_t i = 0; i < services.size(); ++i) {
            cells.set(i, detail::carried_cell(drawing, framework, measure, *services[i], {quarter, as_of}));
        }
        add(table, measure.id, std::move(cells));
    }
    return {std::move(table), std::move(rejects)};
}

/// The same as of the quarter's last day.
inline Measured measure(const Framework& framework, const Evidence& evidence, Quarter quarter) {
    return measure(framework, evidence, quarter, quarter.last_day());
}

} // namespace vermeil
