# SPDX-License-Identifier: MIT
"""Made-up markets for trials: nobody in them exists, and every file says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.made_up.contracts import contract_tables
from vermeil.made_up.declines import Decline, decline_tables, declines_of, evened
from vermeil.made_up.events import event_table
from vermeil.made_up.files import Failing, MadeUp, cleared, readme, write_table
from vermeil.made_up.inspections import inspection_table
from vermeil.made_up.monitoring import monitoring_table, wrong_visits
from vermeil.made_up.oversight import oversight_tables
from vermeil.made_up.packages import package_tables
from vermeil.made_up.planted import PlantedRow, wrong_rows
from vermeil.made_up.practice import practice_tables
from vermeil.made_up.registers import register_tables
from vermeil.made_up.reports import report_tables
from vermeil.made_up.returns import quarterly_tables, return_tables
from vermeil.made_up.survey import SurveyLayout, survey_tables
from vermeil.made_up.world import invented

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns
    from vermeil.made_up.declines import Declines
    from vermeil.made_up.world import World

__all__ = ["Decline", "Failing", "MadeUp", "PlantedRow", "SurveyLayout", "make_up"]


def make_up(
    directory: str | Path,
    *,
    services: int = 24,
    quarters: int = 4,
    seed: int = 1,
    first_quarter: str = "2024-25 Q1",
    survey: SurveyLayout = SurveyLayout.COUNTS,
    decline: Decline = Decline.NONE,
) -> MadeUp:
    """Write the evidence and the market of made-up care services as CSV files.

    Everything is invented: how good each service is, how people answer, what the providers return and what
    happens. No figure was fitted to anything real, so nothing can be learnt from them about care.

    The files hold what `Evidence.read` and `Market.read` read, for the framework of East Sussex and the risk
    scheme of Rotherham among the examples. About six forms a service and quarter come back, so that most
    services reach ten answers only over four quarters, and small or new ones never do. Visits were logged in
    the last fortnight of each quarter. A few rows are wrong on purpose.

    The same arguments give the same bytes on every machine.

    Parameters
    ----------
    directory
        Where to write; made where it is missing. It must be empty, or hold an earlier made-up market, which
        is replaced.
    services, quarters
        How many, 1 or more; a million together at most, the one times the other.
    seed
        Which of the many possible markets, 0 to 2**64 - 1.
    first_quarter
        The first quarter with evidence.
    survey
        How survey answers are written.
    decline
        Whether services fail, and whether facts foretell it; see `Decline`. It needs at least four quarters
        for anybody to fail.

    Raises
    ------
    Error
        When a number is out of range, or the directory holds something that is not made up.

    Examples
    --------
    >>> import tempfile
    >>> import vermeil as vm
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = vm.make_up(folder, services=3, quarters=1)
    ...     vm.Evidence.read(folder).services
    ['MU-001', 'MU-002', 'MU-003']
    """
    _check_within("services", services, 1, 1_000_000 // max(1, quarters))
    _check_within("quarters", quarters, 1, 100)
    _check_within("seed", seed, 0, 2**64 - 1)
    world = evened(invented(services, quarters, seed, first_quarter), decline)
    folder = cleared(Path(directory))
    tables = _tables(world, survey)
    failing = declines_of(world, decline)
    if decline is not Decline.NONE:
        tables |= decline_tables(world, failing, tables)
    to_plant = [*wrong_rows(world, survey), *wrong_visits(tables["visits"])]
    rows: dict[str, int] = {}
    planted: list[PlantedRow] = []
    for name, columns in tables.items():
        wrong = [each for each in to_plant if each.table == name]
        rows[name] = write_table(folder / f"{name}.csv", columns, [each.cells for each in wrong])
        first = rows[name] - len(wrong) + 2
        planted += [each.located(first + i) for i, each in enumerate(wrong)]
    last_day = world.quarters[-1].last_day
    names = tuple(str(quarter) for quarter in world.quarters)
    made = MadeUp(folder, seed, services, names, last_day, rows, tuple(planted), _failing(world, failing))
    (folder / "README.md").write_text(readme(made), encoding="utf-8", newline="\n")
    return made


def _tables(world: World, survey: SurveyLayout) -> dict[str, Columns]:
    care, events = package_tables(world), event_table(world)
    return {
        **register_tables(world),
        **survey_tables(world, survey),
        **return_tables(world),
        "events": events,
        "inspections": inspection_table(world),
        **contract_tables(world),
        **care,
        **quarterly_tables(world),
        **report_tables(world),
        **practice_tables(world, care["packages"]),
        **oversight_tables(world, events),
        "visits": monitoring_table(world, care["packages"]),
    }


def _failing(world: World, declines: Declines) -> tuple[Failing, ...]:
    return tuple(
        Failing(service, onset, fall)
        for service, onset, fall in zip(
            world.ids, declines.onset.tolist(), declines.fall.tolist(), strict=True
        )
        if fall is not None
    )


def _check_within(what: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        message = f"{what}: {value} cannot be; allowed are {least} to {most}"
        raise _core.Error(message)
