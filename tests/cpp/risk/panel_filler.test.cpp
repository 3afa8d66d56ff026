// SPDX-License-Identifier: MIT
// The columns of a panel, filled from rows.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/risk/panel_filler.hpp>

#include <array>
#include <cstdint>
#include <vector>

using vermeil::detail::PanelFiller;
using vermeil::detail::PanelNote;
using vermeil::detail::PanelStretch;

namespace {

const auto& frame() {
    static const auto made = csv::table("t", "series,period,value,n,phase,base\nA,1,3,9,0,1\nA,2,10,9,2,0\n"
                                             "A,5,4,9,1,1\nA,6,5,9,1,1\n");
    return made;
}

/// The series A: two rows, two periods without one, two rows.
vermeil::Panel filled(std::vector<PanelNote>& notes) {
    const auto table = vermeil::detail::panel_table(frame(), {.n = "n", .phase = "phase", .baseline = "base"},
                                                    vermeil::ChartKind::p);
    vermeil::Panel panel;
    panel.names = {"A"};
    panel.begins = {0, 6};
    panel.periods = {1};
    panel.values.resize(6);
    panel.n.resize(6);
    panel.has.resize(6);
    panel.phases.resize(6);
    panel.in_baseline.resize(6);
    const std::array<PanelStretch, 2> stretches{{{0, 2, 1, true}, {2, 2, 5, false}}};
    PanelFiller(table, panel, notes).fill(0, stretches);
    return panel;
}

using Flags = vermeil::UnfilledVector<std::uint8_t>;

} // namespace

TEST_CASE("periods without a row have no value, and are else as the point before them") {
    std::vector<PanelNote> notes;
    const auto panel = filled(notes);
    CHECK(panel.has == Flags{1, 0, 0, 0, 1, 1});
    CHECK(panel.values[4] == 4);
    CHECK(panel.n[5] == 9);
    CHECK(panel.in_baseline == Flags{1, 0, 0, 0, 1, 1});
}

TEST_CASE("a phase that falls goes on, however often it is written so") {
    std::vector<PanelNote> notes;
    const auto panel = filled(notes);
    CHECK(panel.phases == vermeil::UnfilledVector<std::uint32_t>{0, 2, 2, 2, 2, 2});
    panel.series(0).check(vermeil::ChartKind::p); // throws nothing
    REQUIRE(notes.size() == 3);
    CHECK(notes[0].reject.reason == "a count above its n; the period has no value");
    CHECK(notes[1].reject.reason == "a phase below the one before it; it goes on");
    CHECK(notes[2].is_of_order);
}
