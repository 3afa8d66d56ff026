# SPDX-License-Identifier: MIT
"""What in a framework deserves a second look before a committee approves it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vermeil.frames import Frame
    from vermeil.framework import Framework
    from vermeil.measures import Measures
    from vermeil.types import ShownDict

__all__ = ["Finding", "Severity", "lint", "lint_rules"]


class Severity(Enum):
    """How much a finding of the linter matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing in a framework that deserves a second look.

    Attributes
    ----------
    severity
        How much it matters.
    rule
        Its name, with which a framework file accepts it.
    place
        File, line and column.
    of
        A measure, a group, a band, a state, a limiter's reason; empty for the framework as a whole.
    what
        What was found.
    witness
        What shows it, in words.
    mend
        How to mend it.
    accepted
        Why the framework stands by it; empty where it does not.
    inputs
        The services that were rated to show it, the lesser evidence first; empty where the text alone does.
    """

    severity: Severity
    rule: str
    place: str
    of: str
    what: str
    witness: str
    mend: str
    accepted: str
    inputs: list[ShownDict] = field(repr=False, compare=False)

    @property
    def asks(self) -> bool:
        """Whether somebody has to do something about it: it is neither a note nor accepted."""
        return self.severity is not Severity.NOTE and not self.accepted


def lint(
    framework: Framework, measures: Measures | Frame | None = None, editions: Iterable[Framework] = ()
) -> list[Finding]:
    """Say what in a framework deserves a second look before it is approved; empty where nothing does.

    Many findings come with the inputs that show them, which were found by rating made-up services. The search
    is bounded and the same each time.

    Parameters
    ----------
    framework
        The framework. One that compares services is read, and tried only with ``measures``.
    measures
        The measures of a market: they tell which weights never count and on how many answers shares rest.
    editions
        Other editions, to see whether they overlap this one.

    Raises
    ------
    Error
        When a live measure has no column.

    Examples
    --------
    >>> import vermeil as vm
    >>> framework = vm.Framework.parse('''
    ... language = 1
    ... id = "example"
    ... edition = "1"
    ... published_on = 2024-01-01
    ... effective_from = 2024-04-01
    ... contracts = ["home-care"]
    ... approved_by = "made up"
    ... missing = { not_submitted = "renormalise" }
    ... measure = [{ id = "dignity", weight = 1 }, { id = "turnover", weight = 1, owed_by = "provider" }]
    ... band = [{ name = "Gold", at_least = 80 }, { name = "Bronze" }]
    ... ''')
    >>> [finding.rule for finding in vm.lint(framework)]
    ['absence-helps']
    """
    from vermeil.measures import Measures

    table = None
    if measures is not None:
        read = measures if isinstance(measures, Measures) else framework.read_measures(measures)
        table = read._measures
    found = _core.lint(framework._core, table, [each._core for each in editions])
    return [
        Finding(
            Severity(each["severity"]),
            each["rule"],
            each["place"],
            each["of"],
            each["what"],
            each["witness"],
            each["mend"],
            each["accepted"],
            each["inputs"],
        )
        for each in found
    ]


def lint_rules() -> dict[str, Severity]:
    """Name every rule of the linter, with its severity."""
    return {name: Severity(severity) for name, severity in _core.lint_rules().items()}
