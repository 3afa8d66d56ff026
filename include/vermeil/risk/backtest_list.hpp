// SPDX-License-Identifier: MIT
#pragma once
// Who is on the list of visits when a team can visit so many.

#include <vermeil/risk/backtest_panel.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil {

/// For each row of a panel the chance, 0 to 1, that it is among the first `capacity` of its day under a rule.
///
/// Only the rows that `takes_part` names are listed; the others have 0. Those who tie for the last places share them: of four who
/// tie for one place each has 0.25, as if lots were drawn. So a rule of few words is neither helped nor hurt by the order of
/// the register.
template <class TakesPart> std::vector<double> places_on_list(const BacktestPanel& panel, std::size_t rule,
                                                              std::uint32_t capacity, TakesPart takes_part) {
    const auto& rows = panel.rows();
    const auto& keys = panel.keys(rule);
    std::vector<double> places(rows.size(), 0);
    std::vector<std::size_t> today;
    for (std::size_t first = 0; first < rows.size();) {
        today.clear();
        auto next = first;
        for (; next < rows.size() && rows[next].day == rows[first].day; ++next) {
            if (takes_part(next)) {
                today.push_back(next);
            }
        }
        std::stable_sort(today.begin(), today.end(),
                         [&](std::size_t left, std::size_t right) { return keys[left] > keys[right]; });
        std::size_t left = capacity;
        for (std::size_t i = 0; i < today.size() && left > 0;) {
            auto end = i;
            for (; end < today.size() && keys[today[end]] == keys[today[i]]; ++end) {
            }
            const auto taken = std::min(left, end - i);
            for (auto at = i; at < end; ++at) {
                places[today[at]] = static_cast<double>(taken) / static_cast<double>(end - i);
            }
            left -= taken;
            i = end;
        }
        first = next;
    }
    return places;
}

} // namespace vermeil
