# SPDX-License-Identifier: MIT
"""Two editions of a framework side by side: what the text says anew, and whose band moves."""

from __future__ import annotations

import copy
import json
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from vermeil._core import Error
from vermeil.framework import Framework

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vermeil.ratings import Ratings

__all__ = ["Change", "Effect", "Move", "changes", "effects", "moves"]

#: By which of its keys an entry of a list of tables is known, the first that it has.
NAMES = ("id", "name", "because")


class Change(NamedTuple):
    """One thing that the two texts say differently.

    Attributes
    ----------
    where
        What it is about, such as ``measure dignity: weight``.
    old, new
        What the texts say, as JSON writes it; empty where one of them says nothing.
    """

    where: str
    old: str
    new: str


class Move(NamedTuple):
    """One service whose band is another under the new edition.

    Attributes
    ----------
    service
        Its id.
    old, new
        The bands.
    why
        The new headline: the band, and what it rests on.
    """

    service: str
    old: str
    new: str
    why: str


class Effect(NamedTuple):
    """What one change alone does to the bands.

    Attributes
    ----------
    change
        The change.
    moves
        The services whose band it moves.
    refused
        Why the old text cannot take the change alone; empty where it can.
    """

    change: Change
    moves: list[Move]
    refused: str


def changes(old: str, new: str) -> list[Change]:
    """List what two framework texts say differently, in the order of the old one, then of the new.

    Comments and the order of keys say nothing; the order of bands and limiters does.

    Raises
    ------
    tomllib.TOMLDecodeError
        When a text is no TOML; read both as frameworks first.
    """
    before, after = dict(_said(tomllib.loads(old))), dict(_said(tomllib.loads(new)))
    return [
        Change(where, before.get(where, ""), after.get(where, ""))
        for where in before | after
        if before.get(where, "") != after.get(where, "")
    ]


def moves(old: Ratings, new: Ratings) -> list[Move]:
    """List the services whose band is another, sorted by id; a service that one of them lacks is left out."""
    bands = dict(old.to_polars().select("service", "band").iter_rows())
    rated = new.to_polars().select("service", "band").sort("service")
    return [
        Move(service, bands[service], band, new[service].headline)
        for service, band in rated.iter_rows()
        if service in bands and bands[service] != band
    ]


def effects(old: str, new: str, rate: Callable[[Framework], Ratings]) -> list[Effect]:
    """Say for each change alone, put into the old text, which services it moves.

    Parameters
    ----------
    old, new
        The texts of two editions.
    rate
        What rates the services under a framework, such as ``lambda rules: rules.rate(measures)``.

    Returns
    -------
    list of Effect
        A change each, in the order of `changes`. Those inside an entry that only the new text has come with
        the entry, under the order of its list. A change that the old text cannot take alone says why.
    """
    before, after = tomllib.loads(old), tomllib.loads(new)
    rated = rate(Framework.parse(old, "old"))
    found = []
    for change in changes(old, new):
        alone = _with_change(before, after, change.where)
        if alone is None:
            continue
        try:
            rules = Framework.parse("".join(f"{key} = {_toml(value)}\n" for key, value in alone.items()))
            found.append(Effect(change, moves(rated, rate(rules)), ""))
        except Error as error:
            # The place in a text that nobody has seen says nothing.
            found.append(Effect(change, [], str(error).partition(": ")[2] or str(error)))
    return found


def _with_change(old: dict[str, Any], new: dict[str, Any], where: str) -> dict[str, Any] | None:
    """Put one change into the old rules; ``None`` where it belongs to an entry that they do not have."""
    made = copy.deepcopy(old)
    for key in old | new:
        if key == where:
            return _replaced(made, new, key)
        if not _is_tables(old.get(key)) and isinstance(old.get(key, new.get(key)), dict):
            inner = where.removeprefix(f"{key}: ")
            if inner != where:
                made[key] = _replaced(made.get(key, {}), new.get(key, {}), inner)
                return made
        before, after = (_by_name(rules.get(key)) for rules in (made, new))
        if where == f"order of the {key}s":
            made[key] = [before.get(name, entry) for name, entry in after.items()]
            return made
        for name, entry in before.items():
            inner = where.removeprefix(f"{key} {name}: ")
            if inner != where:
                _replaced(entry, after.get(name, {}), inner)
                return made if name in after else None
    return None


def _replaced(rules: dict[str, Any], source: dict[str, Any], key: str) -> dict[str, Any]:
    """Give a key the value that it has in the source, or none."""
    if key in source:
        rules[key] = source[key]
    else:
        rules.pop(key, None)
    return rules


def _by_name(tables: object) -> dict[str, dict[str, Any]]:
    entries = tables if isinstance(tables, list) and _is_tables(tables) else []
    return {_name(each, place): each for place, each in enumerate(entries, start=1)}


def _toml(value: object) -> str:
    """Write a value on one line of TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _said(rules: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a framework says, one key after the other."""
    for key, value in rules.items():
        if _is_tables(value):
            names = [_name(each, place) for place, each in enumerate(value, start=1)]
            yield f"order of the {key}s", ", ".join(names)
            for name, each in zip(names, value, strict=True):
                yield from ((f"{key} {name}: {inner}", _written(given)) for inner, given in each.items())
        elif isinstance(value, dict):
            yield from ((f"{key}: {inner}", _written(given)) for inner, given in value.items())
        else:
            yield key, _written(value)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and len(value) > 0 and all(isinstance(each, dict) for each in value)


def _name(table: dict[str, Any], place: int) -> str:
    return next((str(table[key]) for key in NAMES if key in table), str(place))


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str, sort_keys=True)
