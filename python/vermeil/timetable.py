# SPDX-License-Identifier: MIT
"""Which edition of a framework applies in which quarter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.framework import Framework

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

__all__ = ["Timetable"]


class Timetable:
    """The editions of one framework.

    In a quarter applies, for each contract, the edition of the latest first quarter: the first that begins
    neither before the day from which the edition is effective nor before the day on which it was published.

    Parameters
    ----------
    editions
        One edition or more, in any order.

    Raises
    ------
    DefinitionError
        When there is none, when they are of different frameworks or bear one name, and when one would never
        apply.

    Examples
    --------
    >>> import vermeil as vm
    >>> text = '''
    ... language = 1
    ... id = "example"
    ... edition = "1"
    ... published_on = 2024-01-01
    ... effective_from = 2024-04-01
    ... measure = [{ id = "dignity", weight = 1 }]
    ... band = [{ name = "Gold", at_least = 80 }, { name = "Bronze" }]
    ... '''
    >>> later = text.replace('edition = "1"', 'edition = "2"').replace("2024-04", "2024-10")
    >>> timetable = vm.Timetable([vm.Framework.parse(text), vm.Framework.parse(later)])
    >>> [timetable.at(quarter).edition for quarter in ("2024-25 Q2", "2024-25 Q3")]
    ['1', '2']
    """

    def __init__(self, editions: Iterable[Framework]) -> None:
        given = list(editions)
        self._core = _core.Timetable([each._core for each in given])
        by_name = {each.edition: each for each in given}
        self._editions = [by_name[name] for name in self._core.editions]

    @classmethod
    def load(cls, folder: str | os.PathLike[str], *, id: str = "") -> Timetable:  # noqa: A002
        """Read every TOML file of a folder as one edition; with an ``id``, leave out other frameworks.

        Raises
        ------
        Error
            When there is no such folder or no TOML file in it.
        DefinitionError
            At the first mistake in one of them, and when they do not fit together.
        """
        files = sorted(Path(folder).glob("*.toml"))
        if not files:
            message = f"{folder}: no framework file (*.toml) is in this folder"
            raise _core.Error(message)
        read = [Framework.load(path) for path in files]
        return cls(each for each in read if id in ("", each.id))

    @property
    def editions(self) -> list[Framework]:
        """All editions, in the order of their first quarters."""
        return list(self._editions)

    def at(self, quarter: str | _core.Quarter, contract: str = "") -> Framework:
        """Give the edition that applies in a quarter to a contract; without one, whatever the contract.

        Raises
        ------
        Error
            When none does, or when several do, each for contracts of its own, and none is named.
        """
        when = _core.Quarter(quarter) if isinstance(quarter, str) else quarter
        name = self._core.at(when, contract)
        return next(each for each in self._editions if each.edition == name)

    def __repr__(self) -> str:
        """Name the editions."""
        names = ", ".join(each.edition for each in self._editions)
        return f"<Timetable {self._editions[0].id}: {names}>"
