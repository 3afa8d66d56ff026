# SPDX-License-Identifier: MIT
"""Rows that are wrong on purpose, so that rejects can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vermeil.made_up.survey import SurveyLayout

if TYPE_CHECKING:
    from vermeil.made_up.world import World

__all__ = ["PlantedRow", "WrongRow", "wrong_rows"]


@dataclass(frozen=True)
class PlantedRow:
    """A row that is wrong on purpose, so that rejects can be seen."""

    file: str
    row: int
    """The line of the file, its headings being line 1."""
    column: str
    value: str
    why: str


@dataclass(frozen=True)
class WrongRow:
    """A row to plant: its cells, which of them is wrong, and why."""

    table: str
    column: str
    why: str
    cells: dict[str, str]

    def located(self, row: int) -> PlantedRow:
        """Say on which line of its file the row stands."""
        return PlantedRow(f"{self.table}.csv", row, self.column, self.cells[self.column], self.why)


def wrong_rows(world: World, layout: SurveyLayout) -> list[WrongRow]:
    """Give the rows to plant; each is refused for one reason only."""
    service = {"service": world.ids[0]}
    known = {**service, "quarter": world.quarter_names[-1]}
    # An item and a quarter that no other row has, so that a row is wrong in one way only.
    visits = {**known, "item": "visits_on_time", "base": "20"}
    day = str(world.last_day)
    event = {**service, "event": "substantiated_concern", "from": f"{day[:4]}-02-30"}
    rating = {**service, "source": "cqc", "rating": "Goood", "on": day}
    package = {**service, "package": "MU-pkg-wrong", "person": "MU-person-wrong", "from": day}
    long_week = {**package, "hours_per_week": "200"}
    base = {**service, "quarter": str(world.quarters[0] - 1), "sent": "10", "returned": "11"}
    stranger = {**visits, "count": "2", "service": "MU-nobody"}
    untrained = {
        **service,
        "quarter": str(world.quarters[0] - 1),
        "training_due": "10",
        "training_done": "11",
    }
    hasty = {**service, "received_on": day, "kind": "complaint", "concluded_on": str(world.starts[0])}
    negative = {**service, "proposed_on": day, "by": "council", "hours_after": "-2"}
    lifted = {
        **service,
        "from": day,
        "to": str(world.starts[0]),
        "role": "director",
        "reason": "wrong on purpose",
    }
    return [
        _wrong_answer(known, layout),
        WrongRow("survey_base", "returned", "more forms returned than sent", base),
        WrongRow("counts", "service", "no such service", stranger),
        WrongRow("counts", "count", "more than the base", {**visits, "count": "21"}),
        WrongRow("events", "from", "no such day", event),
        WrongRow("inspections", "rating", "no word of the scale", rating),
        WrongRow("packages", "hours_per_week", "more hours than a week has", long_week),
        WrongRow("workforce", "training_done", "more trained than were to be trained", untrained),
        WrongRow("complaints", "concluded_on", "concluded before it was received", hasty),
        WrongRow("recommendations", "hours_after", "hours below 0", negative),
        WrongRow("embargoes", "to", "lifted before it was set", lifted),
    ]


def _wrong_answer(known: dict[str, str], layout: SurveyLayout) -> WrongRow:
    if layout is SurveyLayout.WIDE:
        cells = {**known, "item": "dignity", "agree": "2.5"}
        return WrongRow(layout.value, "agree", "half a person", cells)
    if layout is SurveyLayout.SHEETS:
        cells = {**known, "sheet": "MU-form-misspelt", "dignity": "strongly aggree"}
        return WrongRow(layout.value, "dignity", "no such answer", cells)
    cells = {**known, "item": "dignity", "answer": "strongly aggree", "count": "1"}
    return WrongRow(layout.value, "answer", "no such answer", cells)
