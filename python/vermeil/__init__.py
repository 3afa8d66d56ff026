# SPDX-License-Identifier: MIT
"""vermeil rates care providers Gold, Silver or Bronze and scores risk Green, Amber or Red.

Every result says what it rests on. See the README for the first ten minutes.
"""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

# What rates and scores is there at once. The rest is loaded when it is first named: a script that rates one
# provider does not wait for the readers, the linter and the generator of made-up markets. The stub beside
# this file lists all names with their modules.
_STUB = ast.parse(Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
_MODULE_OF = {
    name.name: str(line.module)
    for line in _STUB.body
    if isinstance(line, ast.ImportFrom)
    for name in line.names
}

_AT_ONCE = (
    "_core",
    "evidence",
    "frames",
    "framework",
    "market",
    "measures",
    "norms",
    "ratings",
    "risk",
    "timetable",
)

__all__ = sorted(_MODULE_OF)


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE_OF})


for _name, _module in _MODULE_OF.items():
    if _module.removeprefix("vermeil.") in _AT_ONCE:
        __getattr__(_name)
