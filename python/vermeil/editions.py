# SPDX-License-Identifier: MIT
"""Two editions of a framework side by side: what the text says anew, and whose band moves."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vermeil.ratings import Ratings

__all__ = ["Change", "Move", "changes", "moves"]

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
