# SPDX-License-Identifier: MIT
"""A place to begin: an Excel workbook to fill in, and a framework that rates what it holds."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from vermeil import _core
from vermeil.framework import Framework
from vermeil.workbook import Words, write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["words_of", "write_starter"]


def words_of(framework: str) -> Words:
    """Take the words from the text of a framework that was checked before."""
    rules: dict[str, Any] = tomllib.loads(framework)
    scales = [scale for survey in rules.get("survey", []) for scale in survey.get("scale", [])]
    asked = [measure.get("value", {}) for measure in rules.get("measure", [])]
    asked += [fact.get("value", {}) for fact in rules.get("fact", [])]
    for each in rules.get("band", []) + rules.get("limiter", []):
        asked += _questions(each.get("when", {}))
    return Words(
        answers={item: scale["answers"] for scale in scales for item in scale["items"]},
        counts=_once(value["counts"] for value in asked if "counts" in value),
        events=_once(value["event"] for value in asked if "event" in value),
        ratings={scale["id"]: scale["words"] for scale in rules.get("rating_scale", [])},
        tables=_once(
            table
            for each in _core.standard_measures()
            for table in each["tables"]
            if any(value.get("standard") == each["id"] for value in asked)
        ),
    )


def write_starter(directory: Path, framework: Path | None = None, *, force: bool = False) -> list[Path]:
    """Write ``evidence.xlsx`` to fill in, and a starter ``framework.toml`` unless a framework is given.

    Parameters
    ----------
    directory
        Where they go; it is made where it is not there.
    framework
        A framework whose questions, answers and events the workbook shall offer.
    force
        Replace what is there.

    Raises
    ------
    Error
        When one of the files is there and `force` is not set; nothing is written then.
    DefinitionError
        When the framework holds a mistake.
    """
    rules, book = directory / "framework.toml", directory / "evidence.xlsx"
    if framework is not None:
        Framework.load(framework)
    text = (framework or files("vermeil") / "starter.toml").read_text(encoding="utf-8")
    made = [book] if framework is not None else [rules, book]
    there = [path for path in made if path.exists()]
    if there and not force:
        message = f"{there[0]}: is there already; --force replaces it"
        raise _core.Error(message)
    directory.mkdir(parents=True, exist_ok=True)
    if framework is None:
        rules.write_text(text, encoding="utf-8")
    write_workbook(book, words_of(text))
    return made


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _questions(when: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a question and all that are joined in it."""
    parts = [part for key in ("all", "any", "none") for part in when.get(key, [])]
    return [when, *(question for part in parts for question in _questions(part))]
