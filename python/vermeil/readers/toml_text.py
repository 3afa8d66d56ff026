# SPDX-License-Identifier: MIT
"""A TOML text and what was read from it: each value is of its kind, or an error names its line."""

from __future__ import annotations

import codecs
import datetime as dt
import difflib
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TomlText"]

At: TypeAlias = tuple[str | int, ...]
"""The keys that lead to a value; a number counts the tables of a list from 0."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


class TomlText:
    """The text, for the lines of its keys."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.lines = _lines_of_keys(text)

    def error(self, at: At, reason: str) -> _core.DefinitionError:
        """Make the error of a value; its line is that of the nearest key around it that has one."""
        known = next((self.lines[at[:end]] for end in range(len(at), 0, -1) if at[:end] in self.lines), 1)
        key = ".".join(str(each) for each in at if isinstance(each, str))
        return _core.DefinitionError(f"{self.name}:{known}: {key}: {reason}")

    def refuse_unknown(self, at: At, found: dict[str, Any], known: Iterable[str]) -> None:
        """Refuse a key that is none of those known, with the one that may be meant."""
        for key in found:
            self.word((*at, key), key, tuple(known), what="key here")

    def word(self, at: At, found: object, allowed: tuple[str, ...], what: str = "word") -> str:
        """Give one of the allowed words."""
        if isinstance(found, str) and found in allowed:
            return found
        near = difflib.get_close_matches(str(found), allowed, n=1, cutoff=0.6)
        hint = f"did you mean '{near[0]}'?" if near else "allowed are " + ", ".join(filter(None, allowed))
        raise self.error(at, f"'{found}' is no {what}; {hint}")

    def table(self, at: At, found: object) -> dict[str, Any]:
        """Give a table."""
        if not isinstance(found, dict):
            raise self.error(at, f"a table of keys is wanted, not {found!r}")
        return found

    def string(self, at: At, found: object) -> str:
        """Give a string."""
        if not isinstance(found, str):
            raise self.error(at, f"a text in quotation marks is wanted, not {found!r}")
        return found

    def text_of(self, at: At, found: object) -> str:
        """Give a string, a number, a day or a truth value as text."""
        if isinstance(found, bool):
            return "yes" if found else "no"
        if not isinstance(found, str | int | float | dt.date):
            raise self.error(at, f"one value is wanted, not {found!r}")
        return str(found)

    def strings(self, at: At, found: object) -> tuple[str, ...]:
        """Give one string or a list of them."""
        listed = found if isinstance(found, list) else [found]
        return tuple(self.string(at, each) for each in listed)

    def lists(self, at: At, found: object) -> dict[str, tuple[str, ...]]:
        """Give a table of words or lists of words."""
        table = self.table(at, found)
        return {key: self.strings((*at, key), words) for key, words in table.items()}

    def whole(self, at: At, found: object) -> int | None:
        """Give a whole number of 1 or more, or nothing."""
        if found is not None and (isinstance(found, bool) or not isinstance(found, int) or found < 1):
            raise self.error(at, f"a whole number of 1 or more is wanted, not {found!r}")
        return found

    def wholes(self, at: At, found: object) -> tuple[int, ...]:
        """Give a list of whole numbers."""
        if not isinstance(found, list):
            raise self.error(at, f"a list of row numbers is wanted, not {found!r}")
        return tuple(self.whole(at, each) or 0 for each in found)

    def number(self, at: At, found: object) -> float:
        """Give a number that is not 0."""
        if isinstance(found, bool) or not isinstance(found, int | float) or found == 0:
            raise self.error(at, f"a number other than 0 is wanted, not {found!r}")
        return float(found)

    def truth(self, at: At, found: object) -> bool | None:
        """Give true or false, or nothing."""
        if found is not None and not isinstance(found, bool):
            raise self.error(at, f"true or false is wanted, not {found!r}")
        return found

    def encoding(self, at: At, found: object) -> str:
        """Give the name of an encoding that Python knows."""
        name = self.string(at, found)
        try:
            codecs.lookup(name)
        except LookupError as error:
            raise self.error(at, f"'{name}' is no encoding; try cp1252 or utf-16") from error
        return name

    def formats(self, at: At, found: object) -> tuple[str, ...]:
        """Give formats of days, each with a day, a month and a year."""
        formats = self.strings(at, found)
        for each in formats:
            has = [
                any(part in each for part in parts)
                for parts in (("%d", "%e"), ("%m", "%b", "%B"), ("%Y", "%y"))
            ]
            if not all(has) and "%F" not in each and "%D" not in each:
                raise self.error(at, f"'{each}' lacks a day, a month or a year; write it as %d/%m/%Y")
        return formats


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.\s]+", key))


def _lines_of_keys(text: str) -> dict[At, int]:
    """Find the line of each key that stands at the start of one."""
    lines: dict[At, int] = {}
    counts: dict[At, int] = {}
    within: At = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            within = ()
            parts = _parts(header[2])
            for depth, part in enumerate(parts, start=1):
                within = (*within, part)
                lines.setdefault(within, number)
                if header[1] == "[[" and depth == len(parts):
                    counts[within] = counts.get(within, -1) + 1
                within = (*within, counts[within]) if within in counts else within
            lines[within] = number
        elif key := _KEY.match(line):
            parts = _parts(key[1])
            for depth in range(1, len(parts) + 1):
                lines.setdefault((*within, *parts[:depth]), number)
    return lines
