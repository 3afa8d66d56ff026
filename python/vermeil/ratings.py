# SPDX-License-Identifier: MIT
"""Ratings of many services, and the explanation of one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from vermeil.frames import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vermeil import _core
    from vermeil.measures import Measures
    from vermeil.norms import Norms

__all__ = ["OneRating", "Rating", "Ratings"]

_MEDALS = {
    "Gold": "\N{FIRST PLACE MEDAL}",
    "Silver": "\N{SECOND PLACE MEDAL}",
    "Bronze": "\N{THIRD PLACE MEDAL}",
}


@dataclass(frozen=True)
class Rating:
    """One service's rating with all that led to it.

    Attributes
    ----------
    band
        The band, or ``Not rated``.
    headline
        The outcome in one line, with its reasons and what is still open.
    coverage
        The weight with data / the weight live and applicable, 0 to 1.
    proposed, held
        The band that the rules propose this quarter, and why ``band`` stands instead; the same band and empty
        unless the framework asks for more than one quarter.
    oldest_days, median_days
        The age of the oldest evidence, and the age that half of the weight does not exceed, in days;
        ``None`` where no day is known.
    age_known
        The weight whose age is known / the weight with data, 0 to 1.
    json
        Every step as one JSON object.
    """

    service: str
    quarter: str
    band: str
    headline: str
    lowest_score: float | None
    highest_score: float | None
    coverage: float
    json: str = field(repr=False)
    _lines: list[str] = field(repr=False)
    proposed: str = ""
    held: str = ""
    oldest_days: int | None = None
    median_days: int | None = None
    age_known: float = 0.0

    @classmethod
    def _of(cls, core: _core.Rating) -> Rating:
        scores = (core.lowest_score, core.highest_score, core.coverage)
        words = (core.json, core.explanation)
        steady = (core.proposed, core.held)
        known = (core.headline, *scores, *words, *steady)
        rating = cls(core.service, core.quarter, core.band, *known)
        return replace(
            rating,
            oldest_days=core.oldest_days,
            median_days=core.median_days,
            age_known=core.age_known,
        )

    def explain(self) -> str:
        """Give every step in plain words, a line each."""
        return "\n".join(self._lines)


class Ratings(Table):
    """The rating of each service: ``service``, ``quarter``, ``band``, ``score`` and what stands behind them.

    ``score`` is null where absent evidence leaves it open; ``lowest_score`` and ``highest_score`` hold its
    ends, and are null where there is no score at all: nothing applies, or a weight is not known.
    """

    def __init__(
        self,
        core: _core.Ratings,
        measures: Measures,
        norms: Norms,
        history_rejects: list[Table] | None = None,
    ) -> None:
        self._ratings = core
        self.measures = measures
        """The measures that were rated."""
        self.norms = norms
        """What services were compared with; empty under an absolute framework."""
        self.history_rejects: list[Table] = history_rejects or []
        """The rows of the earlier ratings that could not be used."""
        super().__init__(core.table())

    @property
    def services(self) -> list[str]:
        """The ids of the services, in the order of the rows."""
        return self._ratings.services

    def __getitem__(self, service: str) -> Rating:
        """Explain one service's rating; the outcome is the same to the bit.

        Raises
        ------
        Error
            When no such service was rated.
        """
        return Rating._of(self._ratings.explain(service))

    def _trace_lines(self, rows: list[int], threads: int) -> list[tuple[str, str, date | None]]:
        return self._ratings.trace_lines(rows, threads)

    def __iter__(self) -> Iterator[Rating]:
        """Explain one service after the other."""
        return (Rating._of(self._ratings.explain_row(row)) for row in range(len(self.services)))

    def _repr_html_(self) -> str:
        shown = 50
        rows = [self[service] for service in self.services[:shown]]
        body = "".join(
            f"<tr><td>{escape(row.service)}</td>"
            f"<td style='white-space:nowrap'>{_MEDALS.get(row.band, '')} {escape(row.band)}</td>"
            f"<td style='text-align:left'>{escape(row.headline)}</td></tr>"
            for row in rows
        )
        more = f"<p>and {len(self) - shown} more</p>" if len(self) > shown else ""
        head = "<thead><tr><th>service</th><th>band</th><th style='text-align:left'>why</th></tr></thead>"
        return f"<table>{head}<tbody>{body}</tbody></table>{more}"

    def __repr__(self) -> str:
        """Count the services in each band."""
        bands = Counter(self.to_arrow().column("band").to_pylist()) if len(self) <= 10_000 else Counter()
        counted = ", ".join(f"{count} {band}" for band, count in bands.items())
        return f"<Ratings of {len(self)} services{': ' if counted else ''}{counted}>"


class OneRating(NamedTuple):
    """The band of one service, and the lowest and highest score that absent evidence leaves possible."""

    band: str
    """The band, or ``Not rated``."""
    lowest_score: float | None
    """The score with every absent measure at its fewest points;
    ``None`` where nothing applies or a weight is not known."""
    highest_score: float | None
    """The score with every absent measure at its most points; ``None`` likewise."""
