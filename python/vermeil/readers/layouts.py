# SPDX-License-Identifier: MIT
"""The published layouts that are read, by the names under which a mapping asks for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from vermeil.readers.client_level import read_client_level_data
from vermeil.readers.cqc import read_cqc_directory, read_cqc_ratings
from vermeil.readers.cqc_api import read_cqc_api
from vermeil.readers.food_hygiene import read_food_hygiene

if TYPE_CHECKING:
    from vermeil.readers.layout import LayoutFile
    from vermeil.readers.rows import Rows

__all__ = ["LAYOUTS", "Layout"]

_Reader: TypeAlias = "Callable[[LayoutFile], dict[str, Rows]]"


class Layout(NamedTuple):
    """What reads a layout, the tables taken from it unasked, and those that a mapping may ask for."""

    read: _Reader
    usual: tuple[str, ...]
    on_request: tuple[str, ...] = ()


LAYOUTS = {
    # The directory's ratings have a better file.
    "cqc_directory": Layout(read_cqc_directory, ("services",), ("inspections",)),
    "cqc_ratings": Layout(read_cqc_ratings, ("inspections",)),
    "cqc_api": Layout(read_cqc_api, ("services", "inspections")),
    "food_hygiene": Layout(read_food_hygiene, ("inspections",)),
    "client_level_data": Layout(read_client_level_data, ("packages",)),
}
