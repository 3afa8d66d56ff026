# SPDX-License-Identifier: MIT
"""What the command prints of the standard measures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from vermeil._core import Error
from vermeil.catalogue import standard_measures

if TYPE_CHECKING:
    from vermeil.types import StandardMeasureDict

__all__ = ["show_standard_measures"]

WIDTH_IN_A_PIPE = 160


def show_standard_measures(ids: list[str], *, as_json: bool) -> None:
    """Print definitions of the catalogue: all of them, or those asked for.

    Raises
    ------
    Error
        When there is no standard measure of an id.
    """
    every = {each["id"]: each for each in standard_measures()}
    for unknown in (each for each in ids if each not in every):
        message = f"no standard measure is named '{unknown}'; there are {', '.join(every)}"
        raise Error(message)
    chosen = [every[each] for each in ids] if ids else list(every.values())
    if as_json:
        typer.echo(json.dumps(chosen, ensure_ascii=False))
        return
    console = Console(highlight=False)
    console = console if console.is_terminal else Console(highlight=False, width=WIDTH_IN_A_PIPE)
    for each in chosen:
        console.print(_definition(each))


def _definition(measure: StandardMeasureDict) -> Padding:
    """Lay out one definition, what can be set last."""
    lines = [
        f"[bold]{escape(measure['id'])}[/]: {escape(measure['label'])} ({escape(measure['unit'])})",
        f"  formula: {escape(measure['formula'])}",
        f"  base: {escape(measure['denominator'])}",
        f"  better: {measure['better']}",
        f"  source: {escape(measure['source'])}",
        f"  edges: {escape(measure['edges'])}",
        f"  tables: {', '.join(measure['tables'])}",
    ]
    for parameter in measure["parameters"]:
        choice = f" ({', '.join(parameter['allowed'])})" if parameter["allowed"] else ""
        holds = "must be set" if parameter["required"] else f"{_setting(parameter['fallback'])} unless set"
        lines.append(escape(f"  {parameter['id']}: {parameter['help']}{choice}; {holds}"))
    return Padding("\n".join(lines), (0, 0, 1, 0))


def _setting(setting: float | bool | str | list[str] | None) -> str:
    """Write a setting as a framework file does, more or less."""
    if isinstance(setting, bool):
        return "true" if setting else "false"
    if isinstance(setting, list):
        return ", ".join(setting) or "none"
    return f"{setting:g}" if isinstance(setting, float) else str(setting)
