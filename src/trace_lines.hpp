// SPDX-License-Identifier: MIT
#pragma once
// The steps of many services at once, as the lines of a file.

#include "date_caster.hpp"

#include <vermeil/core/date.hpp>
#include <vermeil/core/json.hpp>
#include <vermeil/core/on_threads.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil::python {

/// What a trace file and a report need of one service: a line of JSON, the headline, and since when its level has held.
using TraceLine = std::tuple<std::string, std::string, std::optional<Date>>;

/// The lines of some rows, in their order. `explain` gives what was found of one, and may be asked by several threads.
template <class Explain> std::vector<TraceLine> trace_lines(const std::vector<std::size_t>& rows,
                                                            unsigned threads, const Explain& explain) {
    const pybind11::gil_scoped_release unlocked;
    std::vector<TraceLine> lines(rows.size());
    const Threads workers(threads);
    const auto shares = workers.shares();
    workers.run(shares, [&](std::size_t share) {
        const auto end = detail::share_begin(rows.size(), share + 1, shares);
        for (auto i = detail::share_begin(rows.size(), share, shares); i < end; ++i) {
            auto found = explain(rows[i]);
            auto& [line, headline, since] = lines[i];
            line = found.json.substr(0, found.json.size() - 1) + ", \"explanation\": " +
                   json_list(found.explanation, [](const auto& each) { return json_text(each); }) + "}";
            headline = std::move(found.headline);
            if constexpr (requires { found.since; }) {
                since = found.since;
            }
        }
    });
    return lines;
}

} // namespace vermeil::python
