# SPDX-License-Identifier: MIT
"""The measures that the library defines: formula, source, unit, direction, base and edges of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    from vermeil.types import StandardMeasureDict

__all__ = ["standard_measures"]


def standard_measures() -> list[StandardMeasureDict]:
    """Give the definition of every standard measure, family by family.

    A framework takes one with ``value = { standard = "turnover" }`` and sets its parameters beside it.

    Examples
    --------
    >>> import vermeil as vm
    >>> {each["id"]: each["formula"] for each in vm.standard_measures()}["turnover"]
    'leavers / (permanent + temporary)'
    """
    return _core.standard_measures()
