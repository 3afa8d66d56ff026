# SPDX-License-Identifier: MIT
"""The monthly pack of a panel: what is new, moved or overdue, what each source said, who may be called."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vermeil import _core
from vermeil.frames import InternalTable, core_table
from vermeil.publishing import INTERNAL, mark_internal
from vermeil.results import write_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from vermeil.evidence import Evidence
    from vermeil.ladder import Escalation, Ladder
    from vermeil.market import Market
    from vermeil.risk import RiskScheme, RiskScores

__all__ = ["PanelPack", "panel"]

#: A page shows so many rows of a table; the files hold all of them.
MOST_ROWS = 500
_TABLES = (
    "movers",
    "prompts",
    "news",
    "themes",
    "overdue",
    "standings",
    "embargoes",
    "sources",
    "broker",
    "rejects",
)


@dataclass(frozen=True)
class PanelPack:
    """What a panel looks at. Internal by construction: every table is one that cannot be published.

    Attributes
    ----------
    title
        The title of the scheme.
    as_of, since
        The day of the pack, and that of the panel before.
    levels
        The levels of the scheme with the number of services at each, the worst first.
    services
        The services scored: the base of ``levels`` and of the themes.
    tables
        ``movers``, ``prompts``, ``news``, ``themes``, ``overdue``, ``standings``, ``embargoes``,
        ``sources``, ``broker``, ``rejects``; the last but one is missing without a market, and those of the
        ladder are without one.
    names
        The names of services by id, for the page.
    note
        What a reader must know, such as that the market is made up.
    """

    title: str
    as_of: date
    since: date
    levels: dict[str, int]
    services: int
    tables: dict[str, InternalTable] = field(repr=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    note: str = ""

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Give a table row by row; none where the pack lacks it."""
        return self.tables[table].to_polars().to_dicts() if table in self.tables else []

    def to_json(self) -> str:
        """Give the pack as one JSON object, which says first that it is internal."""
        head = {
            "internal": INTERNAL,
            "title": self.title,
            "as_of": self.as_of.isoformat(),
            "since": self.since.isoformat(),
            "note": self.note,
            "services": self.services,
            "levels": self.levels,
        }
        whole = head | {name: self.rows(name) for name in self.tables}
        return json.dumps(whole, ensure_ascii=False, indent=1)

    def to_html(self) -> str:
        """Give the pack as one page that needs nothing else: no script, no other file.

        Raises
        ------
        ModuleNotFoundError
            Without Jinja2, which ``vermeil[publish]`` brings.
        """
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        loader = FileSystemLoader(Path(__file__).parent)
        page = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        shown = {name: self.rows(name) for name in _TABLES}
        text: str = page.get_template("panel.html").render(
            pack=self,
            tables=shown,
            internal=INTERNAL,
            most=MOST_ROWS,
            name_of=lambda each: self.names.get(each, each),
        )
        return text

    def write(self, out: str | Path) -> list[Path]:
        """Write the page, a CSV file for each table and the JSON object, all named as internal.

        Returns
        -------
        list of Path
            The files written.
        """
        folder = Path(out)
        written = [mark_internal(folder, f"a panel's pack as of {self.as_of.isoformat()}")]
        for name, text in (
            ("internal_panel.html", self.to_html()),
            ("internal_panel.json", self.to_json() + "\n"),
        ):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            written.append(folder / name)
        for name, table in self.tables.items():
            written.append(folder / f"internal_{name}.csv")
            write_csv(table.to_polars(), written[-1])
        return written


def panel(
    scheme: RiskScheme,
    evidence: Evidence,
    as_of: date,
    since: date,
    *,
    ladder: Ladder | None = None,
    market: Market | None = None,
    names: Mapping[str, str] | None = None,
    note: str = "",
) -> PanelPack:
    """Put together what a panel looks at: what became known after one panel's day and by the next.

    Parameters
    ----------
    scheme
        What the levels come from, on both days.
    evidence
        What happened.
    as_of, since
        The day of the pack, and that of the panel before.
    ladder
        For where everybody stands, what is overdue and who may be called.
    market
        For the broker's view: who has a place in which lot.
    names
        The names of services by id.
    note
        What a reader must know.

    Raises
    ------
    Error
        When the panel before was not before, or no service is open on the day.
    """
    if since >= as_of:
        message = f"the panel before, {since}, does not lie before {as_of}"
        raise _core.Error(message)
    now, before = scheme.score(evidence, as_of), scheme.score(evidence, since)
    worst_first = [*scheme.framework.bands, "Not rated"]
    found = now.to_polars()["level"].to_list()
    if not found:
        message = f"no service of the services table is open on {as_of}, so there is nothing for a panel"
        raise _core.Error(message)
    tables = {
        "movers": _movers(before, now, worst_first),
        "prompts": now.prompts(),
        "news": InternalTable(_core.news(evidence._core, since, as_of)),
        "themes": InternalTable(_core.themes(evidence._core, since, as_of)),
        "sources": InternalTable(_core.said_by_source(evidence._core, since, as_of)),
    }
    rejects = [evidence.rejects(), now.measures.rejects()]
    if ladder is not None:
        stands = ladder.stands(evidence, as_of, risk=now)
        tables |= _of_ladder(stands, market)
        rejects.append(stands.rejects())
    tables["rejects"] = _stacked([each.to_polars() for each in rejects])
    levels = {level: found.count(level) for level in worst_first}
    title = scheme.framework.title or scheme.framework.id
    return PanelPack(title, as_of, since, levels, len(found), tables, names or {}, note)


def _of_ladder(stands: Escalation, market: Market | None) -> dict[str, InternalTable]:
    tables = {"overdue": stands.overdue, "standings": stands.standings, "embargoes": stands.embargoes}
    return tables | ({"broker": stands.broker(market)} if market is not None else {})


def _internal(frame: pl.DataFrame, name: str) -> InternalTable:
    return InternalTable(core_table(frame, name))


def _stacked(frames: list[pl.DataFrame]) -> InternalTable:
    import polars

    return _internal(polars.concat(frames, how="vertical_relaxed"), "rejects")


def _movers(before: RiskScores, now: RiskScores, worst_first: list[str]) -> InternalTable:
    """Give the services whose level is another than at the panel before, those that grew worse first."""
    import polars

    columns = ("service", "level", "points")
    both = (
        now.to_polars()
        .select(columns)
        .join(before.to_polars().select(columns), on="service", how="full", coalesce=True, suffix="_before")
        .filter(~polars.col("level").eq_missing(polars.col("level_before")))
    )
    rows = []
    for row in both.sort("service").iter_rows(named=True):
        was, is_now = row["level_before"], row["level"]
        rows.append(
            {
                "service": row["service"],
                "before": was,
                "now": is_now,
                "moved": _moved(was, is_now, worst_first),
                "points_before": row["points_before"],
                "points": row["points"],
            }
        )
    order = {"worse": 0, "no longer known": 1, "new": 2, "known": 3, "better": 4, "closed": 5}
    rows.sort(key=lambda row: (order[row["moved"]], row["service"]))
    texts, numbers = dict.fromkeys(("service", "before", "now", "moved"), polars.String), polars.Float64
    schema = texts | dict.fromkeys(("points_before", "points"), numbers)
    return _internal(polars.DataFrame(rows, schema=schema), "movers")


def _moved(was: str | None, is_now: str | None, worst_first: list[str]) -> str:
    if was is None or is_now is None:
        return "new" if was is None else "closed"
    if "Not rated" in (was, is_now):
        return "known" if was == "Not rated" else "no longer known"
    return "worse" if worst_first.index(is_now) < worst_first.index(was) else "better"
