// SPDX-License-Identifier: MIT
#pragma once
// Finds care packages of one person that run at the same time.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/checked_table.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// When whose package runs.
struct PackageRun {
    std::string person;
    Date from;
    std::optional<Date> to; // nothing: it goes on
    std::size_t row;
};

/// The packages of a table by person and first day.
inline std::vector<PackageRun> package_runs(const CheckedTable& packages) {
    std::vector<PackageRun> runs;
    const auto person = packages.position("person"), first = packages.position("from");
    const auto last = packages.position("to");
    for (std::size_t row = 0; person && first && row < packages.frame().rows(); ++row) {
        const auto from = packages.is_used(row) ? packages.date(*first, row) : std::nullopt;
        if (from) {
            runs.push_back({packages.reader().cell(*person, row), *from,
                            last ? packages.date(*last, row) : std::nullopt, row});
        }
    }
    std::sort(runs.begin(), runs.end(), [](const PackageRun& a, const PackageRun& b) {
        return std::tie(a.person, a.from, a.row) < std::tie(b.person, b.from, b.row);
    });
    return runs;
}

} // namespace detail

/// Flags each package that begins while an earlier one of the same person still runs. A person may well have two (home care
/// and a day service), so both are kept; one that was moved and never ended looks the same.
inline void flag_overlapping_packages(CheckedTable& packages, Rejects& findings) {
    const auto runs = detail::package_runs(packages);
    const auto id = packages.position("package"), first = packages.position("from");
    const detail::PackageRun* longest = nullptr; // of the person, the one that ends last
    for (const auto& run : runs) {
        if (longest == nullptr || longest->person != run.person) {
            longest = &run;
            continue;
        }
        if (!longest->to || run.from <= *longest->to) {
            const auto until =
                longest->to ? "until " + to_string(*longest->to) : std::string("on, without an end");
            packages.flag(run.row, *first,
                          "the person's package " + quoted(packages.reader().cell(*id, longest->row)) +
                              " in " + packages.named(longest->row, run.row) + " runs " + until,
                          findings);
        }
        longest = longest->to && (!run.to || *longest->to < *run.to) ? &run : longest;
    }
}

} // namespace vermeil
