# SPDX-License-Identifier: MIT
"""What the command prints of one service: its steps, from a trace."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape

from vermeil._core import Error

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["show_explanation"]


def show_explanation(trace: Path, service: str) -> None:
    """Print the steps of one service from a trace.

    Raises
    ------
    Error
        When the trace is not there, is none, or knows no such service; the message names the nearest ids.
    """
    if not trace.is_file():
        message = f"{trace}: no such file; give the folder that 'vermeil rate' or 'vermeil risk' wrote"
        raise Error(message)
    known = []
    with trace.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            step = _step(trace, number, line)
            if step["service"] == service:
                _print_steps(step)
                return
            known.append(step["service"])
    nearest = difflib.get_close_matches(service, known, n=3, cutoff=0.5)
    hint = f"; the nearest are {', '.join(nearest)}" if nearest else f"; it holds {len(known)} services"
    message = f"{trace}: no service '{service}'{hint}"
    raise Error(message)


def _step(trace: Path, number: int, line: str) -> dict[str, Any]:
    try:
        step: dict[str, Any] = json.loads(line)
        return {"service": step["service"], "when": step.get("quarter", step.get("as_of", "")), **step}
    except (ValueError, KeyError, TypeError) as error:
        message = f"{trace}: line {number} is no step of a trace"
        raise Error(message) from error


def _print_steps(step: dict[str, Any]) -> None:
    console = Console(soft_wrap=True, highlight=False)
    lines = step.get("explanation", [step.get("headline", "")])
    console.print(f"[bold]{escape(step['service'])}[/], {escape(step['when'])}: {escape(lines[-1])}")
    for line in lines[:-1]:
        console.print("  " + escape(line))
