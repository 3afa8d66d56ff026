# SPDX-License-Identifier: MIT
"""The published layouts that are read, by the names under which a mapping asks for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from vermeil.readers.client_level import read_client_level_data
from vermeil.readers.cqc import read_cqc_directory, read_cqc_ratings
from vermeil.readers.cqc_api import read_cqc_api
from vermeil.readers.food_hygiene import read_food_hygiene

if TYPE_CHECKING:
    from vermeil.readers.layout import LayoutFile
    from vermeil.readers.rows import Rows

__all__ = ["LAYOUTS"]

_Reader: TypeAlias = "Callable[[LayoutFile], dict[str, Rows]]"

LAYOUTS: dict[str, _Reader] = {
    "cqc_directory": read_cqc_directory,
    "cqc_ratings": read_cqc_ratings,
    "cqc_api": read_cqc_api,
    "food_hygiene": read_food_hygiene,
    "client_level_data": read_client_level_data,
}
