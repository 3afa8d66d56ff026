# SPDX-License-Identifier: MIT
"""The rules of one edition, and what they make of evidence."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from vermeil import _core
from vermeil.frames import Frame, Table, core_table
from vermeil.framework_facts import FrameworkFacts
from vermeil.measures import Measures
from vermeil.norms import Norms
from vermeil.ratings import OneRating, Rating, Ratings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from vermeil.evidence import Evidence

__all__ = ["Framework", "Given"]

Given: TypeAlias = "float | tuple[int, int] | str"
"""One measure of one service: a number, ``(count, n)``, a word of its own, or a state such as ``unknown``."""


class Framework(FrameworkFacts):
    """The rules of one edition: measures, weights, scales, bands and limiters, read from a file.

    Examples
    --------
    >>> import vermeil as vm
    >>> framework = vm.Framework.parse('''
    ... language = 1
    ... id = "example"
    ... edition = "1"
    ... published_on = 2024-01-01
    ... effective_from = 2024-04-01
    ... [[measure]]
    ... id = "dignity"
    ... weight = 1
    ... [[band]]
    ... name = "Gold"
    ... at_least = 80
    ... [[band]]
    ... name = "Bronze"
    ... ''')
    >>> framework.rate_one({"dignity": (144, 147)}).band
    'Gold'
    """

    def measure(
        self,
        evidence: Evidence,
        quarter: str | _core.Quarter,
        *,
        own: Mapping[str, Frame] | None = None,
    ) -> Measures:
        """Draw every measure from evidence for the services that are open at the quarter's end.

        Parameters
        ----------
        evidence
            What is known; see `Evidence`.
        quarter
            ``2024-25 Q3`` (financial year) or ``2024 Q4`` (calendar year).
        own
            Measures of your own, a frame for each by its id in the framework, which gives it no ``value``:
            ``service``, ``value`` and ``n``; ``count`` of a share, ``state`` where there is no value, ``day``
            and ``quarter`` may stand there too. A service without a row is ``unknown``; rows that do not fit
            become rejects of the measures.

        Returns
        -------
        Measures
            One row a service, in the order of their ids. A share below its least n is ``too_few`` and keeps
            its counts.

        Raises
        ------
        Error
            When the quarter cannot be read, a live measure says nothing of where its value comes from, or a
            measure of your own is not in the framework or drawn there.

        Examples
        --------
        With ``walks = {"service": ["P1"], "value": [7], "n": [12]}`` as one of your own:
        ``framework.measure(evidence, "2024-25 Q3", own={"walks": walks})``.
        """
        return Measures(self._core.measure(evidence._core, _quarter(quarter), _own(own)))

    def measure_as_of(
        self, evidence: Evidence, day: date, *, own: Mapping[str, Frame] | None = None
    ) -> Measures:
        """Draw every measure with the facts that were known on a day."""
        return Measures(self._core.measure_as_of(evidence._core, day, _own(own)))

    def survey_groups(
        self,
        evidence: Evidence,
        quarter: str | _core.Quarter,
        measure: str,
        by: str,
        *,
        least_n: int = 10,
        quarters: int = 1,
        secondary: bool = True,
    ) -> Table:
        """Give a measure's share of answers by group, such as those of a protected characteristic.

        Only answer sheets tell who gave which answers. A group of fewer than ``least_n`` answers is
        ``suppressed`` and its counts are withheld, and so are further groups where it could be reckoned by
        subtracting what is shown from the whole, or other services from all together. Two tables of
        overlapping forms, such as of a quarter and of four, can still be subtracted: publish one of them.

        Parameters
        ----------
        evidence, quarter
            As for `measure`.
        measure
            A measure whose value is a share of a survey's answers.
        by
            The item of that survey whose answers make the groups, such as one about ethnicity, or about who
            helped with the form.
        least_n
            The fewest answers of a group that is shown, 1 or more.
        quarters
            How many quarters are pooled, the given one last.
        secondary
            Whether groups are withheld so that smaller ones cannot be reckoned; without it, nothing but small
            groups.

        Returns
        -------
        Table
            ``service`` (empty: all together), ``group`` (empty: all forms), ``share`` (0 to 1, null where
            there is none), ``state``, ``n``, ``count``.

        Raises
        ------
        Error
            When the measure is no share of a survey's answers, or the survey has no such item.
        """
        asked = (measure, by, least_n, quarters, secondary)
        return Table(self._core.survey_groups(evidence._core, _quarter(quarter), *asked))

    def read_measures(
        self,
        frame: Frame,
        *,
        id: str = "service",  # noqa: A002
        quarter: str = "",
        as_of: date | None = None,
        source: str = "measures",
    ) -> Measures:
        """Read measures that were computed elsewhere: a row a service, a column a measure.

        Beside a measure's column may stand ``.state``, ``.n``, ``.count``, ``.flags`` and ``.day``, the day
        of the oldest evidence beneath the value. A null without a state is ``unknown``. Columns of doubles
        are used where they stand. Ages are counted as of ``as_of``, or of the last day of the quarter.

        Raises
        ------
        Error
            When the id column or the column of a live measure is missing.
        """
        return Measures(self._core.read_measures(core_table(frame, source), id, quarter, as_of))

    def fit(self, measures: Measures | Frame) -> Norms:
        """Find what these services make of relative scales, means and cuts.

        A service takes part with what it has: a value that is present, or that a mean stands in for; a score
        that nothing leaves open. The order of the services does not matter.

        Raises
        ------
        Error
            When a live measure has no column.
        DefinitionError
            When a weight is not set yet.
        """
        table = measures if isinstance(measures, Measures) else self.read_measures(measures)
        return Norms(_core.fit(self._core, table._measures))

    def rate(
        self,
        measures: Measures | Frame,
        *,
        norms: Norms | None = None,
        history: Frame | list[Frame] | None = None,
        threads: int = 1,
    ) -> Ratings:
        """Rate every service.

        Parameters
        ----------
        measures
            What `measure` or `read_measures` gave, or a frame that `read_measures` reads with its defaults.
        norms
            What `fit` found; without it, services are compared with those of the same table. They stand in
            the ratings' ``norms``.
        history
            Earlier ratings, where the framework is steady: a table with ``service``, ``quarter``, ``band``
            and ``proposed`` (without it, the band), or several such tables. A service without earlier
            ratings is rated for the first time. Rows that do not fit stand in the ratings'
            ``history_rejects``.
        threads
            How many work at once; the result does not depend on it.

        Raises
        ------
        Error
            When this is a risk scheme, or a live measure has no column, or norms are another framework's, or
            a history is given to a steady framework for measures without a quarter.
        DefinitionError
            When a weight is not set yet.
        """
        table = measures if isinstance(measures, Measures) else self.read_measures(measures)
        known = norms or (self.fit(table) if self.is_relative else Norms())
        rated = _core.rate(self._core, known._core, table._measures, threads)
        rejects = [] if history is None else self._settle(rated, history)
        return Ratings(rated, table, known, rejects)

    def _settle(self, rated: _core.Ratings, history: Frame | list[Frame]) -> list[Table]:
        earlier = _core.History()
        tables = history if isinstance(history, list) else [history]
        rejects = [Table(earlier.read(self._core, core_table(each, "history"))) for each in tables]
        rated.settle(earlier)
        return rejects

    @cached_property
    def _one_by_one(self) -> _core.OneByOne:
        return _core.OneByOne(self._core, _core.Norms())

    def _ready(self, norms: Norms | None) -> _core.OneByOne:
        """One service after the other is rated with the same norms; they are made ready once."""
        if norms is None:
            return self._one_by_one
        if norms._ready is None or norms._ready[0] is not self:
            norms._ready = (self, _core.OneByOne(self._core, norms._core))
        return norms._ready[1]

    def rate_one(
        self,
        measures: Mapping[str, Given],
        *,
        norms: Norms | None = None,
        days: Mapping[str, date] | None = None,
        as_of: date | None = None,
    ) -> OneRating:
        """Rate one service from its measures; one that is not given is ``unknown``.

        A framework that compares services needs the norms that `fit` found.

        Parameters
        ----------
        measures
            The measures by id.
        norms
            What `fit` found.
        days
            For each measure the day of the oldest evidence beneath it, where a rule asks how old it is.
        as_of
            The day on which ages are counted; without it nothing has an age.

        Examples
        --------
        A measure is a number, ``(count, n)``, a word of its own or the name of a state:
        ``framework.rate_one({"dignity": (144, 147), "turnover": 0.2, "continuity": "not_submitted"})``.

        Raises
        ------
        Error
            When a measure is not the framework's, a count exceeds its n, a number is not finite, norms are
            needed and not given, or days are given without ``as_of``.
        """
        return OneRating(*self._ready(norms).rate(measures, days, as_of))

    def explain_one(
        self,
        measures: Mapping[str, Given],
        service: str = "",
        *,
        norms: Norms | None = None,
        days: Mapping[str, date] | None = None,
        as_of: date | None = None,
    ) -> Rating:
        """Rate one service from its measures, as `rate_one` does, with every step."""
        return Rating._of(self._ready(norms).explain(measures, service, days, as_of))


def _own(own: Mapping[str, Frame] | None) -> dict[str, _core.Table]:
    return {name: core_table(frame, name) for name, frame in (own or {}).items()}


def _quarter(quarter: str | _core.Quarter) -> _core.Quarter:
    return _core.Quarter(quarter) if isinstance(quarter, str) else quarter
