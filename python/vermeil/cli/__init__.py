# SPDX-License-Identifier: MIT
"""The command `vermeil`.

Exit status: 0 done; 1 done, and something needs a look; 2 could not run, with one line on stderr that says
why.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its exit status."""
    try:
        from vermeil.cli.run import run
    except ModuleNotFoundError as error:
        sys.stderr.write(f"vermeil: the command needs {error.name}; install vermeil[cli]\n")
        sys.exit(2)
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))
