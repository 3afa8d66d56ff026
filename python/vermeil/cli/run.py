# SPDX-License-Identifier: MIT
"""Runs one command line; whatever stops it becomes one line on stderr."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import typer

from vermeil._core import Error
from vermeil.cli import backtests as _backtests  # noqa: F401, the commands register themselves
from vermeil.cli import checks as _checks  # noqa: F401
from vermeil.cli import funnels as _funnels  # noqa: F401
from vermeil.cli import groups as _groups  # noqa: F401
from vermeil.cli import new_editions as _new_editions  # noqa: F401
from vermeil.cli import oversight as _oversight  # noqa: F401
from vermeil.cli import signals as _signals  # noqa: F401
from vermeil.cli.commands import app

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["run"]

#: What a shell expects of a command that was stopped from the keyboard.
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit status: 0, 1 or 2; 130 where somebody stopped it by Ctrl-C."""
    try:
        status = app(list(arguments), prog_name="vermeil", standalone_mode=False)
    except _USAGE as error:
        return _stopped(error.format_message() + " (vermeil --help lists the commands and options)")
    except Error as error:
        return _stopped(str(error))
    except OSError as error:
        reason = f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
        return _stopped(reason)
    except MemoryError:
        return _stopped("there is not memory enough for these files; give fewer or smaller ones at a time")
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception:
        traceback.print_exc()
        return _stopped("this is a fault of vermeil itself, not of your files; please report the lines above")
    return status if isinstance(status, int) else 0


# Typer names the base of its errors of usage nowhere; it is two steps above the one that it does name.
_USAGE: type[typer.BadParameter] = typer.BadParameter.__mro__[2]


def _stopped(reason: str) -> int:
    typer.echo("vermeil: " + " ".join(reason.split()), err=True)
    return 2
