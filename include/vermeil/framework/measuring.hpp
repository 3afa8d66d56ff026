// SPDX-License-Identifier: MIT
#pragma once
// From evidence to the measures that a framework asks for.

#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/measurer.hpp>
#include <vermeil/framework/own_measures.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <utility>

namespace vermeil {

/// Measures with the rows of evidence that did not fit the framework's vocabulary.
struct Measured {
    MeasureTable table;
    Rejects rejects;
};

/// Draws every measure of a framework for the services that are open on a day, in the order of their ids.
///
/// Facts count that had happened and were known by `as_of`; returns and surveys are those of the quarter.
/// Measures that the framework leaves open may be a programmer's `own`.
/// @throws Error when a live measure says nothing of where its value comes from, or one's own is none that is left open.
inline Measured measure(const Framework& framework, const Evidence& evidence, Quarter quarter, Date as_of,
                        const OwnMeasures& own) {
    const Measurer measurer(framework, evidence, own);
    return {measurer.table(quarter, as_of), measurer.rejects()};
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
    rejects.append(measured.rejects);
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
