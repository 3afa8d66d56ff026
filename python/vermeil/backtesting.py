# SPDX-License-Identifier: MIT
"""What a risk scheme is worth: it walks forward through history and is tried against naive rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from vermeil import _core
from vermeil.frames import Frame, InternalTable, core_table
from vermeil.panel_columns import Every

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from vermeil.evidence import Evidence
    from vermeil.risk import RiskScheme

__all__ = [
    "ALREADY",
    "Backtest",
    "RankAgreement",
    "backtest",
    "backtest_ranked",
    "rank_agreement",
]

#: Events whose being open says that somebody visits a service already.
ALREADY = ("embargo", "improvement_plan", "default_notice", "special_measures")


class Backtest:
    """A walk through history and what it shows, outcome by outcome; several outcomes come first as one.

    Services are counted and never named.
    """

    def __init__(self, core: _core.Backtest, about: Mapping[str, str]) -> None:
        self._core = core
        self._said: dict[str, Any] = {**about, **json.loads(core.json())}

    @property
    def reports(self) -> list[dict[str, Any]]:
        """What is known of each outcome: verdict, sentences, notes, counts, rules and calibration."""
        found: list[dict[str, Any]] = self._said["reports"]
        return found

    @property
    def verdict(self) -> str:
        """``better``, ``no_better``, ``worse`` or ``cannot_tell``: the scheme against its nearest rival.

        Of several outcomes it is that of all together.
        """
        return str(self.reports[0]["verdict"])

    @property
    def sentences(self) -> list[str]:
        """What a committee reads, the verdict first."""
        return [str(each) for each in self.reports[0]["sentences"]]

    def rule(self, rule: str, report: int = 0) -> dict[str, Any]:
        """Give the figures of one rule, such as ``scheme`` or ``complaints``.

        Raises
        ------
        Error
            When no rule of that name was tried; the message names those that were.
        """
        rules: list[dict[str, Any]] = self.reports[report]["rules"]
        for each in rules:
            if each["rule"] == rule:
                return each
        message = f"no rule '{rule}' was tried; there are {', '.join(each['rule'] for each in rules)}"
        raise _core.Error(message)

    def rejects(self) -> InternalTable:
        """Give the rows of a walk made elsewhere that could not be used; those of evidence are its own."""
        return InternalTable(self._core.rejects())

    def to_dict(self) -> dict[str, Any]:
        """Give all figures, as ``backtest.json`` has them."""
        return self._said

    def write(self, directory: str | Path) -> list[Path]:
        """Write ``backtest.json``, a page that needs no other file, and the mark of an internal folder.

        The page draws its charts where the extra ``plots`` is installed, and has tables either way.

        Raises
        ------
        ModuleNotFoundError
            Without the extra ``publish``.
        """
        from vermeil.backtest_page import page
        from vermeil.publishing import mark_internal

        folder = Path(directory)
        folder.mkdir(parents=True, exist_ok=True)
        files = [folder / "backtest.json", folder / "backtest.html"]
        texts = [json.dumps(self._said, ensure_ascii=False, indent=1) + "\n", page(self._said)]
        for path, text in zip(files, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        return [*files, mark_internal(folder, "the back-test of a risk scheme")]


def backtest(
    scheme: RiskScheme,
    evidence: Evidence,
    *,
    outcomes: Sequence[str] = (),
    every: Every = Every.MONTH,
    first: date | None = None,
    last: date | None = None,
    horizon_months: int = 12,
    visits: Sequence[int] = (5, 10, 20),
    least_events: int = 10,
    already: Sequence[str] = ALREADY,
    note: str = "",
) -> Backtest:
    """Walk a scheme forward through history and try it against naive rules.

    On each day the scheme and its rivals see what was known on it and nothing else. Only new events count:
    while an outcome stands at a service, the service is out. Services that somebody visits already take no
    place on a list and are reported apart.

    Parameters
    ----------
    scheme, evidence
        What to try, and the history: rows of evidence with the days on which they became known.
    outcomes
        What it should have foreseen: ``rating:SOURCE`` (a fall to the lowest word), ``rating:SOURCE=WORD``
        (to that word or a worse one), ``event:ID``, ``exit`` (a contract ended for cause), ``exit:KIND``,
        ``closure``. Without any: falls to the lowest word of each scale that the scheme reads, exits for
        cause, closures.
    every
        On which days there is a list: the last of each month, or of each calendar quarter.
    first, last
        Of the history; without them, from the first event (without events, the first report; without reports,
        the first rating) to the last day on which anything became known.
    horizon_months
        For how long a service is followed after a list.
    visits
        How many services a team can visit, each above the one before.
    least_events
        Services with a new event below which no verdict is given, 2 or more.
    already
        Events whose being open says that somebody visits a service already.
    note
        What the reader must know of the history, such as that it is made up.

    Raises
    ------
    Error
        When an option cannot be or an outcome cannot be read, or no fact has a day.
    DefinitionError
        When a weight is missing.
    """
    options = (first, last, horizon_months, list(visits), least_events, list(already))
    rules = scheme.framework
    made = _core.backtest(rules._core, evidence._core, list(outcomes), every.value, *options)
    return Backtest(made, _about(rules.title or rules.id, rules.edition, note))


def backtest_ranked(
    ranked: Frame,
    harm: Frame,
    rules: Mapping[str, str],
    *,
    label: str,
    last: date,
    levels: Sequence[str] = (),
    horizon_months: int = 12,
    visits: Sequence[int] = (5, 10, 20),
    least_events: int = 10,
    title: str = "",
    note: str = "",
) -> Backtest:
    """Try rules that were worked out elsewhere, from what they said of services on days.

    Parameters
    ----------
    ranked
        One row a service and day: ``service``, ``day``, a column of numbers for each rule (the higher, the
        sooner it visits), and, where known, ``visited`` and ``level``. What a number saw of the time after
        its day, nobody can find out here.
    harm
        One row an event: ``service``, ``on``, and ``until`` where it stands no longer.
    rules
        The columns of the rules with their names in plain words, the scheme's first.
    label
        What the events mean, to follow the word services: ``that later closed``.
    last
        The last day of the history.
    levels
        The words of ``level``, the worst first; without them there is no such column.
    horizon_months, visits, least_events, note
        As for `backtest`.
    title
        What to call the scheme; without it, its name in ``rules``.

    Raises
    ------
    Error
        When a column is missing or an option cannot be.
    """
    options = (last, horizon_months, list(visits), least_events)
    lists, events = core_table(ranked, "ranked"), core_table(harm, "harm")
    made = _core.backtest_ranked(lists, events, list(rules.items()), list(levels), label, *options)
    return Backtest(made, _about(title or next(iter(rules.values())), "", note))


class RankAgreement(NamedTuple):
    """How far two orders agree, each from -1 to 1; ``None`` where one of them ties all."""

    n: int
    tau_b: float | None
    """Kendall's tau-b."""
    somers_d: float | None
    """Somers' d: how well the first order foretells the second."""
    spearman: float | None
    """Spearman's correlation of mean ranks."""


def rank_agreement(first: Sequence[float], second: Sequence[float]) -> RankAgreement:
    """Compare two orders of the same services, ties and all.

    Examples
    --------
    >>> import vermeil as vm
    >>> vm.rank_agreement([1, 2, 3], [1, 2, 3]).tau_b
    1.0

    Raises
    ------
    Error
        When the two differ in length or hold a value that is not finite.
    """
    return RankAgreement(*_core.rank_agreement(first, second))


def _about(scheme: str, edition: str, note: str) -> dict[str, str]:
    return {"scheme": scheme, "edition": edition, "note": note, "status": "internal"}
