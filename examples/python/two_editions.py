# SPDX-License-Identifier: MIT
"""Two editions of one scheme: which applies when, how the second follows from the first, and who moves.

The scores and the second edition are made up.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import vermeil as vm

FRAMEWORKS = Path(__file__).resolve().parent.parent / "frameworks"
QUARTERS = ("2011-12 Q3", "2011-12 Q4", "2012-13 Q1", "2012-13 Q2")
SHARES = {"P1": 0.91, "P2": 0.86, "P3": 0.82, "P4": 0.74}  # made up: every measure of a provider alike


def measured(framework: vm.Framework, quarter: str) -> vm.Measures:
    """Make up the same returns for every quarter."""
    table: dict[str, list[float | str]] = {"service": list(SHARES), "default_notice": [0.0] * len(SHARES)}
    for measure in framework.measures:
        if measure["live"] and measure["weight"] is not None:
            lower = measure["id"] == "turnover"
            table[measure["id"]] = [1 - share if lower else share for share in SHARES.values()]
    return framework.read_measures(table, quarter=quarter)


def main() -> None:
    """Show the timetable, the ratchet of the first edition, and the services that move."""
    timetable = vm.Timetable.load(FRAMEWORKS, id="east-sussex-home-care")
    first, second = timetable.editions
    for quarter in (QUARTERS[-1], "2012-13 Q3"):
        edition = timetable.at(quarter)
        print(f"{quarter}: edition {edition.edition}")
    rated = [first.rate(measured(first, quarter)) for quarter in QUARTERS]
    (proposal,) = vm.propose(first, rated)
    print(f"{proposal.about}: {proposal.old:g} -> {proposal.new:g}; {proposal.why}")
    text = (FRAMEWORKS / "east_sussex_2011.toml").read_text(encoding="utf-8")
    to_be = vm.NextEdition(second.edition, date(2012, 7, 2), second.effective_from)
    proposed = vm.Framework.parse(vm.next_edition(text, [proposal], to_be))
    for move in vm.moves(rated[-1], second.rate(measured(second, "2012-13 Q3"))):
        print(f"{move.service}: {move.old} -> {move.why}")
    made = proposed.rate(measured(proposed, "2012-13 Q3")).to_polars()
    assert made["band"].to_list() == ["Gold", "Gold", "Silver", "Silver"]


if __name__ == "__main__":
    main()
