# SPDX-License-Identifier: MIT
"""What a contract asks of a log of visits."""

from __future__ import annotations

import datetime as dt
import math
from enum import Enum
from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LateRounding", "VisitRules"]


class LateRounding(Enum):
    """How the seconds that a start is late become the minutes that a contract counts."""

    NONE = "none"
    """Not at all: 15 minutes and a second are later than 15 minutes."""
    DOWN = "down"
    """To whole minutes, towards the past: 15 minutes and 59 seconds late count as 15."""
    NEAREST = "nearest"
    """To the nearest whole minute; half a minute goes up."""


class VisitRules:
    """What is asked of a log of visits: the parameters that a contract sets.

    Parameters
    ----------
    counts
        Visits by status, shares missed, logged electronically and edited.
    late_minutes, early_minutes
        A start is punctual up to so many minutes after and before the plan, both included; without
        ``early_minutes``, as many before as after.
    rounding
        How seconds become the minutes that count.
    quantiles
        Which quantiles of the minutes late to give, by linear interpolation; asks for ``late_minutes`` too.
    short_minutes, least_share
        A visit that lasted less than ``short_minutes`` is short, one that lasted less than ``least_share``
        (0 to 1) of its planned time is clipped; ask for both or neither.
    continuity
        Different workers a person, UPC, COC and MMCI: the mean over people, and that over contacts.
    sequence
        SECON too: how often a worker of the visit before comes again.
    least_contacts
        People with fewer contacts are left out of the indices.
    recent_from
        Also count the different workers whom each person met from this moment on; needs ``sequence``.
    new_from
        Also give the share of contacts from this moment on at which the worker comes to the person for the
        first time; needs ``sequence``. What the log holds before the moment tells who has come before: people
        with fewer than ``least_contacts`` contacts before it are left out, since too little is known of them.

    Raises
    ------
    Error
        When a parameter lies outside its range, or asks for something without what it needs.
    """

    def __init__(
        self,
        *,
        counts: bool = True,
        late_minutes: float | None = None,
        early_minutes: float | None = None,
        rounding: LateRounding = LateRounding.NONE,
        quantiles: Sequence[float] = (),
        short_minutes: float | None = None,
        least_share: float | None = None,
        continuity: bool = False,
        sequence: bool = False,
        least_contacts: int = 2,
        recent_from: dt.datetime | None = None,
        new_from: dt.datetime | None = None,
    ) -> None:
        self._core = _core.VisitRules(
            counts,
            _punctuality(late_minutes, early_minutes, rounding, quantiles),
            _length(short_minutes, least_share),
            _continuity(continuity, sequence, least_contacts, recent_from, new_from),
        )


def _punctuality(
    late: float | None, early: float | None, rounding: LateRounding, quantiles: Sequence[float]
) -> tuple[float, float, str, list[float]] | None:
    if late is None:
        if early is not None or quantiles:
            message = "punctuality is asked for by late_minutes: the minutes after the plan that are punctual"
            raise _core.Error(message)
        return None
    try:
        word = LateRounding(rounding).value
    except ValueError:
        allowed = ", ".join(repr(each.value) for each in LateRounding)
        message = f"rounding: {rounding!r} cannot be; allowed are {allowed}"
        raise _core.Error(message) from None
    early = late if early is None else early
    minutes = _number("late_minutes", late), _number("early_minutes", early)
    return *minutes, word, [_number("quantiles", share) for share in quantiles]


def _number(name: str, value: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        message = f"{name}: {value!r} is no number"
        raise _core.Error(message) from None


def _length(short: float | None, least: float | None) -> tuple[float, float] | None:
    if (short is None) != (least is None):
        message = "lengths are asked for by short_minutes and least_share together"
        raise _core.Error(message)
    if short is None or least is None:
        return None
    return _number("short_minutes", short), _number("least_share", least)


def _continuity(
    asked: bool,
    sequence: bool,
    least_contacts: int,
    recent_from: dt.datetime | None,
    new_from: dt.datetime | None,
) -> tuple[bool, int, int | None, int | None] | None:
    if not asked:
        if sequence or recent_from is not None or new_from is not None:
            message = "the sequence of visits belongs to continuity: ask for continuity=True too"
            raise _core.Error(message)
        return None
    most = 2**32 - 1
    if not isinstance(least_contacts, int) or not 0 <= least_contacts <= most:
        message = f"least_contacts: {least_contacts!r} cannot be; the indices of continuity need 2 or more"
        raise _core.Error(message)
    moments = _moment("recent_from", recent_from), _moment("new_from", new_from)
    return sequence, least_contacts, *moments


def _moment(name: str, moment: dt.datetime | None) -> int | None:
    if moment is None:
        return None
    if moment.tzinfo is None:
        message = f"{name}: give a moment with a time zone"
        raise _core.Error(message)
    return math.ceil(moment.timestamp())
