# SPDX-License-Identifier: MIT
"""Thresholds that rise once most services reach them: a proposal, and the text of the edition to be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vermeil.framework import Framework
    from vermeil.ratings import Ratings

__all__ = ["NextEdition", "Proposal", "next_edition", "propose"]


class Proposal(NamedTuple):
    """What one ratchet of a framework proposes.

    Attributes
    ----------
    about
        Which threshold: ``band Gold`` or ``measure punctual``.
    old, new
        The threshold as it is and as it would be; ``new`` is ``None`` where it stays.
    why
        The reason in words.
    quarters
        Each quarter looked at, the earliest first: its name, how many services reached the threshold, of how
        many that it concerns.
    places
        Line and column of each place where the framework's file says the threshold.
    """

    about: str
    old: float
    new: float | None
    why: str
    quarters: list[tuple[str, int, int]]
    places: list[tuple[int, int]]


class NextEdition(NamedTuple):
    """How the next edition is called, and its days.

    Attributes
    ----------
    edition
        Its name.
    published_on, effective_from
        Its days.
    """

    edition: str
    published_on: date
    effective_from: date


def propose(framework: Framework, rated: Iterable[Ratings]) -> list[Proposal]:
    """Say for each ``[[ratchet]]`` of a framework whether its threshold would rise.

    Parameters
    ----------
    framework
        The edition whose thresholds may rise. Nothing in it is changed.
    rated
        The ratings of several quarters, in any order, made under this edition.

    Raises
    ------
    Error
        When the measures of one came without a quarter, or a quarter stands twice.
    """
    return [
        Proposal(
            f"band {made['band']}" if made["band"] else f"measure {made['measure']}",
            made["target"],
            made["proposed"],
            made["why"],
            made["quarters"],
            made["places"],
        )
        for made in _core.propose(framework._core, [each._ratings for each in rated])
    ]


def next_edition(text: str, proposals: Iterable[Proposal], to_be: NextEdition) -> str:
    """Write the text of the next edition: the thresholds that rise, its name and days; all else stays.

    Comments stay where they are: one beside a figure that rises speaks of the old one, so the new figure is
    followed by ``# was`` and the old one. Nobody has approved the new edition: ``approved_by`` becomes a
    comment that says of which edition it was.

    Raises
    ------
    Error
        When the text says a name or a day in a way that cannot be replaced in its place, or the edition would
        apply from a day before it is published.
    """
    if to_be.effective_from < to_be.published_on:
        message = (
            f"effective_from {to_be.effective_from} lies before published_on {to_be.published_on}; "
            "an edition applies to no period begun before it was published"
        )
        raise _core.Error(message)
    lines = text.split("\n")
    rising = [(place, each) for each in proposals if each.new is not None for place in each.places]
    for (line, column), each in sorted(rising, key=lambda pair: pair[0], reverse=True):
        lines[line - 1] = _with_figure(lines[line - 1], line, column, each)
    days = {"published_on": to_be.published_on, "effective_from": to_be.effective_from}
    written = {"edition": json.dumps(to_be.edition)} | {key: day.isoformat() for key, day in days.items()}
    return "\n".join(_without_approval(_with_head(lines, written)))


def _with_figure(text: str, line: int, column: int, proposal: Proposal) -> str:
    """Replace a figure, and say beside it what it was; where a text in quotes follows, say nothing."""
    before, after = text[: column - 1], text[column - 1 :]
    found = re.match(r"[-+0-9._eE]+", after)
    if found is None or proposal.new is None:
        message = f"line {line} of the framework does not hold the threshold of {proposal.about}"
        raise _core.Error(message)
    rest = after[found.end() :]
    if '"' not in rest and "'" not in rest:
        rest, _, comment = rest.partition("#")
        rest = f"{rest.rstrip()}  # was {found.group()}" + (f"; {comment.strip()}" if comment else "")
    return before + _shortest(proposal.new) + rest


def _with_head(lines: list[str], written: dict[str, str]) -> list[str]:
    """Replace the values of some keys at the top of the file, before its first table."""
    made = list(lines)
    for key, value in written.items():
        for place, line in enumerate(made):
            if line.lstrip().startswith("["):
                message = f"the framework says no '{key}' on a line of its own before its first table"
                raise _core.Error(message)
            found = re.match(rf'({key}\s*=\s*)("[^"]*"|[0-9-]+)', line)
            if found is not None:
                made[place] = found.group(1) + value + line[found.end() :]
                break
    return made


def _without_approval(lines: list[str]) -> list[str]:
    """Turn the approval of the edition before, at the top of the file, into a comment."""
    made = list(lines)
    for place, line in enumerate(made):
        if line.lstrip().startswith("["):
            break
        found = re.match(r"""\s*"?approved_by"?\s*=\s*(.*)""", line)
        if found is None:
            continue
        if found.group(1).startswith(('"""', "'''")):
            message = (
                f"line {place + 1} of the framework says approved_by on more than one line; write it on one"
            )
            raise _core.Error(message)
        made[place] = f"# {line.strip()}  # the edition before; this one is not approved yet"
    return made


def _shortest(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)
